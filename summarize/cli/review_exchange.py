"""``summarize review export`` and ``import``: to the tools of translators, and back."""

from pathlib import Path
from typing import Annotated, Final, cast, get_args

import typer

from summarize.cli import options
from summarize.cli.review import SOME_REFUSED, OneArticle, Results, Who
from summarize.review.formats import FormatName
from summarize.review.records import State

NAMES: Final = get_args(FormatName)


def _format(name: str) -> str:
    if name not in NAMES:
        raise typer.BadParameter(f"{name!r} is not one of {', '.join(NAMES)}.")
    return name


def export_segments(
    results: Results,
    format_names: Annotated[
        list[str],
        typer.Option(
            "--format",
            parser=_format,
            metavar=f"[{'|'.join(NAMES)}]",
            help="The kind of file; omegat is a project. Repeatable.",
        ),
    ],
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="DIR", help="Folder; made if need be.")
    ],
    article: OneArticle = None,
    state: Annotated[State | None, typer.Option(help="Only segments in this state.")] = None,
) -> None:
    """Write the segments for a translation tool, a file for each article.

    Prints the files that were written; of several formats each has a folder of its name in DIR.
    Bring them back with `summarize review import`.
    """
    from summarize.cli.exchanging import export_review
    from summarize.cli.reviewing import article_id, opened

    with opened(results) as store:
        formats = cast(list[FormatName], format_names)
        export_review(store, formats, output, article_id(store, article), state)


def import_segments(
    results: Results,
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...", help="Edited exports, or their folder; for OmegaT the project."
        ),
    ],
    force: Annotated[
        bool, typer.Option("--force", help="Take approvals in spite of errors.")
    ] = False,
    who: Who = None,
    format_name: options.DataFormat = "text",
) -> None:
    """Take over what translators have changed in exported files (exit 3 if some is refused).

    Word breaks go, the Khmer is normalised and checked. A segment whose English has changed since,
    or that was edited meanwhile, is refused by name; a file that cannot be read changes nothing.
    A row without its id is known by its English; where that is not enough it is named and counted.
    Of a text with errors that comes approved the approval is refused. The memory takes nothing from
    a file until it is opened in the page or named to `review approve`.
    """
    from summarize.cli.approving import signer
    from summarize.cli.exchanging import import_review
    from summarize.cli.reviewing import opened

    with opened(results) as store:
        refused = import_review(store, files, signer(who), format_name, force)
    raise typer.Exit(SOME_REFUSED if refused else 0)
