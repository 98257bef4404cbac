"""``summarize learn``: what the work of a desk teaches, the terms and the translator."""

from pathlib import Path
from typing import Annotated

import typer

from summarize.cli import options
from summarize.learning import LEAST

app = typer.Typer(help="Learn from what a desk has approved.", no_args_is_help=True)


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
        str, typer.Option(metavar="NAME", help="Who approves names; else as in a review.")
    ] = "",
    format_name: options.DataFormat = "text",
) -> None:
    """Show names and terms that were corrected again and again, and add those accepted.

    Compares machine drafts with the approved Khmer. A name goes into the ledger (`summarize
    names`), a term into the glossary: from then on every draft has it.
    """
    from summarize.cli.learning import Asked, suggest_from

    suggest_from(results, Asked(frozenset(accept or ()), accept_all, least, by), format_name)


General = Annotated[
    Path | None,
    typer.Option(
        "--general",
        metavar="FILE.tsv",
        help="Other sentences on which it must not get worse (English, tab, Khmer).",
    ),
]


@app.command()
def run(
    minutes: Annotated[
        float | None,
        typer.Option(min=0.05, help="Of learning, over all sittings. Default: 30."),
    ] = None,
    threads: Annotated[
        int | None, typer.Option(min=1, help="Processor threads to learn with. Default: 2.")
    ] = None,
    memory: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Another memory to learn from.")
    ] = None,
    general: General = None,
    background: Annotated[
        bool, typer.Option("--background", help="Go on when the terminal is closed.")
    ] = False,
    anew: Annotated[
        bool, typer.Option("--anew", help="Leave a run aside that was begun and not finished.")
    ] = False,
    device: options.Device = None,
    format_name: options.DataFormat = "text",
) -> None:
    """Teach the embedded translator what this desk has approved.

    Goes on where an earlier run was stopped. What was learned is used only where it makes
    sentences better that it did not learn from, and others no worse.
    """
    from summarize.cli.adapting import Wanted, run_for

    wanted = Wanted(minutes, threads, general, anew, memory, background)
    run_for(wanted, device, format_name)


@app.command()
def status(format_name: options.DataFormat = "text") -> None:
    """Show what is in use, since when, what it was measured by, and how far a run is."""
    from summarize.cli.adapting import show_status

    show_status(format_name)


@app.command()
def undo(format_name: options.DataFormat = "text") -> None:
    """Go back to the translator that was in use before, exactly."""
    from summarize.cli.adapting import undo_last

    undo_last(format_name)


@app.command()
def export(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Where to write it.")],
) -> None:
    """Write what is in use to a file, for another desk with the same version of the program."""
    from summarize.cli.adapting import export_to

    export_to(file)


@app.command("import")
def import_adapter(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What another desk exported.")],
    general: General = None,
    device: options.Device = None,
    format_name: options.DataFormat = "text",
) -> None:
    """Use what another desk has learned, measured on what this one has approved."""
    from summarize.cli.adapting import import_from

    import_from(file, general, device, format_name)
