"""Text in slots: where sentences lie in them, and how translations are put back.

A line is running text of one block. Markup within it parts it into slots: the text before a link,
that of the link, the text behind. A sentence may go over several; its translation goes into one.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from summarize.articles.build import BETWEEN
from summarize.articles.sentences import split_sentences
from summarize.records import Article, Sentence

Span = tuple[int, int]
Line = Sequence["Slot"]
_ENGLISH: Final = re.compile("[A-Za-z]")
"""A sentence without any such letter (a number, a sign, Khmer) stays as it is."""
_MARKER: Final = re.compile(r"(?:[-–—•*·‣▪>]|#{1,6}|\d{1,3}[.)])\s+(?=\S)")
"""What stands before a line of a list, a heading or a reply: it stays as well."""
_BREAKS: Final = str.maketrans("\r\n\t\u2028\u2029", "     ")


@dataclass(frozen=True, slots=True)
class Slot:
    """A piece of the text of a line; ``depth`` is how many elements of the line are around it."""

    text: str
    depth: int = 0


def article_of(lines: Sequence[Line], *, broken: bool = False) -> Article:
    """The English sentences of ``lines`` as an article that is to be drafted whole.

    A line break within a line ends a sentence only where it is ``broken`` text.
    """
    texts = [_text(line, broken) for line in lines]
    text = BETWEEN.join(texts)
    sentences, start = list[Sentence](), 0
    for number, own in enumerate(texts):
        for first, last in _sentences(own):
            name = f"a{len(sentences) + 1}"
            span = start + first, start + last
            sentences.append(Sentence(name, own[first:last], *span, number))
        start += len(own) + len(BETWEEN)
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    return Article(digest[:12], "", "-", digest, text, tuple(sentences))


def filled(lines: Sequence[Line], article: Article, targets: Mapping[str, str]) -> list[list[str]]:
    """The texts of the slots of each line with ``targets``, by the id of the sentence.

    ``article`` is that of :func:`article_of`.
    """
    starts, start = list[int](), 0
    for line in lines:
        starts.append(start)
        start += sum(len(slot.text) for slot in line) + len(BETWEEN)
    own: list[list[tuple[Span, str]]] = [[] for _ in lines]
    for one in article.sentences:
        begin = starts[one.paragraph]
        own[one.paragraph].append(((one.start - begin, one.end - begin), targets[one.id]))
    return [_filled(line, placed) for line, placed in zip(lines, own, strict=True)]


def _filled(line: Line, placed: Sequence[tuple[Span, str]]) -> list[str]:
    """From the last sentence to the first, so that offsets stay true."""
    texts = [slot.text for slot in line]
    ends = [0]
    for slot in line:
        ends.append(ends[-1] + len(slot.text))
    for (start, end), target in reversed(placed):
        within = [
            (i, max(start, ends[i]) - ends[i], min(end, ends[i + 1]) - ends[i])
            for i in range(len(line))
            if ends[i] < end and start < ends[i + 1]
        ]
        home = min(within, key=lambda one: (line[one[0]].depth, one[1] - one[2]))[0]
        for i, first, last in within:
            put = target if i == home else ""
            texts[i] = texts[i][:first] + put + texts[i][last:]
    return texts


def _text(line: Line, broken: bool) -> str:
    text = "".join(slot.text for slot in line)
    return text if broken else text.translate(_BREAKS)


def _sentences(text: str) -> list[Span]:
    """Without what only marks the line."""
    found = []
    for start, end in split_sentences(text):
        marker = _MARKER.match(text, start, end)
        first = marker.end() if marker else start
        if _ENGLISH.search(text, first, end):
            found.append((first, end))
    return found
