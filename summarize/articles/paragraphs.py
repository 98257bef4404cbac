"""Hard-wrapped lines back to paragraphs, without joining lists, headings and verse."""

import re
from collections.abc import Container, Sequence
from itertools import pairwise

from summarize.articles.hyphens import join_hyphen, words_of

WIDEST = 100
"""Hard-wrapped text keeps below this many characters a line; longer lines are whole paragraphs."""
NARROWEST = 40
FULL = 0.85
"""A line is full when the next word would have taken it beyond this share of the width."""
VERSE = 0.7
"""Share of lines with a capital letter first above which lines are verse, names or a list."""
HANGING = 2
"""Spaces by which the further lines of a list item are indented at least."""
BULLET = re.compile(r"(?:[-*•‣▪▫●○◦■□➢➤✓·–—]|\(?\d{1,2}[.)]|\(?[a-z]\))\s")

MARK = re.compile(r"(?:[-*•‣▪▫●○◦■□➢➤✓·]\s+)+(?=\S)")
"""A bullet that says nothing: dropped before a line, where a number or a dash of speech is kept."""

ENDED = re.compile(r"[.!?…:][”’\"')\]]*\s*$")
SIGN = re.compile(r"\s*[-*•‣▪●–—]\s")
LONG = 12
"""Words of a line that is no heading, though a break follows it and no full stop ends it."""


def unwrap(text: str) -> tuple[str, ...]:
    """Join the lines of ``text`` that belong together; each result is one line, without its bullet.

    Blank lines part paragraphs. Within a block two lines are joined where the second starts in
    lower case, or where the first is as full as the width of the text allows.
    """
    blocks = [_lines(block) for block in re.split(r"\n\s*\n", text) if block.strip()]
    width = _width([line for block in blocks for line in block])
    known = words_of(text) if "-\n" in text else frozenset[str]()
    return tuple(_unmarked(line) for block in blocks for line in _join(block, width, known))


def _unmarked(line: str) -> str:
    mark = MARK.match(line)
    return line[mark.end() :] if mark else line


def _lines(block: str) -> list[str]:
    return [line.rstrip() for line in block.split("\n") if line.strip()]


def _width(lines: Sequence[str]) -> int:
    """Width the text was wrapped to, in characters; 0 where it was not wrapped."""
    lengths = sorted(map(len, lines))
    if not lengths:
        return 0
    width = lengths[int(0.95 * (len(lengths) - 1))]
    return width if NARROWEST <= width <= WIDEST else 0


def _join(block: Sequence[str], width: int, known: Container[str]) -> list[str]:
    if _is_verse(block):
        width = 0
    joined: list[list[str]] = []
    hanging = 0  # the indent from which a line goes on with the list item above it
    for last, line in pairwise(("", *block)):
        own = line.lstrip()
        indent = len(line) - len(own)
        is_item = bool(BULLET.match(own))
        goes_on = 0 < hanging <= indent and not is_item
        if not joined or not (goes_on or _continues(last, line, width)):
            joined.append([own])
            hanging = indent + HANGING if is_item else 0
        elif last.endswith("-"):
            text = join_hyphen(joined[-1][-1], own, known)
            joined[-1][-1:] = [text[: -len(own)], own]
        else:
            joined[-1] += [" ", own]
    return ["".join(pieces) for pieces in joined]


def _is_verse(block: Sequence[str]) -> bool:
    capitals = sum(line.lstrip()[0].isupper() for line in block)
    return len(block) >= 4 and capitals > VERSE * len(block)


def _continues(last: str, line: str, width: int) -> bool:
    """Whether ``line`` goes on with the paragraph whose latest line is ``last``."""
    text = line.lstrip()
    if BULLET.match(text):
        return False
    if text[0].islower():
        return True
    indented = line != text and last == last.lstrip()
    word = text.split(maxsplit=1)[0]
    return not indented and width > 0 and len(last) + 1 + len(word) > FULL * width


def joined(text: str) -> str:
    """``text``, whose breaks were set by hand, with one only where a line does not go on."""
    lines = text.split("\n")
    written = lines[:1]
    for last, line in pairwise(lines):
        start = line.lstrip()[:1]
        is_cut = len(last.split()) >= LONG and not ENDED.search(last)
        goes_on = start.islower() or is_cut or not last.strip()
        written += [" " if goes_on and not SIGN.match(line) else "\n", line]
    return "".join(written)
