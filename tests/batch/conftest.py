"""A batch in this process: a folder of articles, backends that keep a history, one call to run."""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from summarize.backends.base import SummarySpec, TranslationSpec
from summarize.batch.local import LocalRunner
from summarize.batch.plan import Selection, find_inputs
from summarize.batch.progress import Silent
from summarize.batch.run import Ended, Job, run_batch
from summarize.batch.signals import Stop
from summarize.cache import Cache, Store
from summarize.checks import USUAL, Context
from summarize.pipeline import Pipeline
from tests.scripted import LeadSummarizer

MINISTERS = ("Sok Dara", "Chan Vanna", "Keo Sophal", "Kim Sreyneang", "Nuon Bopha", "Ly Rithy")


def text_of(number: int) -> str:
    """An article of its own: three sentences that no other has."""
    who = MINISTERS[number % len(MINISTERS)]
    return (
        f"The minister {who} opened school number {number} in the province on Monday.\n\n"
        f"He said that {number + 100} pupils of the district will learn there from next year.\n\n"
        f"The building cost {number + 5000} dollars, which the village had saved for a long time."
    )


class Echo:
    """Khmer with the numbers of the English; keeps what it was given, and may be told to act."""

    def __init__(self, signature: str = "echo|test") -> None:
        self.signature = signature
        self.seen: list[str] = []
        self.act: Callable[[Sequence[str]], None] = lambda _: None

    def translate(self, sentences: Sequence[str], spec: TranslationSpec) -> list[str]:
        if not spec.careful:
            self.act(sentences)
            self.seen += sentences
        return [
            f"លោករដ្ឋមន្ត្រីបានសម្ពោធសាលារៀនថ្មីនៅក្នុងខេត្តនៅថ្ងៃចន្ទ {' '.join(re.findall('[0-9]+', text))}។"
            for text in sentences
        ]


@dataclass
class Desk:
    """A folder of articles and what works on it; every ``run`` is a batch."""

    root: Path
    summarizer: LeadSummarizer = field(default_factory=LeadSummarizer)
    translator: Echo = field(default_factory=Echo)
    stop: Stop = field(default_factory=Stop)
    context: Context = USUAL

    @property
    def articles(self) -> Path:
        return self.root / "in"

    @property
    def output(self) -> Path:
        return self.root / "out"

    def write(self, name: str, text: str) -> Path:
        path = self.articles / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    def run(self, *sources: object, sentences: int = 2, **options: Any) -> Ended:
        self.stop = Stop()
        cache: Cache = Store(self.root / "cache")
        spec = SummarySpec(sentences)
        pipeline = Pipeline(self.summarizer, self.translator, cache, spec, context=self.context)
        names = [str(source) for source in sources or (self.articles,)]
        selection = Selection(outside=self.output)
        job = Job(names, find_inputs(names, selection), self.output, ["md"], selection, 2, 100_000)
        signatures = pipeline.require_models()
        runner = LocalRunner(pipeline)
        job = replace(job, **options)
        return run_batch(job, runner, pipeline.recipe, signatures, Silent(), self.stop)

    def lines(self) -> dict[str, dict[str, Any]]:
        """The lines of ``results.jsonl``, by input; each input must have one only."""
        rows = list(map(json.loads, (self.output / "results.jsonl").read_bytes().splitlines()))
        found = {row["input"] if "error" in row else row["article"]["source"]: row for row in rows}
        assert len(found) == len(rows)
        return {Path(name).name: row for name, row in found.items()}

    def manifest(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((self.output / "manifest.json").read_bytes())
        return found

    def files(self) -> list[str]:
        """What a user sees in the output folder."""
        found = (path.relative_to(self.output) for path in self.output.rglob("*") if path.is_file())
        return sorted(path.as_posix() for path in found if path.parts[0] != ".summarize")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    found = Desk(tmp_path)
    for number in range(6):
        found.write(f"sub/{number}.txt" if number % 2 else f"{number}.txt", text_of(number))
    return found
