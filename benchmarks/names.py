"""How names come into drafts: 300 news sentences with 606 names, written for this (CC0).

    python -m benchmarks.names [--translator embedded] [--limit 300]
    python -m benchmarks.names --found [--fresh]

A line of ``benchmarks/data/names.tsv`` has the English, its people, the Khmer of its places and its
institutions; lists are parted by ``|``. Nothing was tuned on the drafts of these sentences, but the
rules that tell people were extended twice, after reading which were missed (207, then 231 of 246
before). Writes ``benchmarks/results/names.md``; with ``--found`` it only prints what is found.
``--fresh`` takes the 100 sentences of ``names_fresh.tsv`` instead, written before the rules were
extended for institutions; what was missed there has been read since.
"""

import argparse
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from summarize.backends.registry import translator
from summarize.checks import Context
from summarize.drafting import Drafted, draft
from summarize.drafting.known import wanted
from summarize.drafting.wanted import Wanted
from summarize.options import BackendOptions
from summarize.session import check_context
from summarize.settings import load_settings

DATA: Final = Path(__file__).with_name("data")
RESULTS: Final = Path(__file__).with_name("results") / "names.md"
AT_ONCE: Final = 12


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence and the names that a person finds in it; ``places`` are in Khmer."""

    english: str
    people: tuple[str, ...]
    places: tuple[str, ...]
    bodies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """What became of a sentence."""

    line: Line
    wanted: tuple[Wanted, ...]
    drafted: Drafted

    @property
    def brackets(self) -> bool:
        """Whether a name found no place in it."""
        return "in brackets" in self.drafted.mended


def lines(page: str = "names.tsv") -> list[Line]:
    """The set, or another."""
    rows = (row.split("\t") for row in (DATA / page).read_text("utf-8").splitlines())
    return [Line(english, *(_listed(cell) for cell in cells)) for english, *cells in rows]


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, cell.split("|")))


def found(one: Drawn) -> Iterator[tuple[str, bool]]:
    """Each name of the set by kind, and whether the program finds it in the English."""
    people = [name.text for name in one.wanted if name.kind in ("person", "word")]
    bodies = [name.text for name in one.wanted if name.kind == "body"]
    for text in one.line.people:
        yield "people", any(text == name or name in text for name in people)
    for khmer in one.line.places:
        yield "places", any(khmer in name.khmer for name in one.wanted)
    for text in one.line.bodies:
        yield "institutions", any(name in text or text in name for name in bodies)


def kept(one: Drawn) -> Iterator[tuple[str, bool]]:
    """Each name that was found, and whether the draft has it in its Khmer."""
    for name in one.wanted:
        if not name.is_advice:
            known = "spelt by sound" if name.is_spelt else "known or in Latin"
            yield known, name.stands_in(one.drafted.target)


def shares(rows: Iterator[tuple[str, bool]]) -> list[str]:
    """A row of a table for each kind."""
    total, right = Counter[str](), Counter[str]()
    for kind, is_right in rows:
        total[kind] += 1
        right[kind] += is_right
    counts = ((kind, right[kind], n) for kind, n in total.items())
    return [f"| {kind} | {good} of {n} | {good / n:.1%} |" for kind, good, n in counts]


def recognised(chosen: Sequence[Line], context: Context) -> list[str]:
    """A row for each kind of name, without drafts."""
    drawn = [Drawn(line, wanted(line.english, context.glossary), Drafted("")) for line in chosen]
    return shares(pair for one in drawn for pair in found(one))


def milliseconds(sentences: Sequence[str], context: Context) -> float:
    """CPU time to find the names of a sentence, the mean of a second, warm round."""
    for sentence in sentences:
        wanted(sentence, context.glossary)
    start = time.process_time()
    for sentence in sentences:
        wanted(f"{sentence} ", context.glossary)  # not remembered as such
    return (time.process_time() - start) * 1000 / len(sentences)


def report(drawn: Sequence[Drawn], signature: str, cost: float) -> str:
    """The page."""
    brackets = sum(one.brackets for one in drawn)
    table = [
        "| in the English | found | share |",
        "|---|---:|---:|",
        *shares(pair for one in drawn for pair in found(one)),
        "",
        "| found, in the draft | | share |",
        "|---|---:|---:|",
        *shares(pair for one in drawn for pair in kept(one)),
    ]
    return "\n".join(
        [
            "# Names in drafts",
            "",
            f"{len(drawn)} news sentences written for this, `{signature}`.",
            "The rules that tell people and places were extended after reading which were missed.",
            "",
            *table,
            "",
            f"In {brackets} of the {len(drawn)} sentences a name that the draft has no place for",
            "stands in brackets at the end.",
            f"Finding the names of a sentence takes {cost:.2f} ms of CPU.",
            "",
        ]
    )


def main() -> None:
    """Draft, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--translator", default="embedded")
    parser.add_argument("--limit", type=int, default=0)
    parser.add_argument("--found", action="store_true", help="draft nothing")
    parser.add_argument("--fresh", action="store_true", help="with --found: the second set")
    args = parser.parse_args()
    if args.fresh and not args.found:
        parser.error("--fresh goes with --found")
    settings = load_settings()
    context = check_context(settings)
    if args.found:
        chosen = lines("names_fresh.tsv" if args.fresh else "names.tsv")
        print("\n".join(recognised(chosen, context)))
        return
    model = translator(args.translator, BackendOptions(settings.model_dir, offline=True))
    chosen = lines()[: args.limit or None]
    drawn: list[Drawn] = []
    for at in range(0, len(chosen), AT_ONCE):
        group = chosen[at : at + AT_ONCE]
        drafts = draft(model, [line.english for line in group], context)
        drawn += [
            Drawn(line, wanted(line.english, context.glossary), drafted)
            for line, drafted in zip(group, drafts, strict=True)
        ]
    cost = milliseconds([line.english for line in chosen], context)
    RESULTS.write_text(report(drawn, model.signature, cost), "utf-8")
    print(RESULTS.read_text("utf-8"))


if __name__ == "__main__":
    main()
