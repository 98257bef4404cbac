"""Latin words of a Khmer sentence, and the addresses that are none."""

import pytest

from summarize.checks import check_pair
from summarize.khmer.latin import without_addresses


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("សូមមើល https://example.org/a-b។", "សូមមើល  ។"),
        ("(www.example.org) និង", "  និង"),
        ("ផ្ញើទៅ desk@example.org ថ្ងៃនេះ", "ផ្ញើទៅ   ថ្ងៃនេះ"),
        ("see:http://localhost", "see: "),
        ("U.S. និង Ph.D. www.", "U.S. និង Ph.D. www."),
    ],
)
def test_addresses_go_and_abbreviations_stay(text: str, left: str) -> None:
    assert without_addresses(text) == left


@pytest.mark.parametrize("sign", ["a", "1,", "x ", "Ab cd ", "(", "a@ ", "word "])
def test_texts_that_nobody_writes_come_to_an_end(sign: str) -> None:
    """Where a pattern is quadratic, these take minutes."""
    text = sign * (60_000 // len(sign))
    check_pair(text, f"ក {text}")
