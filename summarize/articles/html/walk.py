"""The tree of a page to its blocks, one walk, whatever its depth."""

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final

from summarize.articles.characters import one_line
from summarize.articles.html.blocks import Block, Box, Kind
from summarize.articles.html.boxes import box_of
from summarize.articles.html.dom import is_table_of_data, is_unseen, what_is_missing
from summarize.articles.html.inline import Line
from summarize.articles.limits import MAX_PARAGRAPHS, refuse_many_paragraphs
from summarize.wordlists import word_set

if TYPE_CHECKING:
    from lxml.etree import _Element

HEADINGS: Final = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
BLOCKS: Final = word_set(
    """
    address article aside blockquote body caption center dd details dir div dl dt figcaption
    figure footer form header hgroup hr html legend li main ol p pre section summary table
    tbody td tfoot th thead tr ul
    """
) | frozenset(HEADINGS)
_KINDS: Final[dict[str, Kind]] = {"li": "item", "blockquote": "quote", "dt": "term", "dd": "item"}
_INLINE: Final = Box(-1, is_sure=True)
"""Stands for a box made of inline elements, such as the spans of a byline."""


def blocks_of(root: "_Element", name: str) -> list[Block]:
    """The blocks of the page ``name`` in the order in which they stand in it.

    Raises ``ArticleError`` beyond ``MAX_PARAGRAPHS``.
    """
    blocks = list(islice(_Walk(root), MAX_PARAGRAPHS + 1))
    refuse_many_paragraphs(len(blocks), name)
    return blocks


class _Walk:
    """Where the walk is: the elements around, and the line that is being gathered."""

    def __init__(self, root: "_Element") -> None:
        self._root = root
        self._number = 0
        self._path: list[int] = []
        self._boxes: list[Box] = []
        self._articles: list[int] = []
        self._kinds: list[Kind] = ["paragraph"]
        self._level = 0
        self._line = Line()

    def __iter__(self) -> Iterator[Block]:
        from lxml.etree import iterwalk

        walk = iterwalk(self._root, events=("start", "end"))
        skipped: _Element | None = None
        for event, element in walk:
            if event == "end":
                if element is skipped:
                    skipped = None
                else:
                    yield from self._end(element)
                self._line.text(element.tail)
                continue
            if self._is_skipped(element):
                walk.skip_subtree()
                skipped = element
                missing = what_is_missing(element)
                if missing or element.tag in BLOCKS:
                    yield from self._flush()
                if missing:
                    yield self._block(missing, "missing", Line())
            else:
                yield from self._start(element)
        yield from self._flush()

    def _is_skipped(self, element: "_Element") -> bool:
        return is_unseen(element) or is_table_of_data(element)

    def _start(self, element: "_Element") -> Iterator[Block]:
        tag = element.tag
        if tag in BLOCKS:
            yield from self._flush()
            self._number += 1
            self._path.append(self._number)
            if (is_sure := box_of(element)) is not None:
                self._boxes.append(Box(self._number, is_sure))
            if tag == "article":
                self._articles.append(self._number)
            self._level = HEADINGS.get(tag, self._level)
            self._kinds.append(_KINDS.get(tag, self._kinds[-1]))
        elif tag == "br":
            if self._line.breaks():
                yield from self._flush()
        else:
            self._line.open(element)
        self._line.text(element.text)

    def _end(self, element: "_Element") -> Iterator[Block]:
        tag = element.tag
        if tag in BLOCKS:
            yield from self._flush()
            number = self._path.pop()
            if self._boxes and self._boxes[-1].number == number:
                self._boxes.pop()
            if self._articles and self._articles[-1] == number:
                self._articles.pop()
            if tag in HEADINGS:
                self._level = 0
            self._kinds.pop()
        elif tag != "br":
            self._line.close(element)

    def _flush(self) -> Iterator[Block]:
        line, self._line = self._line, self._line.successor()
        kind: Kind = "heading" if self._level else self._kinds[-1]
        for text in filter(None, map(one_line, line.read().split("\n"))):
            yield self._block(text, kind, line)

    def _block(self, text: str, kind: Kind, line: Line) -> Block:
        return Block(
            text,
            kind,
            self._level,
            linked=line.share("link"),
            timed=line.share("time"),
            is_bold=line.is_wholly("bold"),
            path=tuple(self._path),
            boxes=(*self._boxes, _INLINE) if line.is_wholly("box") else tuple(self._boxes),
            articles=tuple(self._articles),
        )
