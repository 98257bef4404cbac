"""A share counted on a sample, with the interval in which the true share lies."""

from dataclasses import dataclass
from math import sqrt
from typing import Any, Final

_Z: Final = 1.959964  # 95 % of a normal distribution lies within this many standard deviations


@dataclass(frozen=True, slots=True)
class Rate:
    """``hits`` of ``total``; a rate of nothing is 0 and says nothing: look at ``total``."""

    hits: int
    total: int

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.hits / self.total if self.total else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval of Wilson (1927), which holds for shares near 0 and 1 too."""
        if not self.total:
            return 0.0, 1.0
        n, share, scale = self.total, self.share, 1 + _Z**2 / self.total
        middle = (share + _Z**2 / (2 * n)) / scale
        half = _Z / scale * sqrt(share * (1 - share) / n + (_Z / (2 * n)) ** 2)
        low = 0.0 if self.hits == 0 else middle - half
        high = 1.0 if self.hits == self.total else middle + half
        return low, high

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready form; shares to four places."""
        interval = [round(end, 4) for end in self.interval]
        return {
            "hits": self.hits,
            "n": self.total,
            "rate": round(self.share, 4),
            "interval_95": interval,
        }
