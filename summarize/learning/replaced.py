"""What took the place of what between a Khmer draft and its approved text, in whole words.

Both texts are aligned by clusters (:mod:`summarize.review.difference`). A change inside a word is
widened to that word, in both texts by the same letters.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from summarize.khmer.normalise import key
from summarize.khmer.words import Word, words
from summarize.review.difference import difference


@dataclass(frozen=True, slots=True)
class Span:
    """``before[start:end]`` of the draft stands for ``after[new_start:new_end]`` of the text."""

    is_same: bool
    start: int
    end: int
    new_start: int
    new_end: int


@dataclass(frozen=True, slots=True)
class Replacement:
    """Where the draft had ``before``, from ``start`` on, the approved text has ``after``.

    ``left`` and ``right`` are the words beside it that stayed, "" where there is no known one.
    """

    before: str
    after: str
    start: int
    left: str = ""
    right: str = ""

    @property
    def end(self) -> int:
        """Where ``before`` ends in the draft."""
        return self.start + len(self.before)

    def with_words(self, left: str, right: str) -> "Replacement":
        """The same with its neighbours ``left`` and ``right``, either of which may be ""."""
        before, after = (f"{left}{text}{right}" for text in (self.before, self.after))
        return Replacement(before, after, self.start - len(left))


def aligned(draft: str, target: str) -> list[Span]:
    """The spans of both texts in order, without a gap; changes and what stayed take turns."""
    spans: list[Span] = []
    at = new_at = 0
    for piece in difference(draft, target):
        end = at + len(piece.text) if piece.kind != "added" else at
        new_end = new_at + len(piece.text) if piece.kind != "removed" else new_at
        is_same = piece.kind == "same"
        if spans and not is_same and not spans[-1].is_same:
            last = spans.pop()
            at, new_at = last.start, last.new_start
        spans.append(Span(is_same, at, end, new_at, new_end))
        at, new_at = end, new_end
    return spans


def replacements(draft: str, target: str) -> list[Replacement]:
    """The stretches of whole words that were replaced, in order, neither side of them empty."""
    known = _known_words(draft)
    found = (
        _replacement(draft, target, span, known)
        for span in _whole_words(aligned(draft, target), _inside(draft), _inside(target))
        if not span.is_same
    )
    return [one for one in found if one.before and one.after]


def projected(spans: Sequence[Span], target: str, start: int, end: int) -> str | None:
    """What stands in ``target`` for ``start:end`` of the draft; ``None`` where none can tell.

    That is where a change reaches over an end of it. What was put in just outside does not count.
    """
    first = next((one for one in spans if one.start <= start < one.end), None)
    last = next((one for one in spans if one.start < end <= one.end), None)
    if first is None or last is None:
        return None
    if (not first.is_same and first.start != start) or (not last.is_same and last.end != end):
        return None
    new_start = first.new_start + (start - first.start)
    new_end = last.new_end - (last.end - end)
    return target[new_start:new_end].strip()


def _replacement(draft: str, target: str, span: Span, known: Sequence[Word]) -> Replacement:
    before, after = draft[span.start : span.end], target[span.new_start : span.new_end]
    start = span.start + len(before) - len(before.lstrip())
    if (before, after) != (before.strip(), after.strip()):  # a space parts it from the next words
        return Replacement(before.strip(), after.strip(), start)
    left = next((one.text for one in known if one.start + len(one.text) == start), "")
    right = next((one.text for one in known if one.start == span.end), "")
    is_left = target[: span.new_start].endswith(left)
    is_right = target[span.new_end :].startswith(right)
    return Replacement(before, after, start, left if is_left else "", right if is_right else "")


def _words(text: str) -> tuple[Word, ...]:
    """The words of ``text`` at their places in it; none where its key has other places."""
    folded = key(text)
    return words(folded) if len(folded) == len(text) else ()


def _known_words(text: str) -> list[Word]:
    """With the letters that ``text`` has, some of which its key writes alike."""
    return [
        replace(word, text=text[word.start : word.start + len(word.text)])
        for word in _words(text)
        if word.is_known
    ]


def _inside(text: str) -> frozenset[int]:
    """The places within words. Neighbouring clusters of no known word count as one word."""
    inside: set[int] = set()
    last_end, was_known = -1, True
    for word in _words(text):
        end = word.start + len(word.text)
        inside.update(range(word.start + 1, end))
        if word.start == last_end and not (word.is_known or was_known):
            inside.add(word.start)
        last_end, was_known = end, word.is_known
    return frozenset(inside)


def _whole_words(
    spans: Sequence[Span], inside: frozenset[int], new_inside: frozenset[int]
) -> Iterator[Span]:
    """``spans`` with what stayed cut back to where a word begins and ends in both texts."""
    change = Span(False, 0, 0, 0, 0)
    for span in spans:
        kept = span.is_same and _cut_back(span, spans, inside, new_inside)
        if not kept:
            change = Span(False, change.start, span.end, change.new_start, span.new_end)
            continue
        yield Span(False, change.start, kept.start, change.new_start, kept.new_start)
        yield kept
        change = Span(False, kept.end, span.end, kept.new_end, span.new_end)
    yield change


def _cut_back(
    span: Span, spans: Sequence[Span], inside: frozenset[int], new_inside: frozenset[int]
) -> Span | None:
    """What remains of a span that stayed, ``None`` where that is nothing."""

    def is_within(offset: int) -> bool:
        return span.start + offset in inside or span.new_start + offset in new_inside

    first, last = 0, span.end - span.start
    while first < last and span is not spans[0] and is_within(first):
        first += 1
    while first < last and span is not spans[-1] and is_within(last):
        last -= 1
    if first == last:
        return None
    return Span(
        True, span.start + first, span.start + last, span.new_start + first, span.new_start + last
    )
