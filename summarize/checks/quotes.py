"""Quotation marks that are opened and never closed, or closed and never opened."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from summarize.checks.base import Context, Located
from summarize.records import Segment

_PAIRS: Final = (("«", "»"), ("“", "”"))


def check(segments: Sequence[Segment], context: Context) -> list[Located]:
    """Per document, as quotations run on over sentences.

    When the English itself leaves one open, as part of a longer text may, so may the Khmer.
    """
    english = [(segment.id, segment.source) for segment in segments]
    if any(_open(english, *pair) for pair in _PAIRS) or _has_odd(segments):
        return []
    khmer = [(segment.id, segment.target) for segment in segments]
    return [
        (where, f"{mark} stands alone. Add the other mark of the pair, or take it out.")
        for pair in _PAIRS
        for where, mark in _open(khmer, *pair)
    ]


def _open(texts: Iterable[tuple[str, str]], opening: str, closing: str) -> list[tuple[str, str]]:
    """The marks without a partner and the ids of their texts, in order."""
    alone: list[tuple[str, str]] = []
    for where, text in texts:
        for mark in re.findall(f"[{opening}{closing}]", text):
            if mark == closing and alone and alone[-1][1] == opening:
                alone.pop()
            else:
                alone.append((where, mark))
    return alone


def _has_odd(segments: Iterable[Segment]) -> bool:
    return sum(segment.source.count('"') for segment in segments) % 2 == 1
