"""One line of running text, gathered piece by piece from inline elements."""

import re
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Final, Literal, get_args

from summarize.articles.html.boxes import box_of
from summarize.articles.paragraphs import ENDED, joined
from summarize.articles.raised import Piece, Script, resolved

if TYPE_CHECKING:
    from lxml.etree import _Element

Mark = Literal["link", "time", "bold", "box"]
"""Links that lead elsewhere, ``<time>``, bold type, elements named as no part of a story."""
_QUOTES: Final = (("“", "”"), ("‘", "’"))
_NOTE: Final = re.compile(r"note|reference|cite|\bfn", re.IGNORECASE)
_BOLD: Final = frozenset(["b", "strong"])
_TAIL: Final = 40
_ALL: Final = 0.9
"""Share of a line that counts as the whole of it."""


class Line:
    """Text so far, and how much of it stands in links, times, bold type and boxes."""

    def __init__(self) -> None:
        self._pieces: list[Piece] = []
        self._open: list[_Element] = []
        self._depth = dict.fromkeys((*get_args(Mark), "anchor", "quote"), 0)
        self._counts: dict[str, int] = dict.fromkeys(get_args(Mark), 0)
        self._visible = 0  # characters that are no space
        self._tail = ""
        self._script: Script = ""
        self._to_note = False
        self._broken = False  # nothing but space since the last break

    def successor(self) -> "Line":
        """An empty line within the same inline elements: a link may go over several blocks."""
        line = Line()
        line._open, line._depth = self._open, self._depth
        line._script, line._to_note = self._script, self._to_note
        return line

    def text(self, text: str | None) -> None:
        """Add ``text``, whose own line breaks are spaces."""
        if not text:
            return
        self._add(text.replace("\n", " "))
        visible = len("".join(text.split()))
        if visible:
            self._broken = False
        self._visible += visible
        for kind in self._counts:
            if self._depth[kind]:
                self._counts[kind] += visible

    def open(self, element: "_Element") -> None:
        """Enter an inline element."""
        self._open.append(element)
        self._change(element, 1)
        if element.tag == "q":
            self._add(_QUOTES[self._depth["quote"] % 2][0])
            self._depth["quote"] += 1

    def close(self, element: "_Element") -> None:
        """Leave it."""
        if not self._open or self._open[-1] is not element:
            return
        self._open.pop()
        self._change(element, -1)
        if element.tag == "q":
            self._depth["quote"] -= 1
            self._add(_QUOTES[self._depth["quote"] % 2][1])

    def breaks(self) -> bool:
        """Take in ``<br>``: whether it ends the paragraph, or only the line."""
        if not self._visible:
            return False
        if self._broken or ENDED.search(self._tail) or self.is_wholly("bold"):
            return True
        self._broken = True
        self._add("\n")
        return False

    def share(self, kind: Mark) -> float:
        """The share of its characters that are marked so, from 0 to 1."""
        return self._counts[kind] / self._visible if self._visible else 0.0

    def is_wholly(self, kind: Mark) -> bool:
        """Whether nearly all of it is marked so."""
        return self.share(kind) >= _ALL

    def read(self) -> str:
        """The text, raised marks and fractions resolved, a break where a line ends for good."""
        return joined(resolved(self._merged()))

    def _merged(self) -> list[Piece]:
        """Neighbours of one script together, so that ``2`` and ``1/2`` are found in many spans."""
        return [
            (script, to_note, "".join(text for _, _, text in group))
            for (script, to_note), group in groupby(self._pieces, key=itemgetter(0, 1))
        ]

    def _add(self, text: str) -> None:
        self._pieces.append((self._script, self._to_note, text))
        self._tail = (self._tail + text)[-_TAIL:]

    def _change(self, element: "_Element", by: int) -> None:
        tag = element.tag
        leads = str(element.get("href", "")) if tag == "a" else ""
        if leads:
            self._depth["anchor" if leads.startswith("#") else "link"] += by
        self._depth["time"] += by * (tag == "time")
        self._depth["bold"] += by * (tag in _BOLD)
        self._depth["box"] += by * (tag == "cite" or box_of(element) is not None)
        if tag == "sup" or tag == "sub":
            self._script = ("sup" if tag == "sup" else "sub") if by > 0 else ""
            self._to_note = False
        elif tag == "a" and leads.startswith("#") and _NOTE.search(leads):
            self._script = "sup" if by > 0 else ""
        if by > 0 and self._script == "sup":
            name = f"{element.get('class', '')} {element.get('id', '')}"
            self._to_note |= self._depth["anchor"] > 0 or bool(_NOTE.search(name))
