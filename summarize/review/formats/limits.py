"""How much an import takes before it refuses: each bound in one place."""

from typing import Final

MAX_BYTES: Final = 40_000_000
"""Size of a file; 10,000 segments of XLIFF 2, the most verbose format, have about 10 MB."""
