"""Articles with a summary that a person wrote: JSON lines with ``article`` and ``summary``.

Where a corpus shows the damage of the public News Summary copy, all its articles are mended, so
that every system sees the same sentences.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from summarize.articles.sentences import split_sentences
from summarize.cache.key import sha256
from summarize.errors import UsageError
from summarize.evaluate.mending import is_mangled, mend
from summarize.evaluate.pairs import read_text
from summarize.json_text import read_json
from summarize.records import Article, Sentence


@dataclass(frozen=True, slots=True)
class Summarised:
    """An article and the summary a person wrote of it (the reference), as it is in the file."""

    article: Article
    reference: str

    @property
    def sentences(self) -> list[str]:
        """The sentences of the reference, mended where its article had to be."""
        text = mend(self.reference) if is_mangled(self.reference) else self.reference
        return [text[start:end] for start, end in split_sentences(text)]


def read_corpus(path: Path, limit: int | None = None) -> list[Summarised]:
    """The first ``limit`` articles of ``path``. Raises ``UsageError``.

    Headlines are left out: those of the News Summary corpus were written by those who wrote the
    summaries.
    """
    rows = list(_rows(path))[:limit]
    if not rows:
        raise UsageError(f"{path} holds no articles", "Give one JSON object a line.")
    mangled = any(is_mangled(row["article"]) for row in rows)
    return [
        Summarised(
            _article(str(row.get("id", n)), mend(row["article"]) if mangled else row["article"]),
            row["summary"],
        )
        for n, row in enumerate(rows, start=1)
    ]


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(read_text(path).splitlines(), start=1):
        try:
            row = read_json(line)
            _ = row["article"] + row["summary"]
        except (ValueError, KeyError, TypeError) as error:
            raise UsageError(
                f"{path}, line {number}, is not an article with its summary: {error!r}",
                'Write one JSON object a line: {"article": "…", "summary": "…"}.',
            ) from error
        yield row


def _article(name: str, text: str) -> Article:
    digest = sha256(text)
    return Article(digest[:12], "", name, digest, text, tuple(_sentences(text)))


def _sentences(text: str) -> Iterator[Sentence]:
    spans = split_sentences(text)
    gaps = ["", *(text[left[1] : right[0]] for left, right in pairwise(spans))]
    paragraph = 0
    for number, ((start, end), gap) in enumerate(zip(spans, gaps, strict=True), 1):
        paragraph += "\n" in gap
        yield Sentence(f"a{number}", text[start:end], start, end, paragraph)
