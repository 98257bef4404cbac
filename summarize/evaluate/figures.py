"""How good the checks are: how often they cry wolf, and how much of the damage they see."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from summarize.evaluate.rate import Rate
from summarize.records import Finding, Severity

Kind = Literal["false alarms", "detected", "kept"]
Alarm = tuple[str, Severity, str]
"""The name of a check, how bad it takes it, and what it says."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of the table.

    ``name`` is a check for false alarms and a damage for what was detected, with the digits where
    both sets are measured; ``data`` names the file. ``checks`` counts the checks that noticed.
    """

    data: str
    hop: Literal[1, 2]
    kind: Kind
    name: str
    rate: Rate
    severity: str = ""
    checks: Counter[str] = field(default_factory=Counter)

    @property
    def share(self) -> float | None:
        """From 0 to 1; ``None`` where there was nothing to count."""
        return self.rate.share if self.rate.total else None

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready form."""
        return {
            "data": self.data,
            "hop": self.hop,
            "kind": self.kind,
            "name": self.name,
            **({"severity": self.severity} if self.severity else {}),
            **self.rate.to_dict(),
            **({"checks": dict(self.checks.most_common())} if self.kind == "detected" else {}),
        }


def alarms(findings: Iterable[Finding]) -> set[Alarm]:
    """What ``findings`` say, whatever they are about."""
    return {(f.check, f.severity, f.message) for f in findings}


def detection(
    before: Sequence[set[Alarm]], after: Sequence[set[Alarm]]
) -> tuple[Rate, Counter[str]]:
    """How many of the texts raise an error or a warning that they did not raise before.

    Also which checks noticed, in how many texts; an info is marked, and detects nothing by itself.
    """
    hits, checks = 0, Counter[str]()
    for early, late in zip(before, after, strict=True):
        new = late - early
        hits += any(severity != "info" for _, severity, _ in new)
        checks.update({f"{c} (info)" if severity == "info" else c for c, severity, _ in new})
    return Rate(hits, len(before)), checks
