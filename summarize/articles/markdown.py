"""Markdown: the prose of a document, without front matter, headings, code, tables and images."""

import re

from summarize.articles.html.dom import parse
from summarize.articles.html.walk import blocks_of
from summarize.articles.limits import MAX_CHARACTERS, MAX_MARKS, refuse_many
from summarize.articles.missing import counted
from summarize.articles.page import Page

_MARKS = re.compile(r"[]\[*_~`<&!^|>#+\\]|^[ \t]*(?:[-:]|\d+[.)])", re.MULTILINE)
_FENCE = "---"
_FENCES = (_FENCE, "...")
_TITLES = ("title", "headline")


def read_markdown(text: str, name: str = "The text") -> Page:
    """Read CommonMark: the title is that of the front matter, else the first heading.

    HTML in it counts as on a web page; struck-out text and footnotes go. ``name`` is for errors.
    """
    refuse_many(len(text), MAX_CHARACTERS, "characters", name)
    title, body = _front_matter(text.removeprefix("\ufeff"))
    refuse_many(len(_MARKS.findall(body)), MAX_MARKS, "signs of markup", name)
    root = parse(f"<html><body>{_rendered(body)}</body></html>", name)
    blocks = blocks_of(root, name) if root is not None else []
    blocks = [block for block in blocks if not any(box.is_sure for box in block.boxes)]
    headings = [block.text for block in blocks if block.kind == "heading"]
    return Page(
        title=title or next(iter(headings), ""),
        paragraphs=tuple(b.text for b in blocks if b.kind not in ("heading", "missing")),
        left_out=counted(block.text for block in blocks if block.kind == "missing"),
    )


def _rendered(text: str) -> str:
    """HTML of all but the code; four spaces before a paragraph do not make it code."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    parser = parser.disable("code").use(footnote_plugin)
    environment: dict[str, object] = {}
    tokens = [token for token in parser.parse(text, environment) if token.type != "fence"]
    return str(parser.renderer.render(tokens, parser.options, environment))


def _front_matter(text: str) -> tuple[str, str]:
    """The title that the front matter gives, "" for none, and the text below it."""
    first, *lines = text.split("\n")
    if first.rstrip() != _FENCE:
        return "", text
    for i, line in enumerate(lines):
        if line.rstrip() in _FENCES:
            return _title(lines[:i]), "\n".join(lines[i + 1 :])
    return "", text


def _title(lines: list[str]) -> str:
    for line in lines:
        key, _, value = line.partition(":")
        if key.strip().lower() in _TITLES and value.strip():
            return value.strip().strip("\"'")
    return ""
