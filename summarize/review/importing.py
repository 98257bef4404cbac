"""What comes back from translators: which of it is an edit, and what is refused and why.

A file tells what somebody has changed since the export, no more: where it still has what was
exported, nothing happens, whatever the review has become meanwhile. Where both have changed, the
review keeps its text and the file is told of. Nobody knows whether an approval in a file was given
to this one segment or to all at once, so none of them confirms anything to the memory.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from summarize.khmer.entered import entered
from summarize.review.approvable import errors_of
from summarize.review.formats.records import Imported
from summarize.review.matching import Segments, has_id, same_source
from summarize.review.records import Edit, Outcome, Reviewed, State
from summarize.review.store import ReviewStore
from summarize.review.weighing import Weighed, weigh

_LOST: Final = re.compile(r"\?{3,}")
"""What a program leaves of Khmer that it saved in an encoding without it."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A row of a file that was not taken, or taken without its approval; the review stands.

    ``key`` is that of its segment, "" where it could not be told; ``place`` is where in which file
    it stands, "" where that is not known.
    """

    key: str
    reason: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Changed:
    """A segment that an import has changed.

    ``tidied`` tells that its text was normalised: word breaks, invisible signs, spaces.
    """

    before: Reviewed
    after: Reviewed
    tidied: bool


@dataclass(frozen=True, slots=True)
class Report:
    """What came of an import; ``unchanged`` counts segments in which nothing is new."""

    changed: tuple[Changed, ...]
    refused: tuple[Refused, ...]
    unchanged: int


@dataclass(frozen=True, slots=True)
class _Proposal:
    """An edit, the segment it is of, the text as the file had it, and where it stands there."""

    edit: Edit
    before: Reviewed
    text: str
    place: str


def bring_in(
    store: ReviewStore, segments: Iterable[Imported], who: str, *, force: bool = False
) -> Report:
    """Take what is new in ``segments``, all of it in one transaction.

    Refused are segments that the review does not have, whose English is no longer the same, that
    were changed in the review since the export, or for which there are two texts, and rows of which
    nobody can tell whose they are; without ``force`` also approvals in spite of errors, while the
    text comes in as edited.
    """
    known = Segments(store.segments())
    found = [_judge(one, known, store) for one in segments]
    proposals, doubled = _one_each(item for item in found if isinstance(item, _Proposal))
    allowed, faulty = _allowed(store, proposals, force)
    outcomes = store.change([one.edit for one in allowed], who) if allowed else []
    done, missed = _settled(allowed, outcomes)
    refused = [item for item in found if isinstance(item, Refused)]
    return Report(tuple(done), (*refused, *doubled, *faulty, *missed), found.count(None))


def _one_each(proposals: Iterable[_Proposal]) -> tuple[list[_Proposal], list[Refused]]:
    """The proposals, each segment once, without those for which there are different ones."""
    wanted: dict[str, dict[Edit, _Proposal]] = {}
    for one in proposals:
        wanted.setdefault(one.before.key, {})[one.edit] = one
    single = [next(iter(own.values())) for own in wanted.values() if len(own) == 1]
    doubled = [
        Refused(key, "the files have two texts for it: keep one", _places(own.values()))
        for key, own in wanted.items()
        if len(own) > 1
    ]
    return single, doubled


def _places(proposals: Iterable[_Proposal]) -> str:
    return "; ".join(one.place for one in proposals if one.place)


def _allowed(
    store: ReviewStore, proposals: Sequence[_Proposal], force: bool
) -> tuple[list[_Proposal], list[Refused]]:
    """The proposals without approvals that errors stand against, and those approvals."""
    allowed, faulty = list[_Proposal](), list[Refused]()
    weighed = weigh(store, [one.edit for one in proposals], force=force)
    for one, judged in zip(proposals, weighed, strict=True):
        if judged.reason is None:
            allowed.append(one)
            continue
        faulty.append(_unapproved(one, judged))
        if one.edit.target is not None:
            allowed.append(replace(one, edit=replace(one.edit, state="edited")))
    return allowed, faulty


def _unapproved(one: _Proposal, judged: Weighed) -> Refused:
    taken = (
        "its text is taken, its approval is not"
        if one.edit.target is not None
        else "it is not approved"
    )
    errors = "; ".join(finding.message for finding in errors_of(judged.findings))
    key = one.before.key
    hint = f"review approve --segment {key} --force approves it all the same"
    return Refused(key, f"{taken}, because of errors: {errors} ({hint})", one.place)


def _settled(
    proposals: Sequence[_Proposal], outcomes: Sequence[Outcome]
) -> tuple[list[Changed], list[Refused]]:
    """What was made of the proposals; somebody may have been quicker."""
    done, missed = list[Changed](), list[Refused]()
    for one, outcome in zip(proposals, outcomes, strict=True):
        if outcome.done:
            tidied = one.edit.target is not None and one.edit.target != one.text
            done.append(Changed(one.before, outcome.segment, tidied))
        else:
            missed.append(_outrun(outcome.segment, one.place))
    return done, missed


def _judge(one: Imported, known: Segments, store: ReviewStore) -> _Proposal | Refused | None:
    """What the file proposes, why it is refused, or ``None`` where it says nothing new."""
    if not one.target.strip() and not has_id(one):
        return None  # nobody has written anything there
    now = known.find(one)
    if not isinstance(now, Reviewed):
        return Refused(one.key if has_id(one) else "", one.problem or now, one.place)
    judged = _compare(one, now, store)
    if isinstance(judged, _Proposal) and one.problem:
        return Refused(now.key, one.problem, one.place)
    return judged


def _compare(one: Imported, now: Reviewed, store: ReviewStore) -> _Proposal | Refused | None:
    """The same of the segment that it is of."""
    if not same_source(one, now):
        return Refused(now.key, "its English is not that of the review; export it again", one.place)
    text = entered(one.target)
    if not text:  # OmegaT leaves empty what nobody has worked on
        return None
    base = _base(one.version, text, now, store)
    if base is None:
        reason = f"version {one.version} of it was never in this review"
        return Refused(now.key, reason, one.place)
    edit = _edit(text, one.state, base, now)
    if edit is None or _says(edit, now):
        return None
    if _LOST.search(text) and not _LOST.search(now.source):
        reason = "its Khmer was lost when the file was saved; only ??? is left"
        return Refused(now.key, reason, one.place)
    if base.version != now.version:
        return _outrun(now, one.place)
    if one.version is None and now.who and not has_id(one):
        return Refused(now.key, f"{now.who} has changed it, perhaps since the export", one.place)
    return _Proposal(edit, now, one.target, one.place)


def _base(version: int | None, text: str, now: Reviewed, store: ReviewStore) -> Reviewed | None:
    """The version that was exported; ``None`` where there never was one of that number.

    Where a tool has lost the number it is the last version with this text, else that of now.
    """
    if version == now.version or (version is None and text == entered(now.target)):
        return now
    for step in reversed(store.history(now.article, now.id)):
        if version == step.version or (version is None and text == entered(step.target)):
            return replace(now, target=step.target, state=step.state, version=step.version)
    return now if version is None else None


def _edit(text: str, state: State | None, base: Reviewed, now: Reviewed) -> Edit | None:
    """What is new against ``base``: another text, or a state that a person has set.

    A state left as it was says nothing about a new text: that is edited, even where the old one
    was approved. A format without approvals never takes one back.
    """
    told = None if state in ("draft", base.state) else state
    weaker = told is None or (told == "edited" and base.state == "approved")
    if weaker and text == entered(base.target):
        return None
    target = None if text == entered(now.target) else text
    return Edit(now.article, now.id, now.version, target, told or "edited")


def _says(edit: Edit, now: Reviewed) -> bool:
    """Whether ``edit`` is what the review has already."""
    return edit.target is None and edit.state == now.state


def _outrun(now: Reviewed, place: str) -> Refused:
    by = now.who or "a new draft"
    return Refused(now.key, f"it was changed in the review since the export, by {by}", place)
