"""The content of an input: its digest at once, the article only where it is asked for."""

import hashlib
import stat
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from summarize.articles import read_article
from summarize.articles.fetch import Fetched, require_type
from summarize.articles.read import article_from_file, file_bytes
from summarize.batch.jsonl import article_of
from summarize.batch.records import Input
from summarize.errors import ArticleError, NotEnglishError, SummarizeError
from summarize.feeds.fulltext import article_of_item
from summarize.feeds.polite import Polite
from summarize.records import Article

PAGE = "url"
"""How the article of a page, or of an item, is read."""


@dataclass(frozen=True, slots=True)
class Content:
    """``sha256`` identifies the content; ``kind`` is how it is read; ``parse`` reads it.

    ``parse`` raises ``ArticleError``.
    """

    sha256: str
    kind: str
    parse: Callable[[], Article]


def open_content(
    source: Input, *, force: bool, offline: bool, web: Polite | None = None
) -> Content:
    """The content of ``source``, from ``web`` if need be. Raises ``SummarizeError`` without it.

    A page is identified by the article in it: what surrounds that changes at every visit.
    """
    path, name = source.path, source.name
    if isinstance(source.found, SummarizeError):
        raise source.found
    if path is None:
        article = _from_web(source, web, force=force, offline=offline)
        return Content(article.sha256, PAGE, lambda: article)
    if source.span is not None:
        line = _slice(path, *source.span)
        return Content(_digest(line), "jsonl", lambda: article_of(line, name, force=force))
    _refuse_special(path)
    data = file_bytes(path)
    kind = path.suffix.lower()
    return Content(_digest(data), kind, lambda: article_from_file(data, name, force=force))


def _from_web(source: Input, web: Polite | None, *, force: bool, offline: bool) -> Article:
    """The article that an item carries, or that of the page."""
    if source.item is not None and source.item.html:
        try:
            return article_of_item(source.item, force=force)
        except NotEnglishError:
            raise
        except ArticleError:
            if not source.item.link:
                raise
    get = partial(web.get, robots=source.item is not None) if web else None
    if isinstance(source.found, Fetched):
        get = partial(_as_fetched, source.found)
    return read_article(source.name, force=force, offline=offline, get=get)


def _as_fetched(found: Fetched, url: str, accepted: frozenset[str]) -> Fetched:
    """What was fetched already, if it is of a type that is ``accepted``. Raises ``FetchError``."""
    require_type(url, found.content_type, accepted)
    return found


def _slice(path: Path, offset: int, length: int) -> bytes:
    try:
        with path.open("rb") as file:
            file.seek(offset)
            return file.read(length)
    except OSError as error:
        raise ArticleError(
            f"{path} cannot be read: {error.strerror or error}", "Was it moved or removed?"
        ) from None


def _refuse_special(path: Path) -> None:
    """Refuse links to nowhere; pipes and devices, which would hold up the batch for ever."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        if path.is_symlink():
            message = f"{path} is a link to a file that is not there"
            raise ArticleError(message, "Bring the file back, or remove the link.") from None
        return  # reading it tells why
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise ArticleError(
            f"{path} is a pipe or device, not a file", "Remove it, or leave it out by --exclude."
        )


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
