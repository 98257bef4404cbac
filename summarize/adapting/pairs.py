"""A sentence and its translation as the embedded model learns them, cleaned and judged."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from summarize.adapting.figures import copied
from summarize.khmer.digits import to_ascii_digits
from summarize.khmer.normalise import draft_text

_NUMBER: Final = re.compile(r"\d+")
_KHMER: Final = re.compile(r"[\u1780-\u17b3]")
_LATIN: Final = re.compile(r"[A-Za-z]")
_SHORT: Final = 40
"""Characters of an English text below which the length of its Khmer says nothing."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence and its translation; digits of Khmer are ASCII digits.

    ``source`` is empty where the Khmer is no translation, but text to learn the language from.
    ``prompt`` names the prompt that tells the model what kind of pair it is.
    """

    source: str
    target: str
    prompt: str = "text"

    def turned(self) -> "Pair":
        """The pair of the other direction."""
        return Pair(self.target, self.source, "back")


def clean(source: str, target: str) -> Pair:
    """One encoding and one spacing; digits are copied, so that the house style can be applied."""
    english, khmer = " ".join(draft_text(source).split()), to_ascii_digits(draft_text(target))
    return Pair(english, copied(english, khmer))


def is_sound(pair: Pair, filters: Mapping[str, Any]) -> bool:
    """Whether the Khmer looks like a translation: script, length, and every number came through."""
    khmer, latin = len(_KHMER.findall(pair.target)), len(_LATIN.findall(pair.target))
    if khmer == 0 or khmer / (khmer + latin) < filters["khmer_share"]:
        return False
    ratio = len(pair.target) / max(1, len(pair.source))
    is_usual = filters["shortest_ratio"] < ratio < filters["longest_ratio"]
    if len(pair.source) >= _SHORT and not is_usual:
        return False
    return set(_NUMBER.findall(pair.source)) <= set(_NUMBER.findall(pair.target))
