"""What ``summarize learn suggest`` does and prints."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Final

import typer

from summarize.cli.ledger import approval, enter
from summarize.cli.report import Reporter
from summarize.cli.reviewing import opened, plural
from summarize.cli.terms import glossary_in_force, take
from summarize.cli.trusting import load_settings
from summarize.errors import UsageError
from summarize.glossary.records import Term, tidy
from summarize.learning.corrections import Correction, corrections
from summarize.review.labels import label_of_key, labels
from summarize.review.records import Reviewed

ORIGIN: Final = "review"
"""Where the Khmer of a name or term is said to be from."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which suggestions to accept, by their English or all, and how they are found and signed."""

    accepted: frozenset[str]
    is_all: bool
    least: int
    by: str

    def is_accepted(self, one: Correction) -> bool:
        """Whether ``one`` is to be added."""
        return self.is_all or one.source in self.accepted


def suggest_from(results: Sequence[Path], asked: Asked, format_name: str) -> None:
    """Print what ``results`` suggest and add what is accepted. Raises ``SummarizeError``."""
    segments, names = _read(results)
    found = corrections(segments, glossary_in_force(), asked.least)
    if unknown := asked.accepted - {one.source for one in found}:
        raise UsageError(
            f"nothing is suggested for {', '.join(map(repr, sorted(unknown)))}, so nothing was "
            "added",
            "Give the English as `summarize learn suggest` lists it.",
        )
    _add([one for one in found if asked.is_accepted(one)], asked.by)
    if format_name == "json":
        rows = [
            {**asdict(one), "count": one.count, "accepted": asked.is_accepted(one)} for one in found
        ]
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for one in found:
        typer.echo(_told(one, names, is_added=asked.is_accepted(one)))
    _hint(found, asked)


def _read(results: Iterable[Path]) -> tuple[list[Reviewed], dict[str, str]]:
    """All segments of the reviews, and what their articles are called."""
    segments: list[Reviewed] = []
    names: dict[str, str] = {}
    for one in results:
        with opened(one) as store:
            segments += store.segments()
            names.update(labels(store.articles()))
    return segments, names


def _add(accepted: Sequence[Correction], by: str) -> None:
    """Names into the ledger, terms into the glossary, both in one file under its lock."""
    glossary = load_settings().glossary
    for one in accepted:
        if one.kind == "name":
            enter(one.source, one.after, {"origin": ORIGIN}, by, glossary)
    known = {term.source: term for term in glossary_in_force().terms}
    terms = [_term(one, known.get(one.source), by) for one in accepted if one.kind == "term"]
    if terms:
        take(terms, glossary)


def _term(one: Correction, known: Term | None, by: str) -> Term:
    """The entry from now on, signed; what else the one in force has stays."""
    entry = known or Term(one.source, one.after)
    return tidy(replace(entry, target=one.after, origin=ORIGIN, **approval(by)))


def _told(one: Correction, names: dict[str, str], *, is_added: bool) -> str:
    where = ", ".join(label_of_key(key, names) for key in one.segments)
    other = f", otherwise in {one.against}" if one.against else ""
    added = ": added" if is_added else ""
    return (
        f"{one.source} ({one.kind}){added}\n"
        f"  {one.before} → {one.after}  in {plural(one.count, 'sentence')}{other}\n"
        f"  {where}"
    )


def _hint(found: Sequence[Correction], asked: Asked) -> None:
    """Say what to do with suggestions that are left, or why there are none."""
    if not found:
        Reporter().notify(
            f"No name or term was corrected in the same way in {asked.least} approved sentences."
        )
    elif not all(map(asked.is_accepted, found)):
        Reporter().notify("To add one: --accept ENGLISH. To add all: --accept-all.")
