"""Markdown: the prose of a document, without front matter, headings, code, tables and images."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarize.articles.page import Page

if TYPE_CHECKING:
    from markdown_it.token import Token

FRONT_MATTER = re.compile(r"\A\ufeff?---\s*\n(.*?)^(?:---|\.\.\.)\s*$", re.DOTALL | re.MULTILINE)
FRONT_TITLE = re.compile(r"^(?:title|headline):\s*(.+?)\s*$", re.MULTILINE | re.IGNORECASE)


def read_markdown(text: str) -> Page:
    """Read CommonMark: the title is that of the front matter, else the first heading."""
    from markdown_it import MarkdownIt

    front = FRONT_MATTER.match(text)
    title = FRONT_TITLE.search(front[1]) if front else None
    parser = MarkdownIt("commonmark").enable("table")
    blocks = list(_blocks(parser.parse(text[front.end() :] if front else text)))
    headings = [content for kind, content in blocks if kind == "heading"]
    return Page(
        title=title[1].strip("\"'") if title else next(iter(headings), ""),
        paragraphs=tuple(content for kind, content in blocks if kind == "paragraph"),
    )


def _blocks(tokens: list["Token"]) -> Iterator[tuple[str, str]]:
    """(kind, plain text) of each block; a line break within one is a space."""
    kind = ""
    for token in tokens:
        if token.nesting == 1:
            kind = token.type.removesuffix("_open")
        if token.type == "inline":
            yield kind, "".join(_plain(child) for child in token.children or [])


def _plain(token: "Token") -> str:
    if token.type in ("softbreak", "hardbreak"):
        return " "
    return token.content if token.type in ("text", "code_inline") else ""
