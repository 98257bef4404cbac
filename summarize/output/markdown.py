"""Markdown: headline, summary and draft as lists, findings and provenance below."""

import re
from collections.abc import Sequence

from summarize.output.words import finding_lines, heading, provenance_lines
from summarize.records import Result

SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|!~])")
LINE_START = re.compile(r"^(\d+)([.)])|^([-+=])")


def render(results: Sequence[Result]) -> bytes:
    """UTF-8 Markdown; text from articles is escaped, so that none of it becomes markup."""
    return "\n---\n\n".join(_document(result) for result in results).encode("utf-8")


def _document(result: Result) -> str:
    parts = [f"# {escape(heading(result.article))}", f"Source: {escape(result.article.source)}"]
    if result.summary is not None:
        parts += ["## Summary", _numbered([s.text for s in result.summary.sentences])]
    if result.draft is not None:
        parts += ["## ខ្មែរ", _numbered([segment.target for segment in result.draft.segments])]
    if result.findings:
        parts += ["## To check", _bullets(finding_lines(result))]
    parts.append(_bullets(provenance_lines(result)))
    return "\n\n".join(parts) + "\n"


def _numbered(lines: Sequence[str]) -> str:
    return "\n".join(f"{n}. {escape(line)}" for n, line in enumerate(lines, start=1))


def _bullets(lines: Sequence[str]) -> str:
    return "\n".join(f"- {escape(line)}" for line in lines)


def escape(text: str) -> str:
    """``text`` as Markdown that shows exactly these characters."""
    escaped = SPECIAL.sub(r"\\\1", text.replace("&", "&amp;"))
    return LINE_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", escaped)
