"""Two sentences in a row with the same Khmer: a model that repeated its last answer."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from summarize.checks.base import Context, Located
from summarize.khmer.clusters import clusters
from summarize.khmer.normalise import key
from summarize.records import Segment

_LEAST: Final = 6  # clusters: "Yes." and "Of course." may well be the same in Khmer
_WORD: Final = re.compile(r"\w+")


def check(segments: Sequence[Segment], context: Context) -> list[Located]:
    """English that differs in case and punctuation only is the same English."""
    return [
        (second.id, f"The Khmer is that of {first.id}; the English is not. Translate it anew.")
        for first, second in pairwise(segments)
        if _is_repeated(first.target, second.target)
        and _words(first.source) != _words(second.source)
    ]


def _is_repeated(first: str, second: str) -> bool:
    return key(first) == key(second) and len(clusters(key(second))) >= _LEAST


def _words(english: str) -> list[str]:
    return _WORD.findall(english.lower())
