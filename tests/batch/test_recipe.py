"""The recipe of a pipeline changes with all that steers a result, and with nothing else."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from summarize.backends.base import SummarySpec
from summarize.checks import Context
from summarize.glossary.records import Glossary, Term
from summarize.khmer.style import HouseStyle
from summarize.pipeline import Pipeline
from tests.batch.conftest import Echo
from tests.scripted import LeadSummarizer

TERM = Term("court", "តុលាការ")
SKIP = frozenset({"numbers", "length", "truncation"})
CHANGES: dict[str, Callable[[], Pipeline]] = {
    "the length": lambda: Pipeline(LeadSummarizer(), Echo(), spec=SummarySpec(5)),
    "the translator": lambda: Pipeline(LeadSummarizer(), Echo("other|test")),
    "no translator": lambda: Pipeline(LeadSummarizer(), None),
    "no summariser": lambda: Pipeline(None, Echo()),
    "the house style": lambda: Pipeline(
        LeadSummarizer(), Echo(), style=HouseStyle(digits="arabic")
    ),
    "the glossary": lambda: Pipeline(LeadSummarizer(), Echo(), context=Context(Glossary((TERM,)))),
    "a check left out": lambda: Pipeline(LeadSummarizer(), Echo(), context=Context(skip=SKIP)),
}


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_is_another_recipe(change: str) -> None:
    usual = Pipeline(LeadSummarizer(), Echo()).recipe
    others = [make().recipe for name, make in CHANGES.items() if name != change]
    assert CHANGES[change]().recipe not in {usual, *others}


def test_the_same_settings_are_the_same_recipe_in_every_process() -> None:
    code = (
        "from tests.batch.test_recipe import CHANGES\n"
        "print(*(CHANGES[name]().recipe for name in sorted(CHANGES)))"
    )
    root = Path(__file__).parents[2]
    found = [
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, check=True, text=True, cwd=root
        ).stdout
        for _ in range(2)
    ]
    assert found[0] == found[1]
