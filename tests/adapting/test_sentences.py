"""What a desk can learn from, and what is only measured on."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarize.adapting.plan import TooLittleError, require_enough
from summarize.adapting.sentences import Sentences, by_hash, sentences
from summarize.adapting.train import settings as figures
from summarize.memory.records import Entry
from tests.adapting.desks import APART, approved, pairs

CONFIG = figures()


def split(entries: Sequence[Entry]) -> dict[str, str]:
    found = sentences(entries, CONFIG)
    sides = {pair.source: "learned" for pair in found.learned}
    return sides | {pair.source: "held" for pair in found.held}


def test_about_a_tenth_is_only_measured_on() -> None:
    found = sentences(approved(), APART)
    assert found.count == len(approved())
    assert 0.05 < len(found.held) / found.count < 0.15


def test_no_sentence_is_on_both_sides() -> None:
    found = sentences(approved(), APART)
    assert not set(found.learned) & set(found.held)


@settings(max_examples=20)
@given(st.integers(1, 342))
def test_what_is_approved_later_moves_no_sentence_to_the_other_side(number: int) -> None:
    before, after = split(approved(number)), split(approved())
    assert before.items() <= after.items()


def test_sentences_that_differ_in_figures_only_are_on_one_side() -> None:
    entries = [
        Entry(
            f"Flood water killed {n} people in {n + 3} villages.",
            f"ទឹកជំនន់បានសម្លាប់មនុស្ស {n} នាក់នៅក្នុងភូមិចំនួន {n + 3}។",
        )
        for n in range(10, 60)
    ]
    assert len(set(split(entries).values())) == 1


def test_of_one_english_sentence_the_last_approval_is_learned() -> None:
    first, *others = approved(30)
    changed = Entry(first.source, "ធនាគារជាតិ។")
    found = sentences([first, *others, changed], APART)
    targets = [one.target for one in (*found.learned, *found.held) if one.source == first.source]
    assert targets == ["ធនាគារជាតិ។"]


@pytest.mark.parametrize(
    "entry",
    [
        Entry("Rain fell in 2019.", "ភ្លៀងធ្លាក់។"),
        Entry("Settings", "Settings"),
        Entry("", "ភ្លៀង"),
        Entry("Rain again. " * 60, "ភ្លៀងទៀត។" * 80),
    ],
    ids=["number lost", "not Khmer", "no English", "too long"],
)
def test_what_is_no_sound_pair_does_not_count(entry: Entry) -> None:
    found = sentences([entry], CONFIG)
    assert (found.count, found.unfit) == (0, 1)


def test_too_little_is_refused_with_what_counts() -> None:
    entries = [*approved(150), Entry("Settings", "Settings")]
    with pytest.raises(TooLittleError) as refused:
        require_enough(sentences(entries, APART), CONFIG["desk"])
    assert "150 of 151 approved sentences count" in refused.value.message
    assert "without 1" in refused.value.message
    assert "200" in refused.value.message
    assert "memory import" in refused.value.hint
    assert refused.value.exit_code == 1


def test_sentences_that_are_all_alike_leave_nothing_to_measure_on() -> None:
    with pytest.raises(TooLittleError, match="so alike"):
        require_enough(Sentences(pairs(340), (), 340, 0, 0), CONFIG["desk"])


def test_enough_is_not_refused() -> None:
    require_enough(Sentences(pairs(180), pairs(343)[-20:], 200, 0, 0), CONFIG["desk"])


def test_the_order_by_hash_depends_on_the_sentences_only() -> None:
    some = pairs(40)
    assert by_hash(some) == by_hash(some[::-1]) != list(some)
