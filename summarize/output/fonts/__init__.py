"""Noto Sans Khmer 5.3.0 of the npm package ``@fontsource/noto-sans-khmer``; licence: OFL.txt.

For pages that have to show Khmer where no Khmer font is installed. Only the Khmer script is in it.
"""

import base64
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent
REGULAR: Final = FOLDER / "noto-sans-khmer-khmer-400-normal.woff2"


def font_face() -> str:
    """The style rule that brings Noto Sans Khmer, with its data, to the Khmer of a page."""
    data = base64.b64encode(REGULAR.read_bytes()).decode("ascii")
    return (
        '@font-face { font-family: "Noto Sans Khmer"; font-weight: 400; '
        f"src: url(data:font/woff2;base64,{data}); "
        "unicode-range: U+200B-200D, U+1780-17FF, U+19E0-19FF, U+25CC; }"
    )
