"""The forms in which segments, findings and differences are sent to the browser: plain JSON."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from itertools import pairwise
from typing import Any

from summarize.records import Finding
from summarize.review.difference import difference
from summarize.review.records import Change, Reviewed

Json = dict[str, Any]
_ORDER = {"error": 0, "warning": 1, "info": 2}


def of_segment(segment: Reviewed) -> Json:
    """What a page has to know of a segment as it stands now."""
    return {
        "id": segment.id,
        "target": segment.target,
        "draft": segment.draft,
        "state": segment.state,
        "version": segment.version,
        "who": segment.who,
        "when": segment.when,
        "opened": segment.opened,
    }


def of_findings(findings: Iterable[Finding]) -> list[Json]:
    """Findings, most severe first."""
    return [asdict(finding) for finding in by_severity(findings)]


def by_severity(findings: Iterable[Finding]) -> list[Finding]:
    """Findings, most severe first."""
    return sorted(findings, key=lambda finding: _ORDER[finding.severity])


def by_place(findings: Iterable[Finding]) -> Mapping[str, list[Finding]]:
    """Findings by the id they are about, each group most severe first."""
    found: dict[str, list[Finding]] = {}
    for finding in by_severity(findings):
        found.setdefault(finding.where, []).append(finding)
    return found


def words_to_do(segments: Sequence[Reviewed]) -> str:
    """Such as ``61 of 83 words to do``: English words of what is not approved, and of all."""
    left = sum(one.words for one in segments if one.state != "approved")
    return f"{left:,} of {sum(one.words for one in segments):,} words to do"


def of_difference(before: str, after: str) -> list[Json]:
    """What went and what came, in order."""
    return [asdict(piece) for piece in difference(before, after)]


def of_history(changes: Sequence[Change]) -> list[Json]:
    """Every version, the last first, with what it changed in the one before."""
    if not changes:
        return []
    first, later = changes[0], pairwise(changes)
    steps = [{**asdict(first), "pieces": of_difference(first.target, first.target)}]
    steps += [
        {**asdict(new), "pieces": of_difference(old.target, new.target)} for old, new in later
    ]
    return steps[::-1]
