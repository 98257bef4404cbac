"""What a person meant who named no article: a folder, the text itself, or a command mistyped."""

import difflib
import os
import shlex
import sys
from collections.abc import Sequence

from summarize.articles.forms import is_address
from summarize.cli.commands import COMMANDS
from summarize.errors import ArticleError

TEXT_WORDS = 4
"""So many words, and no file of that name, are the text of an article."""
CLOSE = 0.75
"""How similar a mistyped command is to the one meant, from 0 to 1."""


def require_articles(sources: Sequence[str]) -> None:
    """Raise ``ArticleError``, with what to do, where ``sources`` are the words of a text."""
    somewhere = any(one == "-" or is_address(one) or os.path.lexists(one) for one in sources)
    words = len(" ".join(sources).split())
    if len(sources) > 1 and not somewhere and words >= TEXT_WORDS * max(1, len(_named(sources))):
        raise _text_given()


def require_article(source: str) -> None:
    """Raise ``ArticleError``, with what to do, where ``source`` can be no article."""
    if source == "-" or is_address(source):
        return
    if os.path.isdir(source):  # noqa: PTH112  (Path.is_dir raises on names that are too long)
        raise ArticleError(
            f"{source} is a folder, not an article",
            f"To summarise all articles in it: summarize batch {shlex.quote(source)} -o OUT",
        )
    if os.path.lexists(source):
        return
    if len(source.split()) >= TEXT_WORDS and not _named([source]):
        raise _text_given()
    if meant := difflib.get_close_matches(source.lower(), COMMANDS, 1, CLOSE):
        raise ArticleError(
            f"there is no file and no command {source}", f"Did you mean: summarize {meant[0]}"
        )


def _named(sources: Sequence[str]) -> list[str]:
    """Those of ``sources`` that look like the name of a file: they have a folder or an ending."""
    return [
        one
        for one in sources
        if "\n" not in one and (os.sep in one or 1 < len(os.path.splitext(one)[1]) <= 6)  # noqa: PTH122
    ]


def _text_given() -> ArticleError:
    return ArticleError(
        "this is the text of an article, where the name of a file is wanted",
        f"Give the text itself by: summarize -   (paste it, then press {_end()}), or take it from "
        "the clipboard: summarize --paste",
    )


def paste_prompt() -> str:
    """What to tell a person at a terminal who is to type or paste the article."""
    return f"Paste the article, then press {_end()}."


def _end() -> str:
    """What ends what is typed in a terminal."""
    return "Ctrl-Z and Enter" if sys.platform == "win32" else "Ctrl-D"
