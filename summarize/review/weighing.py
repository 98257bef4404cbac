"""Changes weighed before they are made: which of them are approvals that something stands against.

The rule is in :mod:`summarize.review.approvable`; here it is put to the segments of a review.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from summarize.khmer.entered import entered
from summarize.records import Finding
from summarize.review.approvable import Reason, reason_against
from summarize.review.records import Edit, Reviewed
from summarize.review.store import ReviewStore

_Found = Mapping[tuple[str, str], Sequence[Finding]]


@dataclass(frozen=True, slots=True)
class Weighed:
    """An edit, the segment it is of, and the ``reason`` why it is not to be made, if there is one.

    ``findings`` are of the text as an approval leaves it. The segment is ``None`` where the results
    no longer have it.
    """

    edit: Edit
    segment: Reviewed | None
    findings: tuple[Finding, ...] = ()
    reason: Reason | None = None


def weigh(
    store: ReviewStore, edits: Sequence[Edit], *, in_bulk: bool = False, force: bool = False
) -> list[Weighed]:
    """Each of ``edits`` with what stands against it.

    Nothing does unless it is an approval, and one made on an old version is a conflict first.
    """
    articles = dict.fromkeys(edit.article for edit in edits)
    stands = {one.key: one for article in articles for one in store.segments(article)}
    found: dict[tuple[str, str], list[Finding]] = {}
    for article in dict.fromkeys(edit.article for edit in edits if edit.state == "approved"):
        for finding in store.findings(article):
            found.setdefault((article, finding.where), []).append(finding)
    weighed = (
        _with_findings(store, edit, stands, found)
        if edit.state == "approved"
        else Weighed(edit, stands.get(edit.key))
        for edit in edits
    )
    return [
        one
        if one.segment is None or one.edit.state != "approved"
        else replace(
            one,
            reason=reason_against(one.segment.state, one.findings, in_bulk=in_bulk, force=force),
        )
        for one in weighed
    ]


def _with_findings(
    store: ReviewStore, edit: Edit, stands: Mapping[str, Reviewed], found: _Found
) -> Weighed:
    segment = stands.get(edit.key)
    if segment is None or segment.version != edit.version:
        return Weighed(edit, segment)
    target = segment.target if edit.target is None else entered(edit.target)
    if target == segment.target:
        return Weighed(edit, segment, tuple(found.get((edit.article, edit.id), ())))
    return Weighed(edit, segment, tuple(store.check(segment.source, target)))
