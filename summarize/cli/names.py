"""``summarize names``: the names of a run, and what stands for them."""

from pathlib import Path
from typing import Annotated

import typer

from summarize.cli import options

app = typer.Typer(
    help="Show the names of a run and settle their Khmer; the glossary keeps what is approved.",
    no_args_is_help=True,
)
SOME_REFUSED, DIFFERING = 3, 4
Results = Annotated[
    Path, typer.Argument(metavar="RESULTS", help="Folder, results.jsonl or result .json.")
]

Name = Annotated[str, typer.Argument(help="A name as the English has it.")]
Title = Annotated[
    str | None, typer.Option(help="The title of a person, such as Oknha or សម្តេច; never added.")
]
Office = Annotated[str | None, typer.Option(help="What a person is, such as minister of justice.")]
Latin = Annotated[list[str] | None, typer.Option(help="Another Latin spelling of it; repeatable.")]
Variant = Annotated[
    list[str] | None, typer.Option(help="Khmer that may stand as well; repeatable.")
]
Origin = Annotated[str | None, typer.Option(help="Where the Khmer is from.")]
By = Annotated[str, typer.Option(metavar="NAME", help="Who approves it; else as in a review.")]


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
    name: Name,
    format_name: options.DataFormat = "text",
) -> None:
    """Show what is known of a name, and spellings by its sound to choose from."""
    from summarize.cli.ledger import show_name

    show_name(name, format_name)


@app.command()
def add(
    name: Name,
    khmer: Annotated[str, typer.Argument(help="Its Khmer.")],
    title: Title = None,
    office: Office = None,
    latin: Latin = None,
    variant: Variant = None,
    origin: Origin = None,
    by: By = "",
    proposed: Annotated[
        bool, typer.Option("--proposed", help="Nobody has approved it yet.")
    ] = False,
    format_name: options.DataFormat = "text",
) -> None:
    """Enter a name with its Khmer, title and office, or change what is entered."""
    from summarize.cli.ledger import add_name
    from summarize.errors import UsageError

    if by and proposed:
        raise UsageError("--by names who approved, --proposed says that nobody has", "Give one.")
    given = _given(title=title, office=office, latin=latin, variants=variant, origin=origin)
    add_name(name, khmer, given, None if proposed else by, format_name)


@app.command()
def approve(
    name: Name,
    khmer: Annotated[
        str,
        typer.Argument(
            metavar="[KHMER]",
            help="Its Khmer, or the number of a spelling that `show` lists. Without: what is "
            "proposed for it, else spelling 1.",
        ),
    ] = "",
    title: Title = None,
    office: Office = None,
    latin: Latin = None,
    variant: Variant = None,
    origin: Origin = None,
    by: By = "",
    format_name: options.DataFormat = "text",
) -> None:
    """Approve the Khmer of a name: every draft from now on has it."""
    from summarize.cli.ledger import approve_name

    given = _given(title=title, office=office, latin=latin, variants=variant, origin=origin)
    approve_name(name, khmer, given, by, format_name)


@app.command("import")
def import_names(
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="A .csv, .tsv, .tbx or .xlsx, as of list or export."),
    ],
    by: By = "",
    format_name: options.DataFormat = "text",
) -> None:
    """Take over the names of a file; what is not taken is told (exit 3)."""
    from summarize.cli.ledger_files import import_names

    if import_names(file, by, format_name):
        raise typer.Exit(SOME_REFUSED)


@app.command("export")
def export_names(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="A .csv, .tsv, .tbx, .xlsx, or .txt for OmegaT.")
    ],
    format_name: options.DataFormat = "text",
) -> None:
    """Write the names of one's own glossary to a file, with who approved them."""
    from summarize.cli.ledger_files import export_names

    export_names(file, format_name)


def _given(**fields: str | list[str] | None) -> dict[str, str | tuple[str, ...]]:
    """What was said, as a term has it."""
    return {
        key: value if isinstance(value, str) else tuple(value)
        for key, value in fields.items()
        if value is not None
    }
