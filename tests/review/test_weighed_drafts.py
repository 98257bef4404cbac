"""What the review knows of the confidence in drafts that are still the machine's."""

from dataclasses import replace

import pytest
from lxml import etree

from summarize.records import Draft, Result
from summarize.review.confidence import Weighed, of_article, sureness
from summarize.review.exporting import documents_of
from summarize.review.formats import xliff
from summarize.review.records import Edit
from summarize.review.store import ReviewStore
from tests.review.conftest import ARTICLE, RESULT


def sure(*chances: float | None) -> Result:
    assert RESULT.draft is not None
    segments = tuple(
        replace(one, confidence=chance)
        for one, chance in zip(RESULT.draft.segments, chances, strict=True)
    )
    return replace(RESULT, draft=Draft(segments, "book"))


@pytest.fixture
def weighed_store(store: ReviewStore) -> ReviewStore:
    store.add([sure(0.9, 0.2, None)])
    return store


def test_each_draft_has_its_level(weighed_store: ReviewStore) -> None:
    found = of_article(weighed_store, ARTICLE)
    assert {id: one.words for id, one in found.items()} == {
        "k1": "likely usable (90%)",
        "k2": "check it (20%)",
        "k3": "",
    }


def test_what_a_person_wrote_or_approved_is_not_weighed(weighed_store: ReviewStore) -> None:
    other = "តុលាការបើកសំណុំរឿង ១២ ករណី។"
    weighed_store.change([Edit(ARTICLE, "k1", 0, other)], "Sok")
    weighed_store.change([Edit(ARTICLE, "k2", 0, state="approved")], "Sok")
    weighed_store.change([Edit(ARTICLE, "k3", 0, state="needs-work")], "Sok")
    assert list(of_article(weighed_store, ARTICLE)) == ["k3"]


def test_articles_are_sorted_by_what_is_likely_usable_then_by_confidence() -> None:
    bad, middling, good = Weighed("wrong", 0.1), Weighed("check", 0.4), Weighed("usable", 0.9)
    groups = [[good, good], [], [bad, good], [bad, middling], [bad, bad]]
    assert sorted(groups, key=sureness)[:3] == [[bad, bad], [bad, middling], [bad, good]]
    assert sureness([]) == (1.0, 1.0)


def test_exports_carry_it_until_a_person_was_there(weighed_store: ReviewStore) -> None:
    weighed_store.change([Edit(ARTICLE, "k2", 0, state="approved")], "Sok")
    (document,) = documents_of(weighed_store)
    assert [row.confidence for row in document.rows] == [0.9, None, None]
    assert "confidence: likely usable (90%)" in document.rows[0].notes


def test_xliff_has_it_as_the_quality_of_a_match_and_reads_back_the_same(
    weighed_store: ReviewStore,
) -> None:
    (document,) = documents_of(weighed_store)
    data = xliff.write(document)
    units = list(etree.fromstring(data).iter("{*}alt-trans"))
    assert [unit.get("match-quality") for unit in units] == ["90%", "20%"]
    rows = [row.segment for row in document.rows]
    assert [one.target for one in xliff.read(data, "x.xlf")] == [one.target for one in rows]
