"""``summarize learn``: what the work of a desk teaches."""

from pathlib import Path
from typing import Annotated

import typer

from summarize.cli import options
from summarize.learning import LEAST

app = typer.Typer(help="Learn from what a desk has approved.", no_args_is_help=True)


@app.callback()
def _group() -> None:
    """Keep ``suggest`` a command of its own."""


@app.command()
def suggest(
    results: Annotated[
        list[Path],
        typer.Argument(metavar="RESULTS...", help="Reviews of `summarize batch`, or result .json."),
    ],
    accept: Annotated[
        list[str] | None,
        typer.Option(metavar="ENGLISH", help="Add this one as it is suggested; repeatable."),
    ] = None,
    accept_all: Annotated[bool, typer.Option("--accept-all", help="Add every one.")] = False,
    least: Annotated[
        int, typer.Option(metavar="N", min=2, help="Different sentences that a correction takes.")
    ] = LEAST,
    by: Annotated[
        str, typer.Option(metavar="NAME", help="Who approves them; else as in a review.")
    ] = "",
    format_name: options.DataFormat = "text",
) -> None:
    """Show names and terms that were corrected again and again, and add those accepted.

    Compares machine drafts with the approved Khmer. A name goes into the ledger (`summarize
    names`), a term into the glossary: from then on every draft has it.
    """
    from summarize.cli.learning import Asked, suggest_from

    suggest_from(results, Asked(frozenset(accept or ()), accept_all, least, by), format_name)
