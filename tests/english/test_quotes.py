"""Quotations in English text and who said them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.english.quotes import quotes, speakers, without_insertions


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “it is over”.", ["it is over"]),
        ('"Over," he said, "and out."', ["Over,", "and out."]),
        ("The ‘iron’ law and the 'silver' one.", ["iron", "silver"]),
        ("The farmers’ crop isn’t Sok’s.", []),
        ("“It isn’t over,” he said.", ["It isn’t over,"]),
        ("'It isn't over,' he said.", ["It isn't over,"]),
    ],
)
def test_quotations_in_all_marks(text: str, expected: list[str]) -> None:
    assert [quote.text for quote in quotes(text)] == expected


@given(st.text(alphabet="ab “”\"'‘’.", max_size=40))
def test_offsets_are_exact(text: str) -> None:
    assert all(text[quote.start : quote.end] == quote.text for quote in quotes(text))


def test_words_left_out_or_put_in_part_a_quotation() -> None:
    (quote,) = quotes("“[W]e won't … go (to Kep) now.”")
    assert quote.runs == [["we", "will", "not"], ["go"], ["now"]]
    assert without_insertions("go (to Kep) now").split() == ["go", "now"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Yes,” said Sok Chenda.", {"Sok Chenda"}),
        ("Mr Sok Chenda on Monday said so.", {"Mr Sok Chenda"}),
        ("Hun Manet, the prime minister, has said so.", {"Hun Manet"}),
        ("According to the ministry, it rained.", set()),
        ("It rained, according to Chin Malin.", {"Chin Malin"}),
        ("“Sok said so,” she added.", set()),
        ("Nobody spoke in Kep.", set()),
    ],
)
def test_speakers(text: str, expected: set[str]) -> None:
    assert speakers(text) == expected
