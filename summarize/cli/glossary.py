"""``summarize glossary``: the Khmer of terms, one's own above those of the program."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from summarize.cli import options
from summarize.cli.report import Reporter
from summarize.errors import UsageError
from summarize.glossary.records import Status

app = typer.Typer(help="Show, extend and check the Khmer of terms.", no_args_is_help=True)
SOME_REFUSED, FAULTY = 3, 4
OwnOnly = Annotated[bool, typer.Option("--own", help="Only one's own terms.")]


@app.command("list")
def list_terms(
    query: Annotated[
        str, typer.Argument(metavar="[QUERY]", help="Part of the English or the Khmer.")
    ] = "",
    status: Annotated[
        Status | None,
        typer.Option(help="How far a term is trusted."),
    ] = None,
    own: OwnOnly = False,
    format_name: options.DataFormat = "text",
) -> None:
    """List the terms in force."""
    from summarize.cli.terms import glossary_in_force, matching, own_reading

    mine = own_reading().terms
    found = matching(mine if own else glossary_in_force().terms, query)
    rows = [
        {**asdict(term), "own": term in mine} for term in found if status in (None, term.status)
    ]
    if not rows and format_name == "text":
        Reporter().notify("No such term. Add one: summarize glossary add ENGLISH KHMER")
    _show(rows, format_name, [_line(row) for row in rows])


@app.command()
def add(
    source: Annotated[
        str, typer.Argument(help="English; a small letter matches a capital as well.")
    ],
    target: Annotated[str, typer.Argument(help="Khmer; none with --keep.")] = "",
    variant: Annotated[
        list[str] | None, typer.Option(help="Khmer that may stand as well; repeatable.")
    ] = None,
    forbidden: Annotated[
        list[str] | None, typer.Option(help="Khmer that must not stand; repeatable.")
    ] = None,
    note: Annotated[str, typer.Option(help="A remark for people.")] = "",
    keep: Annotated[bool, typer.Option("--keep", help="Leave it in English.")] = False,
    format_name: options.DataFormat = "text",
) -> None:
    """Add a term to one's own, or replace it."""
    from summarize.cli.terms import take
    from summarize.glossary.records import Term, tidy

    khmer = source if keep else target
    term = tidy(Term(source, khmer, tuple(variant or ()), tuple(forbidden or ()), note))
    if (keep and target) or not (term.source and term.target):
        problem = "--keep leaves the English as it is" if keep else "a term needs its Khmer"
        raise UsageError(
            f"{source or 'an empty term'}: {problem}", "Give ENGLISH KHMER, or ENGLISH --keep."
        )
    change = take([term])
    done = "added" if change.added else "changed" if change.changed else "unchanged"
    _show({"result": done, **asdict(term)}, format_name, [f"{done}: {_line(asdict(term))}"])


@app.command("import")
def import_terms(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A .csv, .tsv, .tbx or .xlsx.")],
    format_name: options.DataFormat = "text",
) -> None:
    """Take over the terms of a file (exit 3 if some are unfinished)."""
    from summarize.cli.terms import take
    from summarize.glossary.files import read_terms

    reading = read_terms(file)
    change = take(reading.terms)
    for message in reading.unfinished:
        Reporter().notify(f"refused: {message}")
    counts = {
        "added": len(change.added),
        "changed": len(change.changed),
        "refused": len(reading.unfinished),
    }
    told = ", ".join(f"{count} {what}" for what, count in counts.items())
    _show({**counts, "reasons": reading.unfinished}, format_name, [told])
    raise typer.Exit(SOME_REFUSED if reading.unfinished else 0)


@app.command("export")
def export_terms(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A .csv, .tsv, .tbx, .xlsx, or .txt for OmegaT.")
    ],
    own: OwnOnly = False,
    format_name: options.DataFormat = "text",
) -> None:
    """Write the terms in force to a file."""
    from summarize.cli.terms import glossary_in_force, own_reading, write_terms

    terms = own_reading().terms if own else glossary_in_force().terms
    write_terms(file, terms)
    _show(
        {"path": str(file), "terms": len(terms)}, format_name, [f"{_count(len(terms))} in {file}"]
    )


@app.command()
def check(
    file: Annotated[
        Path | None,
        typer.Argument(metavar="[FILE]", help="A glossary, or a result as .json; else all terms."),
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit 4 when anything is found.")
    ] = False,
    format_name: options.DataFormat = "text",
) -> None:
    """Check a glossary, or results against the terms in force."""
    from summarize.cli.terms import check_result, check_terms

    if file is not None and file.suffix.lower() == ".json":
        findings = check_result(file)
        rows = [asdict(finding) for finding in findings]
        lines = [f"{f.severity}, {f.where}: {f.message}" for f in findings]
        well = "The Khmer follows the glossary."
    else:
        number, faults = check_terms(file)
        rows = [asdict(fault) for fault in faults]
        lines = [f"{f.source}: {f.message}" if f.source else f.message for f in faults]
        well = f"{_count(number)}, nothing wrong."
    _show(rows, format_name, lines or [well])
    raise typer.Exit(FAULTY if strict and rows else 0)


def _line(row: dict[str, Any]) -> str:
    """A term on a line of its own; no columns, since terminals disagree on the width of Khmer."""
    kept = row["source"] == row["target"]
    khmer = " | ".join((row["target"], *row["variants"]))
    parts = [f"{row['source']} (kept)" if kept else f"{row['source']} = {khmer}"]
    parts += [f"not {', '.join(row['forbidden'])}"] if row["forbidden"] else []
    parts += [" ".join(row["note"].split())] if row["note"] else []
    parts.append("own" if row.get("own", True) else row["status"])
    return "; ".join(parts)


def _count(number: int) -> str:
    return "1 term" if number == 1 else f"{number} terms"


def _show(data: Any, format_name: str, lines: list[str]) -> None:
    if format_name == "json":
        typer.echo(json.dumps(data, indent=2, ensure_ascii=False))
    elif lines:
        typer.echo("\n".join(lines))
