from collections.abc import Callable

import pytest

from summarize.publish.story import Story
from summarize.records import Article, Draft, Provenance, Result, Segment, Summary, SummarySentence
from summarize.review.records import Reviewed
from tests.builders import build_article

KHMER = (
    "តុលាការបានបើកសំណុំរឿង ១២ កាលពីថ្ងៃចន្ទ។",
    "លោករដ្ឋមន្ត្រីបាននិយាយថា «យុត្តិធម៌សម្រាប់ទាំងអស់គ្នា» ។",
    "គ្មាននរណាម្នាក់រងរបួសទេ។",
)
ENGLISH = ("The court opened 12 cases.", "The minister spoke.", "Nobody was hurt.")
STORY = Story("តុលាការបើកសំណុំរឿង", "ភ្នំពេញ៖", (f"{KHMER[0]} {KHMER[1]}", "គ្មាននរណាម្នាក់រងរបួសទេ៕"))

Told = tuple[Result, list[Reviewed]]


def told(article: Article, *, whole: bool = False, targets: tuple[str, ...] = KHMER) -> Told:
    """A result with a draft of the sentences, and what people have made of it."""
    ids = [sentence.id for sentence in article.sentences] if whole else ["s1", "s2", "s3"]
    segments = [
        Segment(f"k{n}", sentence, source, "ព្រាង។")
        for n, (sentence, source) in enumerate(zip(ids, ENGLISH, strict=False), start=1)
    ]
    sentences = tuple(SummarySentence(f"s{n}", text) for n, text in enumerate(ENGLISH, start=1))
    summary = None if whole else Summary(sentences, "lead")
    result = Result(article, summary, Draft(tuple(segments), "book"), (), Provenance("0.1.0"))
    reviewed = [
        Reviewed(article.id, one.id, one.source, one.target, target, "approved", 1, "Sok")
        for one, target in zip(segments, targets, strict=True)
    ]
    return result, reviewed


@pytest.fixture
def tell() -> Callable[..., Told]:
    return lambda *sentences, title="", **options: told(
        build_article(*(sentences or ENGLISH), title=title), **options
    )
