"""``summarize review``: from drafts to approved Khmer."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from summarize.cli import options

app = typer.Typer(help="Turn drafts into approved Khmer.", no_args_is_help=True)
SOME_REFUSED = 3
Order = Literal["came", "least-sure"]

Results = Annotated[
    Path,
    typer.Argument(
        metavar="RESULTS", help="Folder or results.jsonl of `summarize batch`, or a result .json."
    ),
]
Who = Annotated[
    str | None, typer.Option(metavar="NAME", help="Who does it. Default: the setting, the account.")
]
OneArticle = Annotated[
    str | None,
    typer.Option("--article", metavar="NAME", help="Only this article: its file, or its id."),
]


@app.command()
def status(
    results: Results,
    sort: Annotated[
        Order, typer.Option(help="came: as they came in; least-sure: the most doubtful first.")
    ] = "came",
    effort: Annotated[
        bool, typer.Option("--effort", help="What drafts took instead: time, changes, by model.")
    ] = False,
    format_name: options.DataFormat = "text",
) -> None:
    """Show states, findings, and how much was changed.

    Least sure first tells of every article also how likely its drafts are usable. The effort is
    what the page has measured: seconds in which somebody was at work on a sentence, without names.
    """
    from summarize.cli.effort import show_effort
    from summarize.cli.reviewing import opened, show_status

    with opened(results) as store:
        if effort:
            show_effort(store, format_name)
            return
        show_status(store, format_name, least_sure_first=sort == "least-sure")


@app.command()
def approve(
    results: Results,
    article: OneArticle = None,
    segment: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="A segment, as k1 or FILE:k1; repeatable."),
    ] = None,
    all_clean: Annotated[
        bool, typer.Option("--all-clean", help="Every segment without errors and warnings.")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="In spite of errors and warnings.")
    ] = False,
    yes: Annotated[
        bool, typer.Option("--yes", help="Approve in bulk without asking a person first.")
    ] = False,
    who: Who = None,
    format_name: options.DataFormat = "text",
) -> None:
    """Approve segments: those named by --segment, or in bulk all that are clean.

    An approval holds until the English or the Khmer changes. Errors stand against it (exit 3 where
    the segment was named), in bulk also warnings and the mark that it needs work; in bulk a person
    is told how many would be approved and how many left, and asked. What was named, or opened in
    the page, goes into the translation memory; what was approved in bulk goes there once it is.
    """
    from summarize.cli.approving import Wanted, approve_segments, signer
    from summarize.cli.reviewing import article_id, opened

    with opened(results) as store:
        own = article_id(store, article)
        wanted = Wanted(own, tuple(segment or ()), all_clean, force, yes)
        refused = approve_segments(store, wanted, signer(who), format_name)
    if refused and not all_clean:
        raise typer.Exit(SOME_REFUSED)


@app.command()
def diff(
    results: Results,
    article: OneArticle = None,
    format_name: options.DataFormat = "text",
) -> None:
    """Show what people changed in the drafts of the machine."""
    from summarize.cli.differences import show_differences
    from summarize.cli.reviewing import article_id, opened

    with opened(results) as store:
        show_differences(store, article_id(store, article), format_name)


@app.command()
def calibrate(
    results: Annotated[
        list[Path] | None,
        typer.Argument(metavar="RESULTS...", help="Reviews whose decisions are to be learned."),
    ] = None,
    undo: Annotated[
        bool, typer.Option("--undo", help="Go back to the confidence that came with the program.")
    ] = False,
    format_name: options.DataFormat = "text",
) -> None:
    """Fit the confidence to what your desk approved, changed or sent back.

    It is taken only where it tells usable drafts better, on decisions it was not fitted on.
    """
    from summarize.cli.calibrating import calibrate_on, take_back

    if undo:
        take_back()
    else:
        calibrate_on(results or [], format_name)


@app.command()
def history(
    results: Results,
    segment: Annotated[str, typer.Argument(metavar="SEGMENT", help="As k1 or FILE:k1.")],
    article: OneArticle = None,
    format_name: options.DataFormat = "text",
) -> None:
    """Show every version of one segment."""
    from summarize.cli.reviewing import article_id, opened, show_history

    with opened(results) as store:
        show_history(store, segment, article_id(store, article), format_name)


@app.command()
def restore(
    results: Annotated[
        Path, typer.Argument(metavar="RESULTS", help="As for the others, or review.sqlite itself.")
    ],
    as_it_stands: options.AsItStands = False,
    yes: options.Yes = False,
    format_name: options.DataFormat = "text",
) -> None:
    """Bring back the last good copy, made before the first change of a day.

    What is there now is kept aside.
    """
    from summarize.cli import restoring
    from summarize.review.results import review_of
    from summarize.review.store import NAME

    path = review_of(results)
    restoring.restore(path, NAME, as_it_stands=as_it_stands, yes=yes, format_name=format_name)
