"""Changes asked for on a page: made on the version it shows, or explained."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from summarize.khmer.entered import entered
from summarize.review.approvable import errors_of, in_words
from summarize.review.records import Edit, Outcome, Reviewed
from summarize.review.web.answers import (
    Json,
    by_place,
    of_difference,
    of_findings,
    of_segment,
    words_to_do,
)
from summarize.review.web.desk import Desk
from summarize.review.web.spreading import spread
from summarize.review.weighing import Weighed, weigh


def change(
    desk: Desk,
    edits: Sequence[Edit],
    *,
    bulk: bool = False,
    force: bool = False,
    spreads: bool = False,
) -> Json:
    """Make the changes of one article; an approval in spite of errors only with ``force``.

    Unless it is in ``bulk``, the person has before them what they change. Where it ``spreads``, the
    same sentences elsewhere are approved as well. Raises ``UsageError`` for a segment that never
    was there.
    """
    edits = [replace(edit, opened=not bulk) for edit in edits]
    weighed = weigh(desk.store, edits, in_bulk=bulk, force=force)
    sound = [one.edit for one in weighed if one.reason is None]
    outcomes = desk.store.change(sound, desk.who) if sound else []
    remaining = iter(outcomes)
    results = [
        _refused(one) if one.reason else of_outcome(one.edit, next(remaining)) for one in weighed
    ]
    article = edits[0].article
    followed = spread(desk, _approved(sound, outcomes)) if spreads else []
    told = {
        "count": len(followed),
        "segments": [of_segment(one) for one in followed if one.article == article],
    }
    return {"results": results, "spread": told, **standing(desk, article)}


def _approved(edits: Sequence[Edit], outcomes: Sequence[Outcome]) -> list[Reviewed]:
    """The segments whose approval was asked for, and made."""
    pairs = zip(edits, outcomes, strict=True)
    return [outcome.segment for edit, outcome in pairs if edit.state == "approved" and outcome.done]


def open_segment(desk: Desk, article: str, segment: str, version: int) -> Json:
    """Note that a person has this version of a segment before them; the segment as it stands.

    Raises ``UsageError`` for no such segment.
    """
    (outcome,) = desk.store.change([Edit(article, segment, version, opened=True)], desk.who)
    return {"segment": of_segment(outcome.segment)}


def approvable(desk: Desk, article: str) -> Json:
    """The segments of an article that can be approved in bulk, and why the others cannot."""
    drafts = [one for one in desk.store.segments(article) if one.state != "approved"]
    edits = [Edit(article, one.id, one.version, state="approved") for one in drafts]
    weighed = weigh(desk.store, edits, in_bulk=True)
    left = [one.reason for one in weighed if one.reason]
    return {
        "ids": [one.edit.id for one in weighed if not one.reason],
        "left": {"count": len(left), "told": in_words(left)},
    }


def undo(desk: Desk, article: str, segment: str, version: int) -> Json:
    """Take back the last change of a segment. Raises ``UsageError`` for no such one."""
    outcome = desk.store.undo(article, segment, desk.who, version)
    edit = Edit(article, segment, version, outcome.segment.target)
    result = of_outcome(edit, outcome)
    if result["result"] == "gone":
        result["result"] = "nothing"
    return {"results": [result], **standing(desk, article)}


def standing(desk: Desk, article: str) -> Json:
    """How an article stands: its findings by segment, segments by state, and words to do."""
    segments = desk.store.segments(article)
    states = Counter(segment.state for segment in segments)
    found = by_place(desk.store.findings(article))
    return {
        "findings": {id: of_findings(group) for id, group in found.items()},
        "states": dict(states),
        "words": words_to_do(segments),
    }


def check(desk: Desk, article: str, segment: str, target: str) -> Json:
    """What the checks would say of ``target``, in the form in which it would be kept."""
    stands = {one.id: one for one in desk.store.segments(article)}
    known = stands.get(segment)
    found = desk.store.check(known.source, entered(target)) if known else []
    return {"findings": of_findings(found)}


def _refused(one: Weighed) -> Json:
    assert one.segment is not None
    answer: Json = {"segment": of_segment(one.segment), "reason": one.reason}
    if one.reason == "error":
        return {**answer, "result": "errors", "errors": of_findings(errors_of(one.findings))}
    return {**answer, "result": "left"}


def of_outcome(edit: Edit, outcome: Outcome) -> Json:
    """What came of ``edit``.

    A conflict shows what the text that stands has instead of the one that was to be kept.
    """
    segment = outcome.segment
    answer: Json = {"segment": of_segment(segment)}
    if outcome.done:
        return {**answer, "result": "done"}
    if segment.version == edit.version:
        return {**answer, "result": "gone"}
    mine = segment.target if edit.target is None else entered(edit.target)
    return {**answer, "result": "conflict", "pieces": of_difference(segment.target, mine)}
