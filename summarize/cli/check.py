"""``summarize check``: the checks on a result, or on text that came from elsewhere."""

from pathlib import Path
from typing import Annotated

import typer

from summarize.cli import options

ERRORS = 4

English = Annotated[
    str | None, typer.Option(metavar="TEXT", help="An English sentence, with its --target.")
]
Khmer = Annotated[str | None, typer.Option(metavar="TEXT", help="Its Khmer.")]
Pairs = Annotated[
    Path | None,
    typer.Option(metavar="FILE.tsv", help="Check english TAB khmer lines; - for stdin."),
]
Original = Annotated[
    str | None, typer.Option("--article", metavar="FILE", help="An article, with its --summary.")
]
Summary = Annotated[Path | None, typer.Option(metavar="FILE", help="English, written by anybody.")]
Registry = Annotated[bool, typer.Option("--list", help="Show every check instead.")]


def check(
    results: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[RESULT]...", help="Of --format json, or the folder of a batch; - for stdin."
        ),
    ] = None,
    source: English = None,
    target: Khmer = None,
    pairs: Pairs = None,
    article: Original = None,
    summary: Summary = None,
    registry: Registry = False,
    strict: options.Strict = False,
    format_name: options.DataFormat = "text",
) -> None:
    """Check results, or any English with its Khmer or its article."""
    from summarize.cli.checking import Given, found_in, print_findings, print_registry

    if registry:
        print_registry(format_name)
        return
    given = Given(results or [], source, target, pairs, article, summary)
    checked = found_in(given)
    print_findings(checked, format_name)
    if strict and any(f.severity == "error" for item in checked for f in item.findings):
        raise typer.Exit(ERRORS)
