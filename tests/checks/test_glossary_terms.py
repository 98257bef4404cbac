"""Terms of the glossary in a draft."""

import pytest

from summarize.checks.base import Context
from summarize.checks.glossary_terms import advice, forbidden, kept, required
from summarize.glossary import Glossary, Term
from tests.builders import build_segments

MINISTRY = Term("Ministry of Health", "ក្រសួងសុខាភិបាល", ("ក្រសួងសុខាភិបាលកម្ពុជា",), ("មន្ទីរសុខាភិបាល",))
SOURCE = "The Ministry of Health met."


def context(*terms: Term) -> Context:
    return Context(glossary=Glossary(terms))


@pytest.mark.parametrize(
    "target",
    ["ក្រសួងសុខាភិបាលបានជួប។", "ក្រសួង\u200bសុខាភិបាល\u200bបានជួប។", "ក្រសួងសុខាភិបាលកម្ពុជាបានជួប។", " "],
)
def test_a_term_that_is_rendered_passes(target: str) -> None:
    segments = build_segments((SOURCE, target))
    assert required(segments, context(MINISTRY)) == []
    assert forbidden(segments, context(MINISTRY)) == []


def test_an_approved_term_is_required() -> None:
    assert required(build_segments((SOURCE, "គេបានជួប។")), context(MINISTRY)) == [
        ("k1", "The glossary has ក្រសួងសុខាភិបាល for “Ministry of Health”; the Khmer does not.")
    ]


def test_a_forbidden_rendering_is_told_with_the_right_one() -> None:
    assert forbidden(build_segments((SOURCE, "មន្ទីរសុខាភិបាលបានជួប។")), context(MINISTRY)) == [
        ("k1", "“មន្ទីរសុខាភិបាល” is not to stand for “Ministry of Health”. Write ក្រសួងសុខាភិបាល.")
    ]


def test_what_is_forbidden_may_be_a_part_of_what_is_right() -> None:
    term = Term("health ministry", "ក្រសួងសុខាភិបាល", forbidden=("សុខាភិបាល",))
    segments = build_segments(("The health ministry met.", "ក្រសួងសុខាភិបាលបានជួប។"))
    assert forbidden(segments, context(term)) == []


def test_what_is_forbidden_for_one_term_may_stand_for_another() -> None:
    segments = build_segments(("The department met.", "មន្ទីរសុខាភិបាលបានជួប។"))
    assert forbidden(segments, context(MINISTRY)) == []


def test_a_term_that_only_forbids_requires_nothing() -> None:
    term = Term("boat people", "", forbidden=("ជនទូក",))
    segments = build_segments(("The boat people came.", "ពួកគេបានមក។"))
    assert required(segments, context(term)) == []
    assert forbidden(build_segments(("The boat people came.", "ជនទូកបានមក។")), context(term)) == [
        ("k1", "“ជនទូក” is not to stand for “boat people”.")
    ]


@pytest.mark.parametrize("status", ["proposed", "cldr"])
def test_what_nobody_approved_is_advice_only(status: str) -> None:
    term = Term("mayor", "អភិបាលក្រុង", forbidden=("ចៅហ្វាយក្រុង",), status=status)  # type: ignore[arg-type]
    segments = build_segments(("The mayor met.", "ចៅហ្វាយក្រុងបានជួប។"))
    assert required(segments, context(term)) == forbidden(segments, context(term)) == []
    assert advice(segments, context(term)) == [
        ("k1", "For “mayor” the glossary proposes អភិបាលក្រុង.")
    ]


@pytest.mark.parametrize("note", ["place", "month", "day"])
def test_names_that_have_a_check_of_their_own_are_not_told_twice(note: str) -> None:
    term = Term("Japan", "ជប៉ុន", note=note, status="cldr")
    assert advice(build_segments(("Japan won.", "គេឈ្នះ។")), context(term)) == []


@pytest.mark.parametrize("status", ["approved", "proposed"])
def test_a_term_to_be_kept_must_stand_as_a_word(status: str) -> None:
    term = Term("ASEAN", "ASEAN", status=status)  # type: ignore[arg-type]
    source = "ASEAN met."
    assert kept(build_segments((source, "អង្គការASEANបានជួប។")), context(term)) == []
    lost = build_segments((source, "អាស៊ានបានជួប។"), (source, "ASEANS បានជួប។"))
    message = "“ASEAN” is to stay as it is in English; the Khmer lacks it."
    assert kept(lost, context(term)) == [("k1", message), ("k2", message)]
    assert required(lost, context(term)) == advice(lost, context(term)) == []
