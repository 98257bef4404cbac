"""The same Khmer for two sentences in a row."""

import pytest

from summarize.checks.base import USUAL
from summarize.checks.identical_neighbours import check
from tests.builders import build_segments

KHMER = "រដ្ឋាភិបាលបានប្រកាសច្បាប់ថ្មី។"
OTHER = "សភាបានអនុម័តច្បាប់ថ្មី។"
ANNOUNCED, PASSED = "The government announced a law.", "The assembly passed a law."


@pytest.mark.parametrize("second", [KHMER, KHMER.replace("បាន", "បាន\u200b"), f"  {KHMER}"])
def test_the_second_of_two_alike_is_told(second: str) -> None:
    message = "The Khmer is that of k1; the English is not. Translate it anew."
    assert check(build_segments((ANNOUNCED, KHMER), (PASSED, second)), USUAL) == [("k2", message)]


@pytest.mark.parametrize(
    "pairs",
    [
        [(ANNOUNCED, KHMER), (PASSED, OTHER)],
        [(ANNOUNCED, KHMER), (ANNOUNCED.upper(), KHMER)],
        [(ANNOUNCED, KHMER), (PASSED, OTHER), ("It did.", KHMER)],
        [("Yes.", "បាទ។"), ("Yeah!", "បាទ។")],
        [(ANNOUNCED, ""), (PASSED, "")],
        [(ANNOUNCED, KHMER)],
        [],
    ],
)
def test_the_same_english_short_answers_and_gaps_pass(pairs: list[tuple[str, str]]) -> None:
    assert check(build_segments(*pairs), USUAL) == []
