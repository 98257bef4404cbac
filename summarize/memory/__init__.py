"""The translation memory: what translators have approved, so that nobody corrects it twice."""

from summarize.memory.records import Entry, Match
from summarize.memory.store import Memory

__all__ = ["Entry", "Match", "Memory"]
