"""How long something took, counting only what was really computed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Speed:
    """``seconds`` spent on ``computed`` items; what came from the cache is in neither."""

    computed: int = 0
    seconds: float = 0.0

    @property
    def per_minute(self) -> float | None:
        """Items a minute; ``None`` where nothing was computed."""
        return round(60 * self.computed / self.seconds, 1) if self.computed else None

    def __add__(self, other: "Speed") -> "Speed":
        return Speed(self.computed + other.computed, self.seconds + other.seconds)
