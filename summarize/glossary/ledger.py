"""Names from a file, weighed against the ledger: each is taken, there already, or refused."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, replace
from typing import Final

from summarize.glossary.changes import cleaned
from summarize.glossary.records import Term

NAME: Final = "name"
"""The note of names that a desk has entered; one that awaits approval is shown as a proposal."""


@dataclass(frozen=True, slots=True)
class Approval:
    """Who approves what a file says is approved and names nobody for, and the day."""

    approver: str
    day: str


@dataclass(frozen=True, slots=True)
class Weighed:
    """What becomes of the names of a file: ``refused`` has a reason for each that is left out."""

    taken: tuple[Term, ...]
    unchanged: int
    refused: tuple[str, ...]


def weigh(
    names: Sequence[Term], own: Sequence[Term], said: Callable[[str], str], approval: Approval
) -> Weighed:
    """What becomes of ``names``; every one of them is in exactly one part of the answer.

    An entry of ``own`` keeps what the file does not say. ``said`` gives the Khmer that stands for
    a name today, or "": a proposal of the same is none. Of rows of one name that differ all are
    refused, since nobody knows which is meant.
    """
    rows = [replace(cleaned(term), note=term.note or NAME) for term in names]
    versions: dict[str, set[Term]] = {}
    for row in rows:
        versions.setdefault(row.source, set()).add(row)
    entries = {term.source: term for term in own}
    owners = {spelling: term.source for term in own for spelling in term.latin}
    taken: dict[str, Term] = {}
    refused: list[str] = []
    for row in rows:
        entry = entries.get(row.source)
        term = _merged(row, entry, approval)
        reason = _reason(len(versions[row.source]), owners.get(row.source, ""))
        if reason:
            refused.append(f"{row.source} = {row.target}: {reason}")
        elif term != entry and not (row.status == "proposed" and row.target == said(row.source)):
            taken[row.source] = term
    return Weighed(tuple(taken.values()), len(rows) - len(taken) - len(refused), tuple(refused))


def _reason(versions: int, owner: str) -> str:
    """Why a row cannot be taken, or ""."""
    if versions > 1:
        return f"{versions} rows of this name differ; leave one"
    return f"the glossary has it as another spelling of {owner}; change that entry" if owner else ""


def _merged(row: Term, entry: Term | None, approval: Approval) -> Term:
    """The entry that a row makes of the one that there is, if any."""
    given = {field.name: getattr(row, field.name) for field in fields(Term)}
    term = replace(entry, **{key: value for key, value in given.items() if value}) if entry else row
    if term.status != "approved":
        return replace(term, approver="", approved="")
    is_settled = entry and (entry.target, entry.status) == (term.target, term.status)
    if row.approver or is_settled:
        return term
    return replace(term, approver=approval.approver, approved=approval.day)
