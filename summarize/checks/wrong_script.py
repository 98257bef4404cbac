"""Letters of a script that belongs neither to Khmer nor to the English: a model gone astray."""

import re
from typing import Final

_SCRIPTS: Final = {
    "Thai": "\u0e00-\u0e7f",
    "Lao": "\u0e80-\u0eff",
    "Myanmar": "\u1000-\u109f",
    "Chinese": "\u2e80-\u2fdf\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003134f",
    "Japanese": "\u3040-\u30ff\u31f0-\u31ff",
    "Korean": "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af",
    "Cyrillic": "\u0400-\u052f",
    "Greek": "\u0370-\u03ff\u1f00-\u1fff",
    "Arabic": "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc",
    "Hebrew": "\u0590-\u05ff",
    "Armenian": "\u0530-\u058f",
    "Georgian": "\u10a0-\u10ff",
    "Ethiopic": "\u1200-\u139f",
    "Indic": "\u0900-\u0dff",
    "Tibetan": "\u0f00-\u0fff",
}
_ANY: Final = re.compile(f"[{''.join(_SCRIPTS.values())}]")
_EACH: Final = {name: re.compile(f"[{span}]+") for name, span in _SCRIPTS.items()}


def check(source: str, target: str) -> list[str]:
    """A script that the English uses too is a quotation, not an error."""
    if not _ANY.search(target):
        return []
    return [
        f"There are {name} letters in the Khmer ({match[0]}). Replace them."
        for name, letters in _EACH.items()
        if (match := letters.search(target)) and not letters.search(source)
    ]
