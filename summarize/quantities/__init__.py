"""Quantities in English and Khmer text: a number with what it counts, compared across the two."""

from summarize.quantities.compare import Comparison, compare
from summarize.quantities.records import Quantity, Unit

__all__ = ["Comparison", "Quantity", "Unit", "compare"]
