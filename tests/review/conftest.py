"""Results to review: an article, its summary, and a Khmer draft."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from summarize.records import Draft, Provenance, Result, Segment, Summary, SummarySentence
from summarize.review.store import ReviewStore
from tests.builders import build_article

Pairs = dict[str, str]
PAIRS: Pairs = {
    "The court opened 12 cases.": "តុលាការបានបើកសំណុំរឿង ១២។",
    "The minister met reporters.": "រដ្ឋមន្ត្រីបានជួបអ្នកសារព័ត៌មាន។",
    "Nobody was hurt.": "គ្មាននរណាម្នាក់រងរបួសទេ។",
}


def build_result(pairs: Pairs = PAIRS, title: str = "Courts", source: str = "a.txt") -> Result:
    """A result whose article stays the same whatever its summary and draft are."""
    article = build_article("One article.", title=title, source=source)
    sentences = tuple(SummarySentence(f"s{n}", text) for n, text in enumerate(pairs, 1))
    segments = tuple(
        Segment(f"k{n}", f"s{n}", text, khmer) for n, (text, khmer) in enumerate(pairs.items(), 1)
    )
    return Result(
        article, Summary(sentences, "lead"), Draft(segments, "book"), (), Provenance("0.1.0")
    )


RESULT = build_result()
ARTICLE = RESULT.article.id


@pytest.fixture
def open_store(tmp_path: Path) -> Iterator[Callable[[], ReviewStore]]:
    """Opens the same review again and again, and closes what it opened."""
    opened: list[ReviewStore] = []

    def open_one() -> ReviewStore:
        opened.append(ReviewStore(tmp_path / "review.sqlite"))
        return opened[-1]

    yield open_one
    for store in opened:
        store.close()


@pytest.fixture
def store(open_store: Callable[[], ReviewStore]) -> ReviewStore:
    """A review with one article of three segments."""
    filled = open_store()
    filled.add([RESULT])
    return filled
