"""Three levels in words, which is what people see of the confidence in a sentence."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final, Literal

from summarize.records import Finding, Result, Segment, Severity

Level = Literal["usable", "check", "wrong"]
LEVELS: Final[tuple[Level, ...]] = ("usable", "check", "wrong")
"""From the surest down."""
WORDS: Final[Mapping[Level, str]] = MappingProxyType(
    {"usable": "likely usable", "check": "check it", "wrong": "likely wrong"}
)
"""What people read. They rest on a comparison with references: no person has rated drafts yet."""
_COUNTED: Final[Mapping[Level, str]] = MappingProxyType({**WORDS, "check": "to check"})
P_USABLE: Final = 0.3
"""From this confidence on a sentence is likely usable."""
P_CHECK: Final = 0.1
"""Below this one it is likely wrong."""


_BELOW: Final = 0.01


def capped(chance: float, severities: Iterable[Severity]) -> float:
    """``chance``, no higher than the level that findings of these severities allow.

    Drafts with an error are too rare among those that the regression was fitted on to teach it.
    """
    found = set(severities)
    if "error" in found:
        return min(chance, P_CHECK - _BELOW)
    if "warning" in found:
        return min(chance, P_USABLE - _BELOW)
    return chance


def level_of(confidence: float | None, severities: Iterable[Severity]) -> Level:
    """The level of a sentence with findings of these severities.

    An error makes the lowest level, and with a warning none is at the highest. Where the
    confidence is unknown (another translator, an older result, a sentence from the memory) the
    findings alone decide.
    """
    found = set(severities)
    if "error" in found or (confidence is not None and confidence < P_CHECK):
        return "wrong"
    if "warning" in found or (confidence is not None and confidence < P_USABLE):
        return "check"
    return "usable"


def levels(result: Result) -> dict[str, Level]:
    """The level of each Khmer segment of ``result``, by its id."""
    return levels_of(result.segments, result.findings)


def levels_of(segments: Iterable[Segment], findings: Iterable[Finding]) -> dict[str, Level]:
    """The level of each of ``segments``, by its id, given ``findings`` about them."""
    found = severities_of(findings)
    return {one.id: level_of(one.confidence, found.get(one.id, ())) for one in segments}


def severities_of(findings: Iterable[Finding]) -> dict[str, list[Severity]]:
    """The severities of ``findings`` by the id they are about."""
    found: dict[str, list[Severity]] = {}
    for finding in findings:
        found.setdefault(finding.where, []).append(finding.severity)
    return found


def doubt(found: Iterable[Level]) -> str:
    """A line for the top of a story none of whose sentences is likely usable, else ""."""
    seen = list(found)
    if not seen or "usable" in seen:
        return ""
    if set(seen) == {"wrong"}:
        return "Every Khmer sentence of this story is likely wrong: translate it anew."
    return "No Khmer sentence of this story is likely usable: check every one."


def counted(counts: Mapping[Level, int]) -> str:
    """How many sentences have which level, the worst first: "1 likely wrong, 0 to check, …"."""
    return ", ".join(f"{counts.get(one, 0):,} {_COUNTED[one]}" for one in reversed(LEVELS))
