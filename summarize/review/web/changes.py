"""Changes asked for on a page: made on the version it shows, or explained."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from summarize.checks import check_pair
from summarize.records import Finding
from summarize.review.entered import entered
from summarize.review.records import Edit, Outcome, Reviewed
from summarize.review.web.answers import Json, by_place, of_difference, of_findings, of_segment
from summarize.review.web.desk import Desk

Result = Literal["done", "conflict", "errors", "gone"]


@dataclass(frozen=True, slots=True)
class Asked:
    """An edit with the segment as it stood when it was asked for, and the errors against it."""

    edit: Edit
    segment: Reviewed | None
    errors: tuple[Finding, ...]


def change(desk: Desk, edits: Sequence[Edit], *, force: bool) -> Json:
    """Make the changes of one article; an approval in spite of errors only with ``force``.

    Raises ``UsageError`` for a segment that never was there.
    """
    asked = _asked(desk, edits)
    sound = [one.edit for one in asked if force or not one.errors]
    outcomes = iter(desk.store.change(sound, desk.who) if sound else ())
    results = [
        _refused(one) if one.errors and not force else _of_outcome(one.edit, next(outcomes))
        for one in asked
    ]
    return {"results": results, **standing(desk, edits[0].article)}


def undo(desk: Desk, article: str, segment: str, version: int) -> Json:
    """Take back the last change of a segment. Raises ``UsageError`` for no such one."""
    outcome = desk.store.undo(article, segment, desk.who, version)
    edit = Edit(article, segment, version, outcome.segment.target)
    result = _of_outcome(edit, outcome)
    if result["result"] == "gone":
        result["result"] = "nothing"
    return {"results": [result], **standing(desk, article)}


def standing(desk: Desk, article: str) -> Json:
    """How an article stands: its findings by segment, and how many segments have which state."""
    states = Counter(segment.state for segment in desk.store.segments(article))
    found = by_place(desk.store.findings(article))
    return {
        "findings": {id: of_findings(group) for id, group in found.items()},
        "states": dict(states),
    }


def check(desk: Desk, article: str, segment: str, target: str) -> Json:
    """What the checks would say of ``target``, in the form in which it would be kept."""
    stands = {one.id: one for one in desk.store.segments(article)}
    known = stands.get(segment)
    found = check_pair(known.source, entered(target), desk.context) if known else []
    return {"findings": of_findings(found)}


def _asked(desk: Desk, edits: Sequence[Edit]) -> list[Asked]:
    articles = {edit.article for edit in edits}
    stands = {one.key: one for article in articles for one in desk.store.segments(article)}
    found = {article: by_place(desk.store.findings(article)) for article in articles}
    return [
        Asked(
            edit,
            segment := stands.get(f"{edit.article}:{edit.id}"),
            _errors(desk, edit, segment, found[edit.article].get(edit.id, ())),
        )
        for edit in edits
    ]


def _errors(
    desk: Desk, edit: Edit, segment: Reviewed | None, known: Sequence[Finding]
) -> tuple[Finding, ...]:
    """The errors that stand against an approval; a text on an old version is a conflict first."""
    if edit.state != "approved" or segment is None or segment.version != edit.version:
        return ()
    target = segment.target if edit.target is None else entered(edit.target)
    if target != segment.target:
        known = check_pair(segment.source, target, desk.context)
    return tuple(finding for finding in known if finding.severity == "error")


def _refused(one: Asked) -> Json:
    assert one.segment is not None
    answer = {"result": "errors", "segment": of_segment(one.segment)}
    return {**answer, "errors": of_findings(one.errors)}


def _of_outcome(edit: Edit, outcome: Outcome) -> Json:
    """A conflict shows what the text that stands has instead of the one that was to be kept."""
    segment = outcome.segment
    answer: Json = {"segment": of_segment(segment)}
    if outcome.done:
        return {**answer, "result": "done"}
    if segment.version == edit.version:
        return {**answer, "result": "gone"}
    mine = segment.target if edit.target is None else entered(edit.target)
    return {**answer, "result": "conflict", "pieces": of_difference(segment.target, mine)}
