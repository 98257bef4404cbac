"""Lines of a column to paragraphs, by gaps, indents, bullets and lines that end early."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from summarize.articles.hyphens import SOFT, join_hyphen
from summarize.articles.pdf.lines import BULLET
from summarize.articles.pdf.sheet import Line

PITCH = 1.25
"""A gap larger than so many usual ones parts paragraphs."""
INDENT = (0.8, 8.0)
"""Ems by which a first line is set in."""
HALF_EMPTY = 0.7
"""A line that fills less of its column ends a paragraph even without a full stop."""
SENTENCE_END = re.compile(r"[.!?:…;][”’\"')\]]*[\d*†‡]{0,2}$")
LISTED = re.compile(rf"(?:{BULLET.pattern})\s")
MARK = re.compile(r"[-*•‣▪●◦·]\s+")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Joined lines; ``page`` from 1; ``full`` says that its last line reaches the margin."""

    text: str
    size: float
    bold: bool
    page: int
    base: float
    words: int
    full: bool
    lines: int


@dataclass(frozen=True, slots=True)
class _Measure:
    """Margins and pitch of a column, in points."""

    left: float
    right: float
    pitch: float


def paragraphs_of(lines: Sequence[Line], page: int) -> list[Paragraph]:
    """The paragraphs of one column."""
    measure = _measured(lines)
    return [_joined(group, page, measure) for group in _groups(lines, measure)]


def _measured(lines: Sequence[Line]) -> _Measure:
    lefts = sorted(round(line.start) for line in lines)
    common = max(set(lefts), key=lefts.count) if len(lefts) < 400 else lefts[len(lefts) // 3]
    pairs = pairwise(lines)
    pitches = sorted(
        one.base - other.base for one, other in pairs if abs(one.size - other.size) < 0.5
    )
    pitch = pitches[len(pitches) // 3] if pitches else 0.0
    return _Measure(common, max(line.end for line in lines), pitch)


def _groups(lines: Sequence[Line], measure: _Measure) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in lines:
        if group and _begins(line, group, measure):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _begins(line: Line, group: Sequence[Line], measure: _Measure) -> bool:
    """Whether ``line`` begins a paragraph below ``group``."""
    last = group[-1]
    if abs(line.size - last.size) > 0.08 * max(line.size, last.size):
        return True
    gap = last.base - line.base
    pitch = min(measure.pitch or gap, 1.6 * line.size)
    if gap > PITCH * max(pitch, line.size) + 0.5 or LISTED.match(line.text):
        return True
    ended = SENTENCE_END.search(last.text) is not None
    if line.bold != last.bold and (ended or not _fills(last, line, measure)):
        return True
    if last.text.endswith(("-", "‐", SOFT)) or line.text[:1].islower():
        return False
    if ended and not LISTED.match(group[0].text) and _is_indented(line, last, measure):
        return True
    early = not _fills(last, line, measure)
    return early and (ended or last.end - measure.left < HALF_EMPTY * _width(measure))


def _width(measure: _Measure) -> float:
    return measure.right - measure.left


def _fills(last: Line, line: Line, measure: _Measure) -> bool:
    """Whether the first word of ``line`` would not have fitted behind ``last``."""
    return last.end + 0.25 * line.size + line.first > measure.right - 0.3 * line.size


def _is_indented(line: Line, last: Line, measure: _Measure) -> bool:
    least, most = (ems * line.size for ems in INDENT)
    return least < line.start - measure.left < most and last.start - measure.left < least


def _joined(group: Sequence[Line], page: int, measure: _Measure) -> Paragraph:
    last = group[-1]
    return Paragraph(
        text=MARK.sub("", join_lines([line.text for line in group]), count=1)
        if MARK.match(group[0].text)
        else join_lines([line.text for line in group]),
        size=group[0].size,
        bold=all(line.bold for line in group),
        page=page,
        base=group[0].base,
        words=sum(len(line.text.split()) for line in group),
        full=last.end > measure.left + 0.85 * _width(measure),
        lines=len(group),
    )


def join_lines(lines: Sequence[str]) -> str:
    """One text; each step sees only the ends of two lines, so that the time stays linear."""
    pieces: list[str] = []
    for line in lines:
        if pieces and pieces[-1].endswith(("-", "‐", SOFT)):
            joined = join_hyphen(pieces[-1], line)
            pieces[-1:] = [joined[: len(joined) - len(line)], line]
        elif pieces:
            pieces += [" ", line]
        else:
            pieces.append(line)
    return "".join(pieces)


def continues(last: Paragraph, following: Paragraph) -> bool:
    """Whether ``following`` goes on with ``last`` in the next column or on the next page."""
    if abs(last.size - following.size) > 0.08 * last.size or last.bold != following.bold:
        return False
    if last.text.endswith(("-", "‐")):
        return True
    if SENTENCE_END.search(last.text) or LISTED.match(following.text):
        return False
    return following.text[:1].islower() or (last.full and last.words > 6)
