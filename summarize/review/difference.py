"""What was changed between two Khmer texts, in whole clusters: no sign is torn off its letter."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, Literal

from summarize.khmer.alphabet import BASE, COENG, MARK, ZWNJ

Kind = Literal["same", "removed", "added"]
SHORT: Final = 2
"""Fewer units in common between two changes only make them hard to read and count as changed."""
_UNIT: Final = re.compile(
    f"[{BASE}](?:{COENG}[{BASE}]?|[{MARK}{ZWNJ}])*|[A-Za-z]+|[0-9០-៩]+|\\s+|.", re.DOTALL
)
_Span = tuple[bool, int, int, int, int]
"""Whether it is the same in both texts, and where it is in each."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that stayed, went or came."""

    kind: Kind
    text: str


def difference(before: str, after: str) -> list[Piece]:
    """The pieces of both texts in order, what went ahead of what came in its place.

    Without the added ones they are ``before``, without the removed ones ``after``.
    """
    old, new = _UNIT.findall(before), _UNIT.findall(after)
    return list(_pieces(old, new, _spans(old, new)))


def _spans(old: Sequence[str], new: Sequence[str]) -> list[_Span]:
    spans: list[_Span] = []
    opcodes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for tag, start, end, new_start, new_end in opcodes:
        inside = max(start, new_start) > 0 and (end < len(old) or new_end < len(new))
        same = tag == "equal" and not (inside and end - start < SHORT)
        if spans and spans[-1][0] is same:
            _, start, _, new_start, _ = spans.pop()
        spans.append((same, start, end, new_start, new_end))
    return spans


def _pieces(old: Sequence[str], new: Sequence[str], spans: Sequence[_Span]) -> Iterator[Piece]:
    for same, start, end, new_start, new_end in spans:
        went, came = "".join(old[start:end]), "".join(new[new_start:new_end])
        if same:
            yield Piece("same", went)
            continue
        if went:
            yield Piece("removed", went)
        if came:
            yield Piece("added", came)
