"""Khmer scale words that readers know less well, or that are often used wrongly."""

import re
from typing import Final

from summarize.khmer.normalise import key

_KOTI: Final = re.compile("(?<=[0-9])\\s?កោដិ|(?:មួយ|ពីរ|បី|បួន|ប្រាំ|ដប់|រយ|ពាន់)\\s?កោដិ")
_BILLION: Final = re.compile("ប៊ីលា?ន|ប៊ីលៀន|ប៊ីលីយ៉ុន|ប៊ីល្លាន")


def check(source: str, target: str) -> list[str]:
    """Notes of style; a value that is wrong is an error of its own."""
    khmer = key(target)
    found = []
    if "កោដិ" in khmer and _KOTI.search(khmer):
        found.append("កោដិ is ten million, and often mistaken for a billion. Write លាន.")
    if billion := _BILLION.search(khmer):
        found.append(f"{billion[0]} is rare in the press. Write ពាន់លាន.")
    return found
