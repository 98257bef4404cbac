"""The regression corpus: every input is read as a person reads it. See ``gold.py``."""

from pathlib import Path

import pytest

from tests.articles.gold import agreement, cases, gold_of, read, total

CASES = cases()
LEAST = 0.99
"""Of recall and precision of sentences over the whole corpus."""


def test_the_corpus_is_there() -> None:
    assert len(CASES) >= 60


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_no_sentence_is_lost_or_added(case: Path) -> None:
    gold, found = gold_of(case), read(case)
    assert found.folded == gold.folded
    assert found.is_refused == gold.is_refused


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_headline_and_dateline_are_told_from_the_text(case: Path) -> None:
    gold, found = gold_of(case), read(case)
    assert found.title.casefold() == gold.title.casefold()
    assert found.dateline == gold.dateline
    assert found.leaves_out or not gold.leaves_out


def test_the_corpus_as_a_whole_is_above_its_floor() -> None:
    found = total(agreement(gold_of(case), read(case)) for case in CASES)
    assert min(found.recall, found.precision) >= LEAST
