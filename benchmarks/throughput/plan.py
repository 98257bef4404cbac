"""What one run has to do: the same for every system."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.many_articles import variations
from summarize.articles.build import article_from_text
from summarize.records import Article

SENTENCES = 3
"""Of each article are translated: those that the extractive summariser chooses."""


@dataclass(frozen=True, slots=True)
class Plan:
    """``articles`` made from ``data``, through a summariser and a translator.

    ``summarizer`` and ``translator`` are model folders; "" is the extractive summariser, and the
    embedded translator. ``written`` is how many tokens a translator with random weights writes.
    ``scratch`` is a folder for whatever a system leaves.
    """

    data: str
    articles: int
    summarizer: str
    translator: str
    written: int
    scratch: str
    threads: int

    def dump(self) -> str:
        """As JSON."""
        return json.dumps(asdict(self))


def make_articles(plan: Plan) -> list[Article]:
    """The articles, different ones, the same in every run."""
    from summarize.evaluate.corpus import read_corpus

    corpus = [[s.text for s in pair.article.sentences] for pair in read_corpus(Path(plan.data))]
    texts = variations(corpus, plan.articles, seed=1)
    return [article_from_text(t, source=f"article {n}", force=True) for n, t in enumerate(texts)]


def chosen(articles: list[Article]) -> list[list[str]]:
    """The sentences of each article that are translated."""
    from summarize.backends.base import SummarySpec
    from summarize.backends.extractive import ExtractiveSummarizer
    from summarize.options import BackendOptions

    summarizer = ExtractiveSummarizer(BackendOptions(Path()))
    found = summarizer.summarize(articles, SummarySpec(SENTENCES))
    return [[sentence.text for sentence in summary.sentences] for summary in found]
