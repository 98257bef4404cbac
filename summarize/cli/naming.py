"""What ``summarize names list|check`` print: the names of a run."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import typer

from summarize.cli.deliver import write_atomically
from summarize.cli.report import Reporter
from summarize.cli.reviewing import opened, plural
from summarize.cli.terms import glossary_in_force
from summarize.errors import OutputError, UsageError
from summarize.glossary.tables import NAMES
from summarize.review.labels import label_of_key
from summarize.review.labels import labels as labels_of
from summarize.review.names import NameUse, names_of

LOST_TOLD: Final = "lost"
PLACES_TOLD: Final = 3
"""On the screen; a table has all of them."""


def show_names(results: Path, format_name: str, *, differing: bool = False) -> bool:
    """Print the names of ``results``, or those in several forms; returns whether there are any."""
    every, labels = _names(results)
    found = [one for one in every if one.differs or not differing]
    if format_name == "json":
        typer.echo(json.dumps([_data(one) for one in found], ensure_ascii=False, indent=2))
    else:
        for one in found:
            typer.echo(f"{one.name}  {_forms(one)}  {one.status}  in {_places(one, labels)}")
    Reporter().notify(_summary(every, results, differing=differing))
    return bool(found)


def _summary(every: Sequence[NameUse], results: Path, *, differing: bool) -> str:
    """How many names there are, how many of them differ, and what to do about it."""
    if not every:
        return "There are no names."
    number = sum(one.differs for one in every)
    if not number:
        return "Every name has one form."
    told = f"{number} of {plural(len(every), 'name')} lost somewhere, or in several forms"
    if differing:
        return f"{told}. Settle one: summarize names approve NAME [KHMER]"
    return f"{told}: summarize names check {results}"


def write_names(results: Path, path: Path) -> None:
    """Write the names of ``results`` as a table. Raises ``UsageError``, ``OutputError``."""
    writers = {".csv": _as_csv, ".xlsx": _as_xlsx}
    if path.suffix.lower() not in writers:
        raise UsageError(f"{path}: names are written as .csv or .xlsx", "Let the name end so.")
    every, labels = _names(results)
    rows = [_row(one, labels) for one in every]
    try:
        write_atomically(path, writers[path.suffix.lower()](rows))
    except OSError as error:
        raise OutputError.refused(path, error) from error
    typer.echo(f"{len(rows)} names in {path}")


def _names(results: Path) -> tuple[list[NameUse], Mapping[str, str]]:
    """The names of ``results``, and what people call its articles, by id."""
    glossary = glossary_in_force()
    with opened(results) as store:
        return names_of(store.segments(), glossary), labels_of(store.articles())


def _data(one: NameUse) -> dict[str, Any]:
    return {
        "name": one.name,
        "khmer": one.khmer,
        "status": one.status,
        "kind": one.kind,
        "count": one.count,
        "forms": dict(one.forms),
        "segments": one.segments,
        "sentences": one.sentences,
    }


def _forms(one: NameUse) -> str:
    """Such as ``កើត រិទ្ធ (3), lost (1)``."""
    return ", ".join(f"{form or LOST_TOLD} ({n})" for form, n in one.forms.most_common())


def _places(one: NameUse, labels: Mapping[str, str]) -> str:
    """The first segments that have the name, and how many more do."""
    shown = ", ".join(label_of_key(key, labels) for key in one.segments[:PLACES_TOLD])
    more = len(one.segments) - PLACES_TOLD
    return f"{shown} and {more} more" if more > 0 else shown


def _row(one: NameUse, labels: Mapping[str, str]) -> tuple[str, ...]:
    shown = ", ".join(label_of_key(key, labels) for key in one.segments)
    sentences = "\n".join(one.sentences)
    count, forms = str(one.count), _forms(one)
    return one.name, one.khmer, one.status, one.kind, count, forms, shown, sentences


def _as_csv(rows: Sequence[Sequence[str]]) -> bytes:
    from summarize.review.formats.csv import table

    return table(NAMES, rows)


def _as_xlsx(rows: Sequence[Sequence[str]]) -> bytes:
    from summarize.sheets import write_sheet

    return write_sheet("names", [NAMES, *rows])
