"""Reads the News Summary corpus (JSON lines with ``article`` and ``summary``) and mends its text.

In the public copy, quotation marks and apostrophes became ``?`` and paragraph breaks were lost
(``media.The union territory?s``). Every system of a benchmark sees the same mended sentences.
"""

import json
import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from summarize.articles.sentences import split_sentences
from summarize.records import Article, Sentence

APOSTROPHE = re.compile(r"(?<=\w)\?(?=(?:s|t|re|ve|ll|d|m)\b)")
DASH = re.compile(r"(?<=\s)\?(?=\s)")
LOST_BREAK = re.compile(r"(?<=[a-z0-9)][.!])(?=[“A-Z])|(?<=[a-z][.!?,]”)(?=[“A-Z])")
STRAY = re.compile(r"([.!]”)\?")
SPACE = re.compile(r"(?<=\w)\?(?=[a-z\d])|(?<=\bon)\?\s*")
CURRENCY = re.compile(r"(?<=\s)\?(?=\d)")


@dataclass(frozen=True, slots=True)
class Pair:
    """An article and the summary a person wrote of it (the reference)."""

    article: Article
    reference: str


def read_pairs(path: Path) -> list[Pair]:
    """Read the corpus. Titles are left out: they were written by those who wrote the summaries."""
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [Pair(_article(row["id"], mend(row["article"])), row["summary"]) for row in rows]


def mend(text: str) -> str:
    """Put back quotation marks, apostrophes, dashes and paragraph breaks where context tells."""
    text = DASH.sub("–", CURRENCY.sub("₹", APOSTROPHE.sub("’", text.replace("\xa0", " "))))
    text = LOST_BREAK.sub("\n", _mend_quotes(text))
    return "\n\n".join(filter(None, (" ".join(line.split()) for line in text.splitlines())))


def _mend_quotes(text: str) -> str:
    mended, is_open = [], False
    for index, char in enumerate(text):
        if char in '?"':
            before, after = text[max(0, index - 1) : index], text[index + 1 : index + 3]
            char, is_open = _quote(char, before, after, is_open)
        mended.append(char)
    return STRAY.sub(r"\1", SPACE.sub(" ", "".join(mended)))


def _quote(char: str, before: str, after: str, is_open: bool) -> tuple[str, bool]:
    """Return what stands for ``char`` here, and whether a quotation is open behind it."""
    starts_word = after[:1].isalnum()
    if starts_word and (not before.strip() or before == "("):
        return "“", True
    ends = after[:1] in ("", "\n", "\t", ",", ".") or after[1:2].islower() or after[1:2] == "("
    if is_open and (char == '"' or before in ",.!?" or ends):
        return "”", False
    if not is_open and starts_word and before in ",.!:;":
        return "“", True
    return char, is_open


def _article(name: str, text: str) -> Article:
    spans = split_sentences(text)
    gaps = ["", *(text[left[1] : right[0]] for left, right in pairwise(spans))]
    paragraph, sentences = 0, []
    for number, ((start, end), gap) in enumerate(zip(spans, gaps, strict=True), 1):
        paragraph += "\n" in gap
        sentences.append(Sentence(f"a{number}", text[start:end], start, end, paragraph))
    return Article(name, "", name, "", text, tuple(sentences))
