"""Names that nobody has settled are offered; settling one changes it where it stands as here."""

import pytest

from summarize.glossary import Glossary, Term
from summarize.names.proposed import SHOWN
from summarize.review.records import Edit, Reviewed
from summarize.review.renaming import Proposal, proposals, renaming
from summarize.review.store import ReviewStore
from tests.review.named import ARTICLE, BY_HAND, ENGLISH, KHMER, NAME, NAMED, OTHER, SPELT

NONE = Glossary(())


@pytest.fixture
def segments(store: ReviewStore) -> list[Reviewed]:
    store.add([NAMED])
    return store.segments(ARTICLE)


def test_a_person_of_no_list_has_up_to_five_spellings_and_the_form_that_stands(
    segments: list[Reviewed],
) -> None:
    (found,) = proposals(segments[0], NONE)
    assert (found.name, found.form) == (NAME, SPELT)
    assert found.candidates[:2] == (SPELT, OTHER)
    assert len(found.candidates) <= SHOWN
    assert proposals(segments[1], NONE) == []


def test_a_form_that_a_person_made_up_is_none_of_them(segments: list[Reviewed]) -> None:
    assert [one.form for one in proposals(segments[3], NONE)] == [""]


def test_a_name_of_the_glossary_is_settled(segments: list[Reviewed]) -> None:
    assert proposals(segments[0], Glossary((Term(NAME, BY_HAND),))) == []


def test_every_mention_in_the_old_form_is_changed_and_no_other(segments: list[Reviewed]) -> None:
    (settled,) = proposals(segments[0], NONE)
    edits = list(renaming(segments, settled, OTHER))
    assert [(one.id, one.version) for one in edits] == [("k1", 0), ("k3", 0)]
    assert [one.target for one in edits] == [
        KHMER[0].replace(SPELT, OTHER),
        KHMER[2].replace(SPELT, OTHER),
    ]
    assert {one.note for one in edits} == {f"name changed: {NAME}"}


def test_what_stands_already_changes_nothing(segments: list[Reviewed]) -> None:
    (settled,) = proposals(segments[0], NONE)
    assert list(renaming(segments, settled, SPELT)) == []
    assert list(renaming(segments, Proposal(NAME, "", (SPELT,)), SPELT)) == []


def test_latin_letters_give_way_but_for_those_in_brackets() -> None:
    texts = (f"លោក {NAME} បានមក។", f"លោក {SPELT} ({NAME}) បានមក។")
    own = [
        Reviewed("a", f"k{n}", ENGLISH[0], text, text, "draft", 0) for n, text in enumerate(texts)
    ]
    (edit,) = renaming(own, Proposal(NAME, NAME, (SPELT,)), SPELT)
    assert (edit.id, edit.target) == ("k0", f"លោក {SPELT} បានមក។")


@pytest.mark.parametrize("before", ["draft", "needs-work", "edited", "approved"])
def test_only_an_approval_does_not_outlast_the_change(store: ReviewStore, before: str) -> None:
    store.add([NAMED])
    store.change([Edit(ARTICLE, "k3", 0, state=before)], "Sophea")  # type: ignore[arg-type]
    segments = store.segments(ARTICLE)
    (settled,) = proposals(segments[0], NONE)
    store.change(list(renaming(segments, settled, OTHER)), "Dara")
    after = store.segments(ARTICLE)[2]
    assert after.target == KHMER[2].replace(SPELT, OTHER)
    assert after.state == ("edited" if before == "approved" else before)
    assert store.undo(ARTICLE, "k3", "Dara").segment.state == before
    assert store.segments(ARTICLE)[2].target == KHMER[2]


def test_the_history_says_why(store: ReviewStore) -> None:
    store.add([NAMED])
    segments = store.segments(ARTICLE)
    store.change(list(renaming(segments, proposals(segments[0], NONE)[0], OTHER)), "Dara")
    first, last = store.history(ARTICLE, "k3")
    assert (first.note, last.note, last.who) == ("", f"name changed: {NAME}", "Dara")
