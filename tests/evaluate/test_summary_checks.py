"""The figures of hop one, on summaries whose faults are known."""

import pytest

from summarize.articles import article_from_text
from summarize.checks import Context
from summarize.evaluate.corpus import Summarised
from summarize.evaluate.figures import Figure
from summarize.evaluate.hops import hops
from summarize.evaluate.summary_checks import measure_summary_checks

TEXTS = [
    "In 2016 the mayor Anna Berg paid 250 workers of the WHO in Oslo. The city thanked her.",
    "In 1999 the judge Carl Dahl fined 410 drivers of the FBI in Bergen. They had driven too fast.",
]


@pytest.fixture
def figures() -> dict[tuple[str, str], Figure]:
    corpus = [
        Summarised(article_from_text(TEXTS[0]), "Anna Berg paid 250 workers."),
        Summarised(article_from_text(TEXTS[1]), "The judge fined 410 drivers. Carl Dahl was fast."),
    ]
    return {(f.kind, f.name): f for f in measure_summary_checks("set", corpus, Context(), 1)}


def test_false_alarms_are_counted_by_sentences(figures: dict[tuple[str, str], Figure]) -> None:
    names = {name for name, hop in hops().items() if hop == 1}
    assert names
    assert all(figures["false alarms", name].rate.total == 3 for name in names)


def test_every_sentence_with_a_figure_can_be_damaged(
    figures: dict[tuple[str, str], Figure],
) -> None:
    figure = figures["detected", "a number swapped"]
    assert figure.rate.total == 2
    assert figure.rate.hits == 2
