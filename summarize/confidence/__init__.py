"""How likely a drafted sentence is usable, as one number and as one of three levels."""

from summarize.confidence.levels import (
    LEVELS,
    WORDS,
    Level,
    counted,
    doubt,
    level_of,
    levels,
    levels_of,
)
from summarize.confidence.model import confidence, with_confidence

__all__ = [
    "LEVELS",
    "WORDS",
    "Level",
    "confidence",
    "counted",
    "doubt",
    "level_of",
    "levels",
    "levels_of",
    "with_confidence",
]
