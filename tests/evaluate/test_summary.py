"""Summarisers are measured by the way that summaries really go."""

import pytest

from summarize.articles import article_from_text
from summarize.backends.base import SummarySpec
from summarize.checks import Context
from summarize.evaluate.corpus import Summarised
from summarize.evaluate.summary import compare, report, summarize_all
from summarize.pipeline import Pipeline
from tests.scripted import LeadSummarizer

pytest.importorskip("rouge_score")

CORPUS = [
    Summarised(
        article_from_text(f"The court fined {n} people. They had driven too fast. Rain fell."),
        f"The court fined {n} people.",
    )
    for n in (12, 13, 14)
]


def pipeline(sentences: int) -> Pipeline:
    return Pipeline(LeadSummarizer(), None, spec=SummarySpec(sentences))


def test_summaries_equal_to_their_references_score_one() -> None:
    made, speed = summarize_all(pipeline(1), [item.article for item in CORPUS], lambda _: None)
    data = report(CORPUS, made, Context(), speed).to_dict()
    assert data["rouge1"] == data["rouge2"] == data["rougeLsum"] == 1.0
    assert data["system"] == "lead|test"
    assert data["without_error"]["n"] == data["articles"] == data["computed_articles"] == 3
    assert data["words"] == data["reference_words"] == 5
    assert data["articles_per_minute"] > 0


def test_the_longer_of_two_systems_is_worse_beyond_chance() -> None:
    reports = []
    for sentences in (1, 3):
        made, speed = summarize_all(
            pipeline(sentences), [item.article for item in CORPUS], lambda _: None
        )
        reports.append(report(CORPUS, made, Context(), speed))
    found = compare(*reports)["rouge1"]
    assert found["difference"] < 0
    assert found["interval_95"][1] < 0
