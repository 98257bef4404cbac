"""A file, standard input or a URL: bytes in, the reader of its format, an Article out."""

import difflib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from summarize.articles.build import build_article
from summarize.articles.formats import CONTENT_TYPES, FORMATS, sniffed
from summarize.articles.forms import SCHEME
from summarize.articles.limits import MAX_BYTES, megabytes
from summarize.articles.page import Page
from summarize.articles.private import without_login
from summarize.errors import ArticleError, FetchError
from summarize.records import Article

if TYPE_CHECKING:
    from summarize.articles.fetch import Fetched

Get = Callable[[str, frozenset[str]], "Fetched"]
"""Fetches an address, if the content type is one of those accepted; see ``fetch``."""


def read_article(
    source: str,
    *,
    force: bool = False,
    offline: bool = False,
    stdin: BinaryIO | None = None,
    get: Get | None = None,
) -> Article:
    """Read the English article at ``source``: a file path, an http(s) URL, or ``-`` for ``stdin``.

    ``force`` accepts other languages; ``offline`` refuses URLs before any connection; ``get``
    fetches them, as ``fetch`` does where nothing else is given. Raises
    ``ArticleError`` on what cannot be read, with ``FetchError`` for URLs and ``NotEnglishError``.
    """
    scheme = SCHEME.match(source)
    if scheme:
        page = _from_url(source, scheme[1].lower(), get, offline=offline)
        source = without_login(source)
    elif source == "-":
        data = _bounded(stdin or sys.stdin.buffer, "Standard input")
        page = sniffed(data, "Standard input", "")
    else:
        return article_from_file(file_bytes(Path(source)), source, force=force)
    return build_article(page, source, force=force)


def article_from_file(data: bytes, source: str, *, force: bool = False) -> Article:
    """Make an article of ``data``, the content of the file ``source``; its suffix tells the format.

    Raises ``ArticleError``.
    """
    reader = FORMATS.get(Path(source).suffix.lower(), sniffed)
    return build_article(reader(data, source, ""), source, force=force)


def _from_url(url: str, scheme: str, get: Get | None, *, offline: bool) -> Page:
    name = without_login(url)
    require_online(name, scheme, offline=offline)
    from summarize.articles.fetch import fetch

    found = (get or fetch)(url, frozenset(CONTENT_TYPES))
    return CONTENT_TYPES[found.content_type](found.data, name, found.charset)


def require_online(url: str, scheme: str, *, offline: bool) -> None:
    """Raise ``FetchError`` for what is not to be fetched."""
    if scheme not in ("http", "https"):
        raise FetchError(
            f"{url} is neither an http nor an https address", "Save the page as .html."
        )
    if offline:
        raise FetchError(
            f"{url} was not fetched, because the program works offline",
            "Leave out --offline, or save the page as .html and give that file.",
        )


def file_bytes(path: Path) -> bytes:
    """Content of a file. Raises ``ArticleError``; a large file is refused before it is read."""
    try:
        if path.is_dir():
            raise ArticleError(f"{path} is a folder, not an article", "Name the files in it.")
        if path.stat().st_size > MAX_BYTES:
            raise _too_large(str(path))
        with path.open("rb") as file:
            return _bounded(file, str(path))
    except FileNotFoundError:
        raise ArticleError(f"There is no file {path}", _did_you_mean(path)) from None
    except PermissionError:
        raise ArticleError(
            f"{path} may not be read by this user", f"Try: chmod u+r '{path}'"
        ) from None
    except (OSError, ValueError) as error:
        raise ArticleError(f"{path} cannot be read: {error}", "Check the name.") from None


def _bounded(file: BinaryIO, name: str) -> bytes:
    """All of ``file``, unless that is nothing or more than ``MAX_BYTES``."""
    data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise _too_large(name)
    if not data.strip():
        raise ArticleError(f"{name} is empty", "Give an article with some text.")
    return data


def _too_large(name: str) -> ArticleError:
    return ArticleError(
        f"{name} is larger than {megabytes(MAX_BYTES)}, more than any article",
        "Check that it is the right file, or copy the article into one of its own.",
    )


def _did_you_mean(path: Path) -> str:
    """Name the file in the same folder whose name is closest, if one is close."""
    folder = path.parent
    names = [entry.name for entry in folder.iterdir()] if folder.is_dir() else []
    close = difflib.get_close_matches(path.name, names, n=1)
    return f"Did you mean {folder / close[0]}?" if close else "Check the name and the folder."
