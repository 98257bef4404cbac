"""Markdown: headline, summary and draft as lists, each sentence with what it rests on.

References look like footnotes, [s1 from a3]; the sentences of the article they name stand below.
"""

import re
from collections.abc import Mapping, Sequence

from summarize.output.words import (
    cited,
    confidence_marks,
    doubt_line,
    finding_lines,
    heading,
    replacement_lines,
    support_words,
)
from summarize.records import Result, Segment, Sentence, SummarySentence

SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|!~])")
LINE_START = re.compile(r"^(\d+)([.)])|^([-+=])")


def render(results: Sequence[Result]) -> bytes:
    """UTF-8 Markdown; text from articles is escaped, so that none of it becomes markup."""
    return "\n---\n\n".join(_document(result) for result in results).encode("utf-8")


def _document(result: Result) -> str:
    parts = [_heading(result), f"Source: {escape(result.article.source)}"]
    if doubt := doubt_line(result):
        parts.append(f"**{escape(doubt)}**")
    if result.summary is not None:
        parts += ["## Summary", _numbered([_english(s) for s in result.summary.sentences])]
    if result.draft is not None:
        marks = confidence_marks(result)
        khmer = [_khmer(segment, marks[segment.id]) for segment in result.draft.segments]
        parts += ["## ខ្មែរ", *_headline(result, marks), _numbered(khmer)]
    if replaced := replacement_lines(result):
        parts += ["## Replaced", _bullets(replaced)]
    if found := finding_lines(result):
        parts += ["## To check", _bullets(found)]
    ids = cited(result)
    if sources := [_source(s) for s in result.article.sentences if s.id in ids]:
        parts += ["## From the article", "\n".join(sources)]
    return "\n\n".join(parts) + "\n"


def _english(sentence: SummarySentence) -> str:
    """The sentence; where it comes from, and with what support."""
    origins = ", ".join(source.id for source in sentence.sources) or "no source"
    support = support_words(sentence, "; ")
    return f"{escape(sentence.text)} {_reference(f'{sentence.id} from {origins}{support}')}"


def _khmer(segment: Segment, mark: str) -> str:
    """The Khmer; where it comes from, and with what confidence."""
    return f"{escape(segment.target)} {_mark(segment.sentence, mark)}"


def _mark(origin: str, mark: str) -> str:
    return _reference("; ".join(filter(None, (f"from {origin}", mark))))


def _heading(result: Result) -> str:
    """The English headline; of one that was made, what it was made from."""
    made = ", ".join(one.id for one in result.headline.sources) if result.headline else ""
    note = f" {_reference(f'made from {made}')}" if made else ""
    return f"# {escape(heading(result))}{note}"


def _headline(result: Result, marks: Mapping[str, str]) -> list[str]:
    khmer = result.headline.khmer if result.headline else None
    if khmer is None:
        return []
    return [f"**{escape(khmer.target)}** {_mark('the headline', marks[khmer.id])}"]


def _source(sentence: Sentence) -> str:
    return f"- {_reference(sentence.id)} {escape(sentence.text)}"


def _reference(text: str) -> str:
    return f"[{escape(text)}]"


def _numbered(items: Sequence[str]) -> str:
    return "\n".join(f"{n}. {item}" for n, item in enumerate(items, start=1))


def _bullets(lines: Sequence[str]) -> str:
    return "\n".join(f"- {escape(line)}" for line in lines)


def escape(text: str) -> str:
    """``text`` as Markdown that shows exactly these characters."""
    escaped = SPECIAL.sub(r"\\\1", text.replace("&", "&amp;"))
    return LINE_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", escaped)
