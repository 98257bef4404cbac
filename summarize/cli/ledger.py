"""What ``summarize names show|add|approve`` do: the names that one's own glossary keeps."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import typer

from summarize.cli.approving import signer
from summarize.cli.terms import finished, glossary_in_force, own_reading, take
from summarize.cli.trusting import load_settings
from summarize.drafting.known import wanted
from summarize.errors import UsageError
from summarize.glossary.ledger import NAME
from summarize.glossary.records import Term, tidy
from summarize.names.proposed import SHOWN
from summarize.names.spelling import candidates

_TOLD: Final = ("title", "office", "latin", "variants", "origin", "approver", "approved", "note")
"""What is told of a name beside its Khmer and status, in this order."""


def show_name(name: str, format_name: str) -> None:
    """Print what the ledger has of ``name``, what stands for it today, and spellings by sound."""
    entry = _entry(name, own_reading().terms)
    known = [one for one in wanted(name, glossary_in_force()) if not one.is_spelt]
    spellings = candidates(name, SHOWN)
    if format_name == "json":
        data = {
            "name": name,
            "entry": asdict(entry) if entry else None,
            "known": [asdict(one) for one in known],
            "spellings": [asdict(one) for one in spellings],
        }
        typer.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return
    if entry:
        _print(entry, entry.status)
    for one in known:
        if not entry or one.text not in entry.spellings:
            typer.echo(f"{one.text}  {one.khmer}  known")
    for number, spelling in enumerate(spellings, 1):
        typer.echo(f"{number}. {spelling.khmer}  {spelling.probability:.0%}")


def add_name(
    name: str, khmer: str, given: Mapping[str, Any], by: str | None, format_name: str
) -> None:
    """Enter ``name`` as approved ``by`` somebody; ``None``: as proposed. ``UsageError``."""
    if not (name.strip() and khmer.strip()):
        raise UsageError(f"{name or 'an empty name'}: a name needs its Khmer", "Give NAME KHMER.")
    _enter(name, khmer, given, by, format_name)


def approve_name(
    name: str, khmer: str, given: Mapping[str, Any], by: str, format_name: str
) -> None:
    """Approve Khmer of ``name``: what the ledger proposes, a spelling by its number, or typed.

    Raises ``UsageError`` where there is no such spelling.
    """
    entry = _entry(name, finished(load_settings().glossary))
    if not khmer and entry:
        form = entry.target
    elif not khmer or khmer.isdecimal():
        form = _chosen(name, khmer or "1")
        given = {"origin": "sound", **given}
    else:
        form = khmer
    _enter(name, form, given, by, format_name)


def _enter(
    name: str, khmer: str, given: Mapping[str, Any], by: str | None, format_name: str
) -> None:
    term = enter(name, khmer, given, by, load_settings().glossary)
    if format_name == "json":
        typer.echo(json.dumps(asdict(term), ensure_ascii=False))
    else:
        _print(term, term.status)


def enter(
    name: str,
    khmer: str,
    given: Mapping[str, Any],
    by: str | None,
    glossary: Path,
    note: str = NAME,
) -> Term:
    """The entry of ``name`` in the ``glossary`` from now on, approved ``by`` somebody if given.

    What is not ``given`` stays as it is there; ``note`` is that of a new entry. Raises
    ``SummarizeError``.
    """
    entry = _entry(name, finished(glossary)) or Term(name, khmer, note=note)
    term = tidy(replace(entry, target=khmer, **given, **approval(by)))
    take([term], glossary)
    return term


def approval(by: str | None) -> dict[str, Any]:
    """Status, approver and day of an entry that is approved ``by`` somebody; ``None``: by nobody.

    An empty name is that of reviews. Raises ``UsageError`` where there is none.
    """
    if by is None:
        return {"status": "proposed", "approver": "", "approved": ""}
    today = datetime.now(UTC).date().isoformat()
    return {"status": "approved", "approver": signer(by), "approved": today}


def _entry(name: str, terms: Sequence[Term]) -> Term | None:
    """The entry of ``name``, the last of several."""
    found = [term for term in terms if name in term.spellings]
    return found[-1] if found else None


def _chosen(name: str, number: str) -> str:
    spellings = candidates(name, SHOWN)
    if not 0 < int(number) <= len(spellings):
        raise UsageError(
            f"{name} has no spelling {number}", f"See them: summarize names show {name!r}"
        )
    return spellings[int(number) - 1].khmer


def _print(term: Term, status: str) -> None:
    typer.echo(f"{status}: {term.source}  {term.target}")
    for field in _TOLD:
        held = getattr(term, field)
        if held and (field, held) != ("note", NAME):
            typer.echo(f"  {field}: {', '.join(held) if isinstance(held, tuple) else held}")
