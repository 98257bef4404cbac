"""``summarize review serve``: the page on which translators work."""

from pathlib import Path
from typing import Annotated

import typer

from summarize.cli.review import Who


def serve(
    results: Annotated[
        Path,
        typer.Argument(
            metavar="[RESULTS]",
            help="Folder or results.jsonl of `summarize batch`, or a result .json.",
        ),
    ] = Path(),
    who: Who = None,
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Default: 0, a free one.", show_default=False)
    ] = 0,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Another lets others in your network reach it.")
    ] = "127.0.0.1",
    no_browser: Annotated[
        bool, typer.Option("--no-browser", help="Only print the link to the page.")
    ] = False,
) -> None:
    """Review on a page in the browser, until Ctrl-C.

    English and Khmer side by side with the article, checks while you type, terms and sentences
    approved before, history. Everything is kept at once in the same file as by the other commands.
    """
    from summarize.cli.approving import signer
    from summarize.cli.serving import serve_review

    serve_review(results, signer(who), host, port, browser=not no_browser)
