"""A text found and replaced in the Khmer of many segments: what it would change, before it does."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from summarize.khmer.clusters import EDGE
from summarize.khmer.entered import entered
from summarize.review.records import Edit, Reviewed

NOTE: Final = "replaced: {} by {}"
NOTHING: Final = "nothing"
_LETTER: Final = "A-Za-z\u00c0-\u024f"
_DIGIT: Final = "0-9\u17e0-\u17e9"
_WHOLE: Final = f"{EDGE}(?!(?<=[{_LETTER}])[{_LETTER}])(?!(?<=[{_DIGIT}])[{_DIGIT}])"
"""The pattern of a place where a text can be cut, and nothing is split."""


@dataclass(frozen=True, slots=True)
class Replacement:
    """A segment that has the text, ``count`` times, and its Khmer with the other in its place."""

    segment: Reviewed
    after: str
    count: int


def replacements(segments: Iterable[Reviewed], find: str, put: str) -> Iterator[Replacement]:
    """The ``segments`` that ``put`` in the place of ``find`` would change, in order.

    Both are taken in the form in which Khmer is stored. No match begins or ends inside a cluster,
    a number or a word in Latin letters; upper and lower case differ. Where ``find`` is part of
    ``put``, what stands as ``put`` already is none. An empty ``put`` takes the text out; there is
    no match for an empty ``find``.
    """
    wanted, new = entered(find), entered(put)
    if not wanted:
        return
    texts = [new, wanted] if wanted in new else [wanted]  # what is new already becomes itself
    pattern = re.compile(f"{_WHOLE}(?:{'|'.join(map(re.escape, texts))}){_WHOLE}")
    for one in segments:
        count = sum(text != new for text in pattern.findall(one.target))
        after = entered(pattern.sub(lambda _: new, one.target))
        if count and after != one.target:
            yield Replacement(one, after, count)


def replacing_edit(replacement: Replacement, find: str, put: str) -> Edit:
    """The change that makes ``replacement``, with a note of it for the history.

    What was approved has to be approved again. What needs work still does; all else is edited.
    """
    one = replacement.segment
    return Edit(
        one.article,
        one.id,
        one.version,
        replacement.after,
        "needs-work" if one.state == "needs-work" else "edited",
        note=NOTE.format(entered(find), entered(put) or NOTHING),
    )
