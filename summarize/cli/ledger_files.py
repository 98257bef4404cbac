"""What ``summarize names import|export`` do: the ledger of names as files."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import typer

from summarize.cli.approving import signer
from summarize.cli.report import Reporter
from summarize.cli.reviewing import plural
from summarize.cli.terms import finished, own_reading, take, write_terms
from summarize.cli.trusting import load_settings
from summarize.drafting.known import is_name, wanted
from summarize.glossary.changes import Change
from summarize.glossary.files import read_terms
from summarize.glossary.ledger import Approval, weigh
from summarize.glossary.records import Glossary, Term
from summarize.glossary.store import merged, shipped_terms


def import_names(file: Path, by: str, format_name: str) -> int:
    """Take over the names of ``file`` and print what became of them; returns how many were refused.

    One's own glossary is made where there is none yet. Raises ``GlossaryError``, ``OutputError``,
    ``UsageError``; then nothing is taken.
    """
    path = load_settings().glossary
    reading, own = read_terms(file), finished(path)
    glossary = Glossary(merged(shipped_terms(), own))
    approval = Approval(signer(by), datetime.now(UTC).date().isoformat())
    weighed = weigh(reading.terms, own, lambda name: _said(name, glossary), approval)
    change = take(weighed.taken, path)
    refused = [*reading.unfinished, *weighed.refused]
    for reason in refused:
        Reporter().notify(f"refused: {reason}")
    same = len(weighed.taken) - len(change.added) - len(change.changed)
    counts = {
        "added": len(change.added),
        "changed": len(change.changed),
        "unchanged": weighed.unchanged + same,
        "refused": len(refused),
    }
    if format_name == "json":
        entries = [asdict(term) for term in (*change.added, *change.changed)]
        data = {**counts, "reasons": refused, "entries": entries}
        typer.echo(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        lines = [*_lines(change, own), ", ".join(f"{n} {what}" for what, n in counts.items())]
        typer.echo("\n".join(lines))
    return len(refused)


def export_names(file: Path, format_name: str) -> None:
    """Write the names of one's own glossary to ``file``. Raises ``OutputError``, ``UsageError``."""
    names = [term for term in own_reading().terms if is_name(term)]
    write_terms(file, names)
    if format_name == "json":
        typer.echo(json.dumps({"path": str(file), "names": len(names)}, ensure_ascii=False))
    else:
        typer.echo(f"{plural(len(names), 'name')} in {file}")
    if not names:
        Reporter().notify("Your glossary has no names yet: summarize names add NAME KHMER")


def _said(name: str, glossary: Glossary) -> str:
    """The Khmer that stands for ``name`` today, or ""."""
    return next((one.khmer for one in wanted(name, glossary) if one.text == name), "")


def _lines(change: Change, own: Sequence[Term]) -> Iterator[str]:
    before = {term.source: term.target for term in own}
    for term in change.added:
        yield f"added: {term.source}  {term.target}  {term.status}"
    for term in change.changed:
        old = before[term.source]
        was = f"  (was {old})" if old != term.target else ""
        yield f"changed: {term.source}  {term.target}  {term.status}{was}"
