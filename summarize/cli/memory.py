"""``summarize memory``: what translators have approved."""

from pathlib import Path
from typing import Annotated

import typer

from summarize.cli import options

app = typer.Typer(help="Show, search and exchange approved translations.", no_args_is_help=True)


@app.command("list")
def list_entries(
    limit: Annotated[int, typer.Option(min=0, help="The last so many; 0 for all.")] = 20,
    format_name: options.DataFormat = "text",
) -> None:
    """Show what was approved last."""
    from summarize.cli.remembering import opened, show_entries

    with opened() as memory:
        show_entries(memory, limit, format_name)


@app.command()
def search(
    text: Annotated[str, typer.Argument(help="An English sentence, or part of either language.")],
    least: Annotated[float, typer.Option(min=0, max=1, help="Similarity of sentences.")] = 0.7,
    most: Annotated[int, typer.Option(min=1, help="How many to show.")] = 10,
    format_name: options.DataFormat = "text",
) -> None:
    """Find sentences like TEXT, and those that contain it."""
    from summarize.cli.remembering import opened, show_found

    with opened() as memory:
        show_found(memory, text, most, least, format_name)


@app.command()
def export(
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE.tmx", help="Where to write it.")
    ],
) -> None:
    """Write the whole memory as TMX 1.4b."""
    from summarize.cli.remembering import export_tmx, opened

    with opened() as memory:
        export_tmx(memory, output)


@app.command("import")
def import_entries(
    files: Annotated[list[Path], typer.Argument(metavar="FILE.tmx...", help="English and Khmer.")],
    format_name: options.DataFormat = "text",
) -> None:
    """Add the English and Khmer of TMX files."""
    from summarize.cli.remembering import import_tmx, opened

    with opened() as memory:
        import_tmx(memory, files, format_name)


@app.command()
def restore(
    as_it_stands: options.AsItStands = False,
    yes: options.Yes = False,
    format_name: options.DataFormat = "text",
) -> None:
    """Bring back the last good copy, made before the first change of a day.

    What is there now is kept aside.
    """
    from summarize.cli import restoring
    from summarize.cli.trusting import load_settings
    from summarize.memory.store import NAME

    path = load_settings().memory
    restoring.restore(path, NAME, as_it_stands=as_it_stands, yes=yes, format_name=format_name)


@app.command()
def stats(format_name: options.DataFormat = "text") -> None:
    """Count what the memory holds."""
    from summarize.cli.remembering import opened, show_stats

    with opened() as memory:
        show_stats(memory, format_name)
