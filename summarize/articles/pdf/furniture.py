"""Running heads and feet, page numbers: what stands at the edges of pages and tells nothing."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from summarize.articles.pdf.lines import Row, rows_of
from summarize.articles.pdf.sheet import Word

EDGE = 3
"""So many rows from the top and from the bottom may be furniture."""
PAGE_NUMBER = re.compile(
    r"\W*(?:page|p\.?|pg\.?)?\W*\d{1,4}\W*(?:(?:of|/|von)\W*\d{1,4}\W*)?", re.IGNORECASE
)
DIGITS = re.compile(r"\d+")
SAME_PLACE = 6.0
"""Points within which a line stands at the same height on two pages."""

Key = tuple[str, int, int]


def without_furniture(pages: Sequence[Sequence[Word]]) -> list[list[Word]]:
    """The words of each page without those of lines that come again on another page.

    Figures count as equal, so that "Page 2 of 3" comes again; a lone page number at the edge of a
    page is dropped even from a document of one page.
    """
    rows = [rows_of(words) for words in pages]
    seen = Counter(key for page in rows for key in set(_keys(page)))
    return [_kept(page, seen) for page in rows]


def _pieces(row: Row) -> Iterator[Row]:
    """Parts of a row that stand apart: a foot may have a name left and a number right."""
    piece: list[Word] = []
    for word in row:
        if piece and word.start - piece[-1].end > 2 * word.size:
            yield tuple(piece)
            piece = []
        piece.append(word)
    yield tuple(piece)


def _edges(page: Sequence[Row]) -> Iterator[Row]:
    yield from page[:EDGE]
    yield from page[max(EDGE, len(page) - EDGE) :]


def _keys(page: Sequence[Row]) -> Iterator[Key]:
    for row in _edges(page):
        for piece in _pieces(row):
            yield from _near(piece)


def _near(piece: Row) -> Iterator[Key]:
    """Text, size and height; twice, so that heights on both sides of a step count as equal."""
    text = DIGITS.sub("#", " ".join(word.text for word in piece)).casefold()
    step = piece[0].base / SAME_PLACE
    for height in {int(step), int(step + 0.5) + 10**6}:
        yield text, round(piece[0].size), height


def _kept(page: Sequence[Row], seen: Counter[Key]) -> list[Word]:
    edges = {id(row) for row in _edges(page)}
    outermost = {id(row) for row in (*page[:1], *page[-1:])}
    kept: list[Word] = []
    for row in page:
        for piece in _pieces(row):
            again = id(row) in edges and any(seen[key] > 1 for key in _near(piece))
            number = id(row) in outermost and _is_page_number(piece)
            if not (again or number):
                kept += piece
    return kept


def _is_page_number(piece: Row) -> bool:
    text = " ".join(word.text for word in piece)
    return len(text) < 20 and PAGE_NUMBER.fullmatch(text) is not None
