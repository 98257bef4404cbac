"""``summarize names``: the names of a run, and what stands for them."""

from pathlib import Path
from typing import Annotated

import typer

from summarize.cli import options

app = typer.Typer(
    help="Show the names of a run and settle their Khmer; the glossary keeps what is approved.",
    no_args_is_help=True,
)
DIFFERING = 4
Results = Annotated[
    Path, typer.Argument(metavar="RESULTS", help="Folder, results.jsonl or result .json.")
]


@app.command("list")
def list_names(
    results: Results,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write a .csv or .xlsx instead."),
    ] = None,
    format_name: options.DataFormat = "text",
) -> None:
    """List the names of a run with their Khmer, how often each occurs and where."""
    from summarize.cli.naming import show_names, write_names

    if output is None:
        show_names(results, format_name)
    else:
        write_names(results, output)


@app.command()
def check(results: Results, format_name: options.DataFormat = "text") -> None:
    """List names that are lost somewhere or have several forms (exit 4 if there are any)."""
    from summarize.cli.naming import show_names

    if show_names(results, format_name, differing=True):
        raise typer.Exit(DIFFERING)


@app.command()
def show(
    name: Annotated[str, typer.Argument(help="A name as the English has it.")],
    format_name: options.DataFormat = "text",
) -> None:
    """Show what stands for a name, and spellings by its sound to choose from."""
    from summarize.cli.naming import show_name

    show_name(name, format_name)


@app.command()
def approve(
    name: Annotated[str, typer.Argument(help="A name as the English has it.")],
    khmer: Annotated[
        str, typer.Argument(help="Its Khmer, or the number of a spelling that `show` lists.")
    ] = "1",
    format_name: options.DataFormat = "text",
) -> None:
    """Approve the Khmer of a name: every draft from now on has it."""
    from summarize.cli.naming import approve_name

    approve_name(name, khmer, format_name)
