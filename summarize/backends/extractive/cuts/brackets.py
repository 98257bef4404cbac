"""Brackets with the initials of the words before them."""

import re

INITIALS = re.compile(r" \((?P<short>[A-Z]{2,8})\)")
SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", "de", "du"})


def cuts(text: str) -> list[tuple[int, int, str]]:
    """Those whose letters the words before them begin with, unless they are used again."""
    return [
        (found.start(), found.end(), "")
        for found in INITIALS.finditer(text)
        if text.count(found["short"]) == 1 and _stands_for(text[: found.start()], found["short"])
    ]


def _stands_for(before: str, short: str) -> bool:
    words = [word for word in re.split(r"[\s-]+", before) if word and word.lower() not in SMALL]
    letters = "".join(word[0] for word in words[-len(short) :])
    return letters.upper() == short
