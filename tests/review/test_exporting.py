"""Which files an export has, and what they are called."""

import pytest

from summarize.review.exporting import documents_of, file_names
from summarize.review.formats.records import Document
from summarize.review.records import Edit
from summarize.review.store import ReviewStore
from tests.review.conftest import ARTICLE, build_result


def article(number: int, source: str) -> Document:
    return Document(f"{number:012x}", "", source, ())


@pytest.mark.parametrize(
    ("sources", "names"),
    [
        (["news/floods.txt"], ["floods"]),
        (["https://example.org/2025/floods-in-may.html"], ["floods-in-may"]),
        (["a/x.txt", "b/x.txt", "y.txt"], ["a_x.txt", "b_x.txt", "y"]),
        (["a/x.txt", "a/x.html"], ["x.txt", "x.html"]),
        (["a/x.txt", "b/X.txt", "y.txt"], ["x-000000000000", "X-000000000001", "y"]),
        (["-"], ["000000000000"]),
        (["../../etc/passwd"], ["passwd"]),
        (["a/..", "a/???.txt"], ["000000000000", "000000000001"]),
        (["a b&c<d>.txt"], ["a_b_c_d"]),
        ([f"{'ក' * 300}.txt"], ["ក" * 60]),
    ],
)
def test_files_are_called_after_their_sources_and_are_different(
    sources: list[str], names: list[str]
) -> None:
    assert file_names([article(n, source) for n, source in enumerate(sources)]) == names


def test_rows_have_what_the_checks_say_of_the_khmer_as_it_stands(store: ReviewStore) -> None:
    store.change([Edit(ARTICLE, "k1", 0, "តុលាការបានបើកសំណុំរឿង ១៣។")], "Sok")
    (document,) = documents_of(store)
    assert [row.faulty for row in document.rows] == [True, False, False]
    assert document.rows[0].notes[0].startswith("error: ")


def test_only_segments_in_the_state_asked_for_are_in_it(store: ReviewStore) -> None:
    store.change([Edit(ARTICLE, "k2", 0, state="approved")], "Sok")
    (document,) = documents_of(store, states=["approved"])
    assert [row.segment.id for row in document.rows] == ["k2"]
    assert documents_of(store, states=["needs-work"]) == []


def test_one_article_can_be_chosen(store: ReviewStore) -> None:
    store.add([build_result(title="Another")])
    assert len(documents_of(store)) == 2
    assert [one.id for one in documents_of(store, ARTICLE)] == [ARTICLE]
