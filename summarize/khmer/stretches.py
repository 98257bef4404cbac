"""Parts of a Khmer text, found again after it was changed around them."""

from collections.abc import Iterable
from difflib import SequenceMatcher

from summarize.khmer.alphabet import ZWSP
from summarize.records import Stretch


def carried(stretches: Iterable[Stretch], before: str, after: str) -> tuple[Stretch, ...]:
    """Where the ``stretches`` of ``before`` stand in ``after``, word breaks aside.

    Those whose own text has changed are left out.
    """
    own = tuple(stretches)
    if not own or before == after:
        return own
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    places = {block.a + step: block.b + step for block in blocks for step in range(block.size)}
    found = []
    for one in own:
        if one.start in places and one.end - 1 in places:
            start, end = places[one.start], places[one.end - 1] + 1
            if after[start:end].replace(ZWSP, "") == before[one.start : one.end]:
                found.append(Stretch(start, end))
    return tuple(found)
