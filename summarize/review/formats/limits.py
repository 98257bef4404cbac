"""How much an import takes before it refuses: each bound in one place."""

from typing import Final

MAX_BYTES: Final = 40_000_000
"""Size of a file; 10,000 segments of XLIFF 2, the most verbose format, have about 10 MB."""
MAX_UNPACKED_BYTES: Final = 120_000_000
"""Size of everything inside a Word or Excel file: more is an archive bomb."""
MAX_PARTS: Final = 2_000
"""Files inside a Word or Excel file."""
MAX_ROWS: Final = 100_000
"""Rows of a sheet."""


def megabytes(size: int) -> str:
    """``size`` in bytes as people write it."""
    return f"{size / 1_000_000:.0f} MB"
