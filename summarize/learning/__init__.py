"""What the work of a desk teaches: the corrections that it makes again and again."""

from typing import Final

LEAST: Final = 3
"""Sentences from which on a correction is no chance: two share many phrases."""
