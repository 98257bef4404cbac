"""Find and replace in one article: shown first, then made where it was ticked."""

from collections.abc import Sequence
from typing import Final

from summarize.review.records import Edit
from summarize.review.replacing import replacements, replacing_edit
from summarize.review.web.answers import Json, of_difference, of_segment
from summarize.review.web.changes import standing
from summarize.review.web.desk import Desk

MAX_CHARACTERS: Final = 200
"""Of the text to find, and of the one to put in its place: a phrase, not a paragraph."""


def preview(desk: Desk, article: str, find: str, put: str) -> Json:
    """Every segment of ``article`` that would change, with what would differ in it."""
    found = replacements(desk.store.segments(article), find, put)
    return {
        "found": [
            {
                "id": one.segment.id,
                "version": one.segment.version,
                "state": one.segment.state,
                "count": one.count,
                "pieces": of_difference(one.segment.target, one.after),
            }
            for one in found
        ]
    }


def replace_chosen(desk: Desk, find: str, put: str, chosen: Sequence[Edit]) -> Json:
    """Replace in the segments of one article that were ``chosen``, each in the version shown.

    One that somebody has changed since it was shown is in conflict, and stays as it is; ``again``
    counts approvals to be given again.
    """
    article = chosen[0].article
    versions = {one.key: one.version for one in chosen}
    found = [
        one
        for one in replacements(desk.store.segments(article), find, put)
        if versions.get(one.segment.key) == one.segment.version
    ]
    edits = [replacing_edit(one, find, put) for one in found]
    outcomes = desk.store.change(edits, desk.who) if edits else []
    done = [
        (one.segment, outcome.segment)
        for one, outcome in zip(found, outcomes, strict=True)
        if outcome.done
    ]
    stands = (one for one in desk.store.segments(article) if one.key in versions)
    return {
        "segments": [of_segment(one) for one in stands],
        "count": len(done),
        "again": sum(before.state == "approved" for before, _ in done),
        "conflicts": len(versions) - len(done),
        **standing(desk, article),
    }
