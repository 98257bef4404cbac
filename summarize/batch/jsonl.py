"""JSON lines as articles: ``{"id", "title", "text"}`` or ``{"article": …}``, one a line."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from summarize.articles import article_from_text
from summarize.articles.limits import MAX_BYTES
from summarize.batch.names import safe_name
from summarize.batch.records import Input
from summarize.errors import ArticleError, UsageError
from summarize.json_text import read_json
from summarize.records import Article

EXPECTED = 'A line is {"id": …, "title": …, "text": …} or {"article": …}.'


def json_lines(path: Path) -> Iterator[Input]:
    """One input for each line of ``path`` that is not blank; only where it is, not its text.

    Raises ``UsageError`` when the file cannot be read.
    """
    try:
        with path.open("rb") as file:
            yield from _inputs(path, file)
    except OSError as error:
        message = f"{path} cannot be read: {error.strerror or error}"
        raise UsageError(message, "Check the name and the rights.") from None


def _inputs(path: Path, file: BinaryIO) -> Iterator[Input]:
    start, number = 0, 0
    while line := file.readline():
        number += 1
        if line.strip():
            own = _id(line)
            stem = safe_name(own) or f"line-{number:05}"
            name = f"{path}#{own}" if own else f"{path}:{number}"
            yield Input(name, stem, stem, path, (start, len(line)))
        start += len(line)


def _id(line: bytes) -> str:
    try:
        data = _object(line)
    except ValueError:
        return ""
    inner = data.get("article")
    own = data.get("id") or (inner.get("id") if isinstance(inner, dict) else None)
    text = str(own) if isinstance(own, (str, int)) else ""
    return text.encode("utf-8", "replace").decode("utf-8")


def _object(line: bytes) -> dict[str, Any]:
    """The object on a line. Raises ``ValueError``."""
    if len(line) > MAX_BYTES:
        raise ValueError("it is too long for an article")
    data = read_json(line)
    if not isinstance(data, dict):
        raise ValueError("it holds no object")
    return data


def article_of(line: bytes, name: str, *, force: bool) -> Article:
    """The article on one line, whose source is ``name``. Raises ``ArticleError``."""
    try:
        data = _object(line)
    except ValueError as error:
        raise ArticleError(f"{name} is no JSON that can be read: {error}", EXPECTED) from None
    inner = data.get("article")
    fields = inner if isinstance(inner, dict) else data
    text = fields.get("text", inner)
    title = fields.get("title") or fields.get("headline") or ""
    if not isinstance(text, str) or not isinstance(title, str):
        raise ArticleError(f"{name} has no text", EXPECTED)
    return article_from_text(text, title=title, source=name, force=force)
