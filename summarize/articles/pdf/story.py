"""Which paragraph is the headline, which are the story, and what is neither."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from summarize.articles.pdf.paragraphs import SENTENCE_END, Paragraph, continues, join_lines

LARGER = 1.12
"""So many times the size of the text makes a heading."""
SMALLER = 0.88
HEADING_WORDS = 25
BOLD_HEADING_WORDS = 14
NOTE = re.compile(r"(?:\d{1,3}|[*†‡§¶]+|\[\d{1,3}\])[.)]?\s*(?=\S)")
LABEL = re.compile(
    r"(?:(?:press|news|media) (?:release|statement|note|advisory)|for immediate release|"
    r"press office|embargoed?\b.*|statement)\W*",
    re.IGNORECASE,
)
PLAIN = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Story:
    """Headline ("" where none stands out), paragraphs, and the pages of footnotes left out."""

    title: str
    paragraphs: tuple[str, ...]
    notes: tuple[int, ...]


def story_of(columns: Sequence[Sequence[Paragraph]], title: str) -> Story:
    """Make the story of the paragraphs of each column; ``title`` is what the file says.

    What the file says counts only where the first page shows it too. Headings other than the
    headline are left out, as they are from every other format.
    """
    body = _body_size(columns)
    bold = _is_bold(columns, body)
    notes = [[one for one in column if _is_note(one, column, body)] for column in columns]
    kept = [
        [one for one in column if one not in left]
        for column, left in zip(columns, notes, strict=True)
    ]
    flat = [one for column in _continued(kept) for one in column]
    headings = [one for one in flat if _is_heading(one, body, bold)]
    headline = _headline(flat, headings, title)
    left_out = {id(one) for one in (*headings, *headline)}
    return Story(
        title=join_lines([one.text for one in headline]),
        paragraphs=tuple(one.text for one in flat if id(one) not in left_out),
        notes=tuple(sorted({one.page for column in notes for one in column})),
    )


def _body_size(columns: Iterable[Sequence[Paragraph]]) -> float:
    """The size that most characters have."""
    sizes = Counter[float]()
    for column in columns:
        for one in column:
            sizes[round(2 * one.size) / 2] += len(one.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _is_bold(columns: Iterable[Sequence[Paragraph]], body: float) -> bool:
    """Whether the text itself is bold, so that bold type marks no heading."""
    lengths = {True: 0, False: 0}
    for column in columns:
        for one in column:
            if abs(one.size - body) <= 0.5:
                lengths[one.bold] += len(one.text)
    return lengths[True] > lengths[False]


def _is_note(one: Paragraph, column: Sequence[Paragraph], body: float) -> bool:
    """A footnote: small, with a mark, and nothing of the usual size below it."""
    if one.size > SMALLER * body or not NOTE.match(one.text):
        return False
    return not any(other.base < one.base and other.size > SMALLER * body for other in column)


def _is_heading(one: Paragraph, body: float, bold: bool) -> bool:
    ended = SENTENCE_END.search(one.text) is not None
    if one.size >= LARGER * body:
        return one.words <= HEADING_WORDS and not (ended and one.words > 12)
    distinct = one.bold and not bold and one.size > SMALLER * body
    return distinct and one.words <= BOLD_HEADING_WORDS and not ended


def _headline(
    flat: Sequence[Paragraph], headings: Sequence[Paragraph], title: str
) -> list[Paragraph]:
    """The paragraphs of the headline: what the file says it is, else the largest heading."""
    first = [one for one in flat if one.page == flat[0].page] if flat else []
    named = [one for one in first if _is_the_same(one.text, title)]
    if named and (named[0] in headings or not SENTENCE_END.search(named[0].text)):
        return named[:1]
    candidates = [
        one
        for one in headings
        if one.page == flat[0].page and one.words >= 2 and not LABEL.fullmatch(one.text)
    ]
    if not candidates:
        return []
    largest = max(candidates, key=lambda one: one.size)
    above = [one for one in first if one.base > largest.base and one not in headings]
    return [largest] if sum(one.words for one in above) < 60 else []


def _is_the_same(text: str, title: str) -> bool:
    plain = PLAIN.sub("", text).casefold()
    return len(plain) > 8 and plain == PLAIN.sub("", title).casefold()


def _continued(columns: Sequence[Sequence[Paragraph]]) -> list[list[Paragraph]]:
    """Columns whose first paragraph is joined to the last one before, where it goes on with it."""
    joined: list[list[Paragraph]] = []
    last: list[Paragraph] = []
    for column in columns:
        rest = list(column)
        if last and rest and continues(last[-1], rest[0]):
            last[-1] = replace(
                last[-1],
                text=join_lines([last[-1].text, rest[0].text]),
                words=last[-1].words + rest[0].words,
                full=rest[0].full,
            )
            del rest[0]
        if rest:
            joined.append(rest)
            last = rest
    return joined
