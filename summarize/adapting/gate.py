"""Whether what was learned may be used: it gains where it should, and loses nothing elsewhere."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from statistics import fmean
from typing import Any, Literal

from summarize.evaluate.bootstrap import interval

Decision = Literal["swapped", "refused", "unmeasured"]


@dataclass(frozen=True, slots=True)
class Compared:
    """Two models on the same sentences, in chrF of a sentence, 0 to 100, in the mean of ``lines``.

    The gain from ``before`` to ``after`` lies between ``low`` and ``high`` in 95 of 100 samples of
    such sentences (paired bootstrap).
    """

    lines: int
    before: float
    after: float
    low: float
    high: float

    @property
    def gain(self) -> float:
        """From the one in use to the candidate."""
        return self.after - self.before

    def __str__(self) -> str:
        return (
            f"chrF {self.before:.1f} to {self.after:.1f} ({self.gain:+.1f}, 95 % interval "
            f"{self.low:+.1f} to {self.high:+.1f}, {self.lines} sentences)"
        )


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was measured of a candidate, and why it is or is not to be used."""

    decision: Decision
    reasons: tuple[str, ...]
    held: Compared | None = None
    general: Compared | None = None

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready form."""
        return {**asdict(self), "reasons": list(self.reasons)}


def compared(before: Sequence[float], after: Sequence[float]) -> Compared:
    """The chrF of the same sentences by two models."""
    differences = [new - old for old, new in zip(before, after, strict=True)]
    low, high = interval(differences)
    return Compared(len(differences), fmean(before), fmean(after), low, high)


def verdict(held: Compared, general: Compared, options: Mapping[str, Any]) -> Verdict:
    """Swap in only what gains on ``held`` beyond chance and does not fall on ``general``.

    ``options`` has ``fall``, what the latter may lose in chrF.
    """
    reasons = []
    if held.high < 0:
        reasons.append("On the desk's own sentences that it did not learn from it is worse.")
    elif held.low <= 0:
        reasons.append(
            "On the desk's own sentences that it did not learn from the gain may be chance."
        )
    if general.gain < -options["fall"]:
        reasons.append(
            f"On general sentences it lost {-general.gain:.2f} chrF, more than the "
            f"{options['fall']:g} that may be lost."
        )
    return Verdict("refused" if reasons else "swapped", tuple(reasons), held, general)
