"""The Khmer headline is reviewed as the first segment of its article, in every format."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from summarize.publish.story import build_story
from summarize.records import Headline, Result, Segment
from summarize.review.exporting import confirmed_entries, documents_of
from summarize.review.formats import FORMATS, FormatName
from summarize.review.records import Edit
from summarize.review.store import ReviewStore
from summarize.review.web.story import story
from tests.review.conftest import ARTICLE, RESULT

KHMER = "តុលាការបើកសំណុំរឿង ១២"
HEADED = replace(
    RESULT,
    headline=Headline(
        "Courts Open 12 Cases",
        "Courts open 12 cases",
        (),
        Segment("kh1", "h1", "Courts open 12 cases", KHMER),
    ),
)


@pytest.fixture
def headed(open_store: Callable[[], ReviewStore]) -> ReviewStore:
    store = open_store()
    store.add([HEADED])
    return store


def test_it_is_the_first_segment_and_counts_as_one(headed: ReviewStore) -> None:
    assert [one.id for one in headed.segments(ARTICLE)] == ["kh1", "k1", "k2", "k3"]
    assert headed.articles()[0].segments == 4


def test_the_page_calls_it_headline_and_says_whose_it_is(headed: ReviewStore) -> None:
    shown = story(headed, ARTICLE)
    assert shown.title == "Courts Open 12 Cases"
    assert [row.name for row in shown.rows[:2]] == ["Headline", "Sentence 1"]
    assert shown.rows[0].origins == ()


def test_an_approved_headline_enters_the_memory_and_the_page(headed: ReviewStore) -> None:
    edit = Edit(ARTICLE, "kh1", 0, "តុលាការ បើក ១២ រឿង។", state="approved", opened=True)
    headed.change([edit], "Sok")
    assert [(one.source, one.target) for one in confirmed_entries(headed)] == [
        ("Courts open 12 cases", "តុលាការ បើក ១២ រឿង។")
    ]
    published = build_story(headed.article(ARTICLE), headed.segments(ARTICLE))
    assert published.headline == "តុលាការ បើក ១២ រឿង"
    assert KHMER not in " ".join(published.paragraphs)


@pytest.mark.parametrize("format_name", FORMATS)
def test_every_exchange_format_takes_it_out_and_back(
    format_name: FormatName, headed: ReviewStore
) -> None:
    codec = FORMATS[format_name].codec()
    (document,) = documents_of(headed)
    back = {one.key: one.target for one in codec.read(codec.write(document), "file")}
    assert back[f"{ARTICLE}:kh1"] == KHMER


def test_results_of_before_take_nothing_from_people(
    headed: ReviewStore,
) -> None:
    headed.change([Edit(ARTICLE, "k1", 0, state="approved", opened=True)], "Sok")
    headed.add([RESULT])
    assert [one.id for one in headed.segments(ARTICLE)] == ["k1", "k2", "k3"]
    headed.add([HEADED])
    assert [(one.id, one.state) for one in headed.segments(ARTICLE)][:2] == [
        ("kh1", "draft"),
        ("k1", "approved"),
    ]


def test_a_result_without_a_khmer_headline_has_none(store: ReviewStore) -> None:
    result: Result = store.article(ARTICLE)
    assert build_story(result, store.segments(ARTICLE)).headline == ""
