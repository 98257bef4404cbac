"""A name that a person settles on a page: in their glossary, and wherever the review has it."""

from collections.abc import Sequence
from dataclasses import replace

from starlette.exceptions import HTTPException

from summarize.review.records import Edit, Outcome, Reviewed
from summarize.review.renaming import Proposal, proposals, renaming
from summarize.review.web.answers import Json, of_segment
from summarize.review.web.changes import of_outcome, standing
from summarize.review.web.desk import Desk


def settle(desk: Desk, edit: Edit, name: str, khmer: str) -> Json:
    """Let ``khmer`` stand for ``name`` from now on, asked for at the segment of ``edit``.

    The glossary comes first: where it cannot be written nothing is changed. A segment that somebody
    has changed meanwhile is a conflict, and nothing is done. Raises ``HTTPException`` 404 for a
    name that is not to be settled there, ``SummarizeError``.
    """
    segments = desk.store.segments()
    here = next((one for one in segments if one.key == edit.key), None)
    if here is None:
        raise HTTPException(404, "The results no longer have this sentence.")
    if here.version != edit.version:
        conflict = of_outcome(edit, Outcome(here, done=False))
        return {"results": [conflict], **standing(desk, edit.article)}
    settled = _proposal(desk, here, name, khmer)
    edits = [replace(one, opened=one.key == edit.key) for one in renaming(segments, settled, khmer)]
    desk.store.use(desk.approve(name, khmer, "proposed"))
    outcomes = desk.store.change(edits, desk.who) if edits else []
    return {**_told(edit.article, segments, outcomes), **standing(desk, edit.article)}


def _proposal(desk: Desk, segment: Reviewed, name: str, khmer: str) -> Proposal:
    for one in proposals(segment, desk.context.glossary):
        if one.name == name and khmer in one.candidates:
            return one
    raise HTTPException(404, "This name is settled already, or was never asked about here.")


def _told(article: str, before: Sequence[Reviewed], outcomes: Sequence[Outcome]) -> Json:
    """What was changed; ``again`` counts approvals to be given again, ``left`` who was quicker."""
    approved = {one.key for one in before if one.state == "approved"}
    done = [outcome.segment for outcome in outcomes if outcome.done]
    return {
        "results": [],
        "segments": [of_segment(one) for one in done if one.article == article],
        "count": len(done),
        "again": sum(one.key in approved for one in done),
        "left": len(outcomes) - len(done),
    }
