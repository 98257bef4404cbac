"""A simulated desk learns: ``python -m benchmarks.learning --data DATA --out FOLDER``.

The desk covers health: its approved sentences are of TICO-19 test, which the shipped model was not
trained on, with house terms in place of the usual ones. Blocks of lines go by turns to the desk and
to the sentences that are only measured on. ``FOLDER`` gets the memory, the desk and a line of
``results.jsonl`` for every step; an interrupted run goes on.
"""

import argparse
import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from summarize.adapting.desk import Desk
from summarize.adapting.gate import compared
from summarize.adapting.learn import Asked, learn, prepared, shipped_model
from summarize.adapting.measure import translated
from summarize.adapting.pairs import Pair, clean
from summarize.adapting.swap import undone
from summarize.backends.embedded import EmbeddedTranslator
from summarize.evaluate.chrf import scores, sentence_scores
from summarize.evaluate.pairs import read_pairs
from summarize.khmer.normalise import draft_text
from summarize.memory.records import Entry
from summarize.memory.store import Memory
from summarize.models.embedded.learned import model_in_use
from summarize.options import BackendOptions

HOUSE: Final = {
    "COVID-19": "កូវីដ-19",
    "វីរុសកូរ៉ូណា": "កូរ៉ូណាវីរុស",
    "រោគសញ្ញា": "អាការរោគ",
    "វ៉ាក់សាំង": "ថ្នាំបង្ការ",
    "មន្ទីរពេទ្យ": "មន្ទីរព្យាបាល",
    "រដ្ឋាភិបាល": "រាជរដ្ឋាភិបាល",
    "អង្គការសុខភាពពិភពលោក": "អង្គការពិភពលោកផ្នែកសុខាភិបាល",
    "ធ្វើតេស្ត": "ពិនិត្យរោគ",
    "វូហាន": "អ៊ូហាន",
    "ជំងឺរាតត្បាត": "ការរាតត្បាតសកល",
    "ម៉ាស់": "របាំងមុខ",
    "វេជ្ជបណ្ឌិត": "គ្រូពេទ្យ",
}
"""What this desk writes, by what the translations have."""
BLOCK: Final = 20
APPROVED, MEASURED = 500, 300
FIRST: Final = 700
"""The line from which on the set has news and encyclopedias; before there are medical papers."""
SHORTEST, LONGEST = 30, 300
"""Characters of an English sentence."""


def in_house(khmer: str) -> str:
    """``khmer`` with the terms of the house."""
    for usual, own in HOUSE.items():
        khmer = khmer.replace(draft_text(usual), own)
    return khmer


def desk_and_rest(data: Path) -> tuple[list[Pair], list[Pair]]:
    """The sentences that the desk approves, as they are published, and others of its beat."""
    lines = read_pairs(data / "eval" / "tico_test.tsv")[FIRST:]
    sides: tuple[list[Pair], list[Pair]] = [], []
    for at, one in enumerate(lines):
        if SHORTEST <= len(one.source) <= LONGEST:
            sides[at // BLOCK % 2].append(Pair(one.source, draft_text(one.target)))
    return evenly(sides[0], APPROVED), evenly(sides[1], MEASURED)


def evenly(pairs: Sequence[Pair], number: int) -> list[Pair]:
    """So many of ``pairs``, from all of them."""
    return [pairs[at * len(pairs) // number] for at in range(number)]


class Results:
    """The figures, a line for each step that is done."""

    def __init__(self, path: Path) -> None:
        self._path = path
        text = path.read_text("utf-8") if path.exists() else ""
        self.done: dict[str, Any] = dict(json.loads(line) for line in text.splitlines())

    def add(self, name: str, value: Any) -> None:
        """Keep ``value`` as that of the step ``name``."""
        self.done[name] = value
        with self._path.open("a", encoding="utf-8") as stream:
            stream.write(json.dumps([name, value], ensure_ascii=False) + "\n")
        print(name, json.dumps(value, ensure_ascii=False)[:400], flush=True)


def measured(
    folders: tuple[Path, Path], pairs: Sequence[Pair], options: BackendOptions, house: bool
) -> dict[str, Any]:
    """Both models on ``pairs``: chrF of a sentence with its interval, and of the whole."""
    drafts = [translated(folder, pairs, options, lambda _more: None) for folder in folders]
    found: dict[str, Any] = {"drafts": drafts}
    for name, change in {"house": in_house, "published": str}.items():
        if name == "house" and not house:
            continue
        references = [clean(pair.source, change(pair.target)).target for pair in pairs]
        both = compared(*(sentence_scores(texts, references) for texts in drafts))
        corpus = [scores(texts, references)["chrf"].value for texts in drafts]
        found[name] = {"sentences": str(both), "corpus_chrf": corpus}
        if name == "house":
            found["terms"] = [_terms(texts, references) for texts in drafts]
    return found


def _terms(drafts: Sequence[str], references: Sequence[str]) -> str:
    """How many of the house terms of the references the drafts of the same sentences have."""
    wanted = [
        (d, own)
        for d, r in zip(drafts, references, strict=True)
        for own in HOUSE.values()
        if own in r
    ]
    return f"{sum(own in draft for draft, own in wanted)} of {len(wanted)}"


def run(arguments: argparse.Namespace) -> None:
    """All steps that are not done."""
    out: Path = arguments.out
    out.mkdir(parents=True, exist_ok=True)
    results = Results(out / "results.jsonl")
    approved, rest = desk_and_rest(arguments.data)
    memory = Memory(out / "memory.sqlite")
    memory.add(Entry(one.source, in_house(one.target), "desk") for one in approved)
    desk, model = Desk(out / "learned"), shipped_model()
    options = BackendOptions(
        arguments.models,
        offline=True,
        device="cpu",
        effort="fast",
        notify=print,
        learned_dir=desk.root,
    )
    before = EmbeddedTranslator(options).signature
    if "learned" not in results.done:
        with desk.running():
            asked = Asked(arguments.minutes, arguments.threads)
            plan = prepared(desk, memory.entries(), asked, model)
            shutil.copy(desk.run / "plan.json", out / "plan.json")
            outcome = learn(desk, plan, model, options)
        if outcome.verdict is None:
            raise SystemExit("stopped; the same command goes on")
        results.add("learned", {**outcome.verdict.to_dict(), "sentences": plan.sentences})
    swapped = results.done["learned"]["decision"] == "swapped"
    after = model_in_use(desk.root, model.folder).folder if swapped else desk.candidate
    folders = model.folder, after
    flores = [
        clean(one.source, one.target)
        for one in read_pairs(arguments.data / "eval" / "flores_dev.tsv")
    ]
    for name, pairs, house in (("beat", rest, True), ("flores_dev", flores, False)):
        if name not in results.done:
            results.add(name, measured(folders, pairs, options, house))
    if swapped and "undo" not in results.done:
        learned = EmbeddedTranslator(options).signature
        undone(desk)
        again = EmbeddedTranslator(options).signature
        results.add("undo", {"same": again == before, "was": learned, "is": again})


def main() -> None:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="folder with eval/")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--models", type=Path, required=True, help="where built models are kept")
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--threads", type=int, default=1)
    run(parser.parse_args())


if __name__ == "__main__":
    main()
