"""``summarize digest``: the stories of a batch, each once."""

from typing import Annotated

import typer

from summarize.cli import options
from summarize.cli.review import Results
from summarize.digest.formats import DigestFormat


def digest(
    results: Results,
    format_name: Annotated[
        DigestFormat | None,
        typer.Option("--format", help="Default: md, or what FILE ends in."),
    ] = None,
    output: options.Output = None,
) -> None:
    """Show what a batch has as stories: each once, in both languages, with all who told it.

    The sentences are those of the article whose Khmer can be trusted most, as it stands in the
    review; each says whether it is approved, or how likely the draft is usable.
    """
    from summarize.cli.digesting import show_digest

    show_digest(results, format_name, output)
