"""Texts and files made by chance, and what a kind of hostile case is."""

from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Final

SCRAPS: Final = (
    *("0", "1:", "9" * 50, "-", "[", "{", "<", "&", '"', "'", "\\", "\n", "\t", " ", "%", "\0"),
    *("​", "\u0301", "‮", "\ufeff", "ក", "្", "៛", "១២", "½", "Mr. ", "a", "A. B.", "$5 million"),
    *("true", "inf", "nan", "null", "]]>", "<!--", "<!ENTITY a 'b'>", "</", "PK\x03\x04"),
)
Kind = Callable[[Random, Path, int], object]
"""One case: the source of chance, an empty folder, and at most so many characters."""


def scraps(chance: Random, size: int) -> str:
    """Few pieces again and again, or many mixed."""
    few = chance.choices(SCRAPS, k=chance.randint(1, 4))
    pieces = few if chance.random() < 0.5 else SCRAPS
    text = "".join(chance.choices(pieces, k=chance.randint(0, max(1, size // 4))))
    return text[:size]


def stirred(chance: Random, data: bytes) -> bytes:
    """``data`` with a few places cut and overwritten."""
    changed = bytearray(data)
    for _ in range(chance.randint(0, 8)):
        place = chance.randint(0, len(changed))
        changed[place : place + chance.randint(0, 20)] = scraps(chance, 40).encode()
    return bytes(changed)
