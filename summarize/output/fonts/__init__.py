"""Noto Sans Khmer 5.3.0 of the npm package ``@fontsource/noto-sans-khmer``; licence: OFL.txt.

For pages that have to show Khmer where no Khmer font is installed. Only the Khmer script is in it.
"""

from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent
REGULAR: Final = FOLDER / "noto-sans-khmer-khmer-400-normal.woff2"
BOLD: Final = FOLDER / "noto-sans-khmer-khmer-700-normal.woff2"
