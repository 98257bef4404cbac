"""Of several drafts the one with the least severe findings is kept."""

import pytest

from summarize.backends.base import Candidate
from summarize.drafting import best

SOURCE = "The government said on Monday that 16 people were killed."
GOOD = "រដ្ឋាភិបាលបាននិយាយកាលពីថ្ងៃចន្ទថា មនុស្ស ១៦ នាក់ត្រូវបានសម្លាប់។"
WRONG_NUMBER = GOOD.replace("១៦", "៣៦")
NO_WEEKDAY = GOOD.replace("កាលពីថ្ងៃចន្ទ", "")
CUT = "រដ្ឋាភិបាលបាននិយាយ"


def chosen(*texts: str, scores: tuple[float, ...] = ()) -> str:
    given = scores or (0.0,) * len(texts)
    return best([Candidate(*one) for one in zip(texts, given, strict=True)], SOURCE).text


def test_fewer_errors_win_whatever_the_warnings() -> None:
    assert chosen(WRONG_NUMBER, NO_WEEKDAY, CUT) == NO_WEEKDAY
    assert chosen(CUT, WRONG_NUMBER) == WRONG_NUMBER


def test_fewer_errors_win_whatever_the_model_says() -> None:
    assert chosen(WRONG_NUMBER, GOOD, scores=(-0.1, -5.0)) == GOOD


def test_among_equals_the_likeliest_wins_and_then_the_first() -> None:
    other = GOOD.replace("សម្លាប់", "បាញ់សម្លាប់")
    assert chosen(other, GOOD) == other
    assert chosen(other, GOOD, scores=(-2.0, -1.0)) == GOOD


def test_no_candidates_is_an_error() -> None:
    with pytest.raises(ValueError, match="empty"):
        best([], SOURCE)
