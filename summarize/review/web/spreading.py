"""An approval that goes on to the same sentence elsewhere, where nobody has been at it yet."""

from collections.abc import Iterable
from typing import Final

from summarize.memory.records import exact_key
from summarize.review.records import Edit, Reviewed
from summarize.review.web.desk import Desk
from summarize.review.weighing import weigh

NOTE: Final = "as the same sentence elsewhere"


def spread(desk: Desk, approved: Iterable[Reviewed]) -> list[Reviewed]:
    """Give the drafts of the same English the Khmer of ``approved``; the segments that have it.

    Nobody had these before them, so what stands against an approval in bulk stands against theirs,
    and the memory takes them once they are opened. What people have written is left.
    """
    khmer = {exact_key(one.source): one.target for one in approved}
    if not khmer:
        return []
    edits = [
        Edit(one.article, one.id, one.version, khmer[key], "approved", note=NOTE)
        for one in desk.store.segments(states=["draft"])
        if (key := exact_key(one.source)) in khmer
    ]
    if not edits:
        return []
    sound = [one.edit for one in weigh(desk.store, edits, in_bulk=True) if one.reason is None]
    return [outcome.segment for outcome in desk.store.change(sound, desk.who) if outcome.done]
