import pytest

from summarize.records import Draft, Provenance, Result, Segment, Source, Summary, SummarySentence
from tests.builders import build_article

ENGLISH = ("Judges met to speed up trials of traffickers.", "They jailed 16 people.")
KHMER = ("ចៅក្រមបានជួបគ្នាដើម្បីពន្លឿនការជំនុំជម្រះ។", "ពួកគេបានដាក់ពន្ធនាគារមនុស្ស ១៦ នាក់។")
REPLACED = "A sentence of the article, in place of one of which a check said: 61 is not there."
ARTICLE = (
    "Judges met on Monday.",
    "They want to speed up trials.",
    "Traffickers are often freed.",
    "The judges jailed 16 people.",
)


@pytest.fixture
def traced() -> Result:
    """Two summary sentences: one from the first three of the article, one replaced."""
    article = build_article(*ARTICLE, title="Courts to act")
    sources = [Source(s.id, s.start, s.end) for s in article.sentences]
    first = SummarySentence("s1", ENGLISH[0], tuple(sources[:3]), support=0.874)
    second = SummarySentence("s2", ENGLISH[1], (sources[3],), REPLACED, 1.0)
    pairs = enumerate(zip(ENGLISH, KHMER, strict=True), start=1)
    segments = tuple(Segment(f"k{n}", f"s{n}", en, km) for n, (en, km) in pairs)
    summary, draft = Summary((first, second), "bart|test"), Draft(segments, "book|test")
    return Result(article, summary, draft, (), Provenance("0.1.0"))
