"""The content of an input: its digest at once, the article only where it is asked for."""

import hashlib
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from summarize.articles import read_article
from summarize.articles.read import article_from_file, file_bytes
from summarize.batch.jsonl import article_of
from summarize.batch.records import Input
from summarize.errors import ArticleError
from summarize.records import Article


@dataclass(frozen=True, slots=True)
class Content:
    """``sha256`` identifies the content; ``kind`` is how it is read; ``parse`` reads it.

    ``parse`` raises ``ArticleError``.
    """

    sha256: str
    kind: str
    parse: Callable[[], Article]


def open_content(source: Input, *, force: bool, offline: bool) -> Content:
    """The content of ``source``. Raises ``ArticleError`` where it cannot be had.

    A page is identified by the article in it: what surrounds that changes at every visit.
    """
    path, name = source.path, source.name
    if path is None:
        article = read_article(name, force=force, offline=offline)
        return Content(article.sha256, "url", lambda: article)
    if source.span is not None:
        line = _slice(path, *source.span)
        return Content(_digest(line), "jsonl", lambda: article_of(line, name, force=force))
    _refuse_special(path)
    data = file_bytes(path)
    kind = path.suffix.lower()
    return Content(_digest(data), kind, lambda: article_from_file(data, name, force=force))


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
