"""Words of a page to rows: turned upright, superscripts and initials put on their line."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from summarize.articles.pdf.sheet import Line, Word

Row = tuple[Word, ...]
"""Words on one baseline, from left to right."""

SAME_BASE = 0.3
"""Difference of baselines in ems within which words stand on one line."""
SMALL = 0.8
"""A mark is raised if it is smaller than this share of the word beside it."""
INITIAL = 1.8
"""A capital so many times as large as the text that follows is an initial of several lines."""
STANDS_OUT = 1.8
"""A gap that parts is so many times as wide as the usual one of its line."""
STRETCHED = 2.5
"""Ems to which no justified line is stretched."""
LOOSE_SIGN = 0.15
"""Gap in ems below which words without a space between them are one."""
BULLET = re.compile(r"[-*•‣▪●◦–—·]|\(?\d{1,2}[.)]|\(?[a-z]\)")
NOTE_MARK = re.compile(r"(?:\d{1,3}(?:[,–-]\d{1,3})*|[*†‡§¶]+|\[\d{1,3}\]|[a-z])")
POWERS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
UNIT = re.compile(r"(?:^|[\d\s])(?:k|c|m|d)?m$|(?:sq|cu|ft|in|yd)\.?$|[×x] ?10$")


def upright(words: Iterable[Word]) -> tuple[list[Word], bool]:
    """The words in the commonest direction, and whether others were left out."""
    words = list(words)
    turns = Counter[int]()
    for word in words:
        turns[word.turn] += len(word.text)
    if not turns:
        return [], False
    common = turns.most_common(1)[0][0]
    return [word for word in words if word.turn == common], len(turns) > 1


def on_their_lines(words: Sequence[Word]) -> list[Word]:
    """Superscripts and initials with the baseline of the words beside them."""
    settled: list[Word] = []
    for word in words:
        last = settled[-1] if settled else None
        initial = last is not None and _is_initial(last, word)
        if last is not None and not initial and _is_small_beside(word, last):
            raised = word.base > last.base + 0.1 * last.size
            settled.append(replace(word, base=last.base, raised=raised, glued=True))
            continue
        if last is not None and initial:
            settled[-1] = replace(last, base=word.base, size=word.size)
            word = replace(word, glued=_is_one_word(last, word))
        elif last is not None and _is_small_before(last, word):
            settled[-1] = replace(last, base=word.base, raised=True)
        settled.append(word)
    return settled


def _is_small_beside(word: Word, last: Word) -> bool:
    """A mark above or below the word before it."""
    near = -0.3 * last.size <= word.start - last.end <= 0.3 * last.size
    shifted = 0.1 * last.size < abs(word.base - last.base) < 0.7 * last.size
    return near and shifted and word.size < SMALL * last.size and len(word.text) <= 6


def _is_small_before(word: Word, following: Word) -> bool:
    near = -0.3 * word.size <= following.start - word.end <= 0.8 * following.size
    shifted = 0.1 * following.size < word.base - following.base < 0.7 * following.size
    return near and shifted and word.size < SMALL * following.size and len(word.text) <= 3


def _is_initial(word: Word, following: Word) -> bool:
    beside = 0 <= following.start - word.end + 0.5 * following.size < 2 * following.size
    below = following.base - word.base
    return (
        len(word.text) == 1
        and word.text.isupper()
        and word.size >= INITIAL * following.size
        and beside
        and 0 <= below < word.size
    )


def _is_one_word(initial: Word, following: Word) -> bool:
    """Whether the initial begins the word that follows: "T" + "he", not "A" + "mill"."""
    return following.text[0].islower() and (initial.text not in "AI" or following.glued)


def rows_of(words: Iterable[Word]) -> list[Row]:
    """Words by baseline, rows from the top, each from left to right."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: -word.base):
        row = rows[-1] if rows else None
        if row and row[0].base - word.base <= SAME_BASE * min(row[0].size, word.size):
            row.append(word)
        else:
            rows.append([word])
    return [tuple(sorted(row, key=lambda word: word.start)) for row in rows]


def line_of(row: Sequence[Word]) -> Line:
    """One line of text; marks of notes are left out, powers of units kept as ² and ³."""
    pieces: list[str] = []
    end = row[0].start
    for word in row:
        if not word.text:
            continue
        apart = not word.glued and (word.start - end > LOOSE_SIGN * word.size or not pieces)
        if pieces and (apart or not word.glued):
            pieces.append(" ")
        pieces.append(_raised("".join(pieces[-4:]), word.text) if word.raised else word.text)
        end = max(end, word.end)
    letters = sum(len(word.text) for word in row)
    sizes = Counter[float]()
    for word in row:
        sizes[word.size] += len(word.text)
    return Line(
        text="".join(pieces).strip(),
        start=row[0].start,
        end=max(word.end for word in row),
        base=min((word.base for word in row if not word.raised), default=row[0].base),
        size=sizes.most_common(1)[0][0],
        bold=sum(len(word.text) for word in row if word.bold) > 0.8 * letters,
        first=row[0].end - row[0].start,
    )


def _raised(before: str, mark: str) -> str:
    if mark.isdigit() and UNIT.search(before):
        return mark.translate(POWERS)
    return "" if before and NOTE_MARK.fullmatch(mark) else mark


def gaps(row: Row, least: float) -> list[tuple[float, float]]:
    """Where ``row`` is white for more than ``least`` ems; not behind a bullet."""
    found = []
    for one, other in pairwise(row):
        wide = other.start - one.end > least * max(one.size, other.size)
        if wide and not (one is row[0] and BULLET.fullmatch(one.text)):
            found.append((one.end, other.start))
    return found


def is_stretched(row: Row, place: float) -> bool:
    """Whether the gap of ``row`` at ``place`` is like the others of a line that was justified."""
    widths = sorted(other.start - one.end for one, other in pairwise(row))
    for one, other in pairwise(row):
        if one.end <= place <= other.start:
            gap = other.start - one.end
            usual = widths[len(widths) // 2]
            return gap <= STANDS_OUT * usual and gap <= STRETCHED * max(one.size, other.size)
    return False
