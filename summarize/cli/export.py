"""``summarize export``: Khmer articles to publish."""

from pathlib import Path
from typing import Annotated

import typer

from summarize.cli import options
from summarize.cli.review import SOME_REFUSED, OneArticle, Results
from summarize.publish import PageFormat


def export(
    results: Results,
    format_name: Annotated[
        PageFormat | None,
        typer.Option("--format", help="Default: html, or what FILE ends in."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="DIR|FILE", help="A folder, or a file for one article."
        ),
    ] = None,
    approved_only: Annotated[
        bool, typer.Option("--approved-only", help="Leave out articles not wholly approved.")
    ] = False,
    article: OneArticle = None,
    dateline: Annotated[
        str, typer.Option(metavar="PLACE", help="In Khmer. Default: that of the English article.")
    ] = "",
    zwsp: options.Zwsp = False,
    label: options.Label = None,
) -> None:
    """Write clean Khmer pages, one for each article (exit 3 if some are left out)."""
    from summarize.cli.publishing import Wanted, publish_articles
    from summarize.cli.reviewing import article_id, opened

    with opened(results) as store:
        own = article_id(store, article)
        wanted = Wanted(format_name, output, approved_only, own, dateline, zwsp, label)
        left_out = publish_articles(store, wanted)
    raise typer.Exit(SOME_REFUSED if left_out else 0)
