import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.backends.base import SummarySpec
from summarize.errors import UsageError
from summarize.lengths import MAX_SENTENCES, spec_of


@pytest.mark.parametrize(
    ("length", "spec"),
    [
        ("short", SummarySpec(2)),
        ("medium", SummarySpec(3)),
        ("long", SummarySpec(5)),
        ("7", SummarySpec(7)),
        ("4p", SummarySpec(4, form="points")),
        ("60w", SummarySpec(5, words=60)),
        ("300c", SummarySpec(4, characters=300)),
        ("standfirst", SummarySpec(2, words=40, form="standfirst")),
        ("push", SummarySpec(1, characters=120, form="push", compress=True)),
    ],
)
def test_what_a_length_means(length: str, spec: SummarySpec) -> None:
    assert spec_of(length) == spec


@pytest.mark.parametrize(
    "length",
    ["", "0", "51", "-1", "3.5", "٣", "4w", "39c", "99999w", "9999999c", "w", "60 w", "0p"],
)
def test_another_length_is_refused_with_what_to_give(length: str) -> None:
    with pytest.raises(UsageError) as refused:
        spec_of(length)
    assert "60w" in refused.value.hint


@given(st.integers(5, 2_000), st.booleans())
def test_a_bound_in_words_always_has_room_for_a_sentence(words: int, compress: bool) -> None:
    spec = spec_of(f"{words}w", compress=compress)
    assert 1 <= spec.sentences <= MAX_SENTENCES
    assert spec.holds("word " * words)
    assert not spec.holds("word " * (words + 1))
