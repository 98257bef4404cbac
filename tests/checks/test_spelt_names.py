"""People spelt by their sound are told as proposals."""

import pytest

from summarize.checks import Context
from summarize.checks.spelt_names import check
from summarize.glossary import Glossary, Term
from summarize.records import Segment

SOURCE = "Judge Sok Pheakdey heard him."
TARGET = "ចៅក្រម សុខ ភក្តី បានស្ដាប់គាត់។"


def messages(source: str, target: str, *terms: Term) -> list[str]:
    found = check([Segment("k1", "s1", source, target, score=-0.2)], Context(Glossary(terms)))
    return [message for _, message in found]


def test_a_spelling_by_sound_is_told_with_others() -> None:
    (message,) = messages(SOURCE, TARGET)
    assert message.startswith("សុខ ភក្តី for Sok Pheakdey is spelt by its sound; or ")


def test_a_name_of_the_glossary_is_no_proposal() -> None:
    assert messages(SOURCE, TARGET, Term("Sok Pheakdey", "សុខ ភក្តី")) == []


def test_a_part_of_a_full_name_is_no_second_proposal() -> None:
    segments = [
        Segment("k1", "s1", SOURCE, TARGET, score=-0.2),
        Segment("k2", "s2", "Judge Pheakdey left.", "ចៅក្រម ភក្តី បានចាកចេញ។", score=-0.2),
    ]
    assert [where for where, _ in check(segments, Context())] == ["k1"]
    assert [where for where, _ in check(segments[1:], Context())] == ["k2"]


def test_another_spelling_in_the_draft_is_not_ours() -> None:
    assert messages(SOURCE, "ចៅក្រម សុខ ភគ្គី បានស្ដាប់គាត់។") == []


def test_a_name_is_told_once_a_draft() -> None:
    segments = [Segment(f"k{n}", f"s{n}", SOURCE, TARGET, score=-0.2) for n in (1, 2)]
    assert [where for where, _ in check(segments, Context())] == ["k1"]


@pytest.mark.parametrize(
    ("segment", "told"),
    [
        (Segment("k1", "s1", SOURCE, TARGET), 0),
        (Segment("k1", "s1", SOURCE, TARGET, mended="សុខ ភក្តី put in place of សុខ."), 1),
    ],
    ids=["written by people", "put in by the program"],
)
def test_only_what_the_program_drafted_is_a_proposal(segment: Segment, told: int) -> None:
    assert len(check([segment], Context())) == told
