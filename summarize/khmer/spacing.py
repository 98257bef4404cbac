"""Khmer words written apart, as in corpora prepared for machines, joined as people write them.

Khmer puts spaces between phrases, not between words. A model trained on text that was cut into
words writes such spaces too.
"""

import re
from typing import Final

from summarize.khmer.alphabet import BASE, COENG

MOST: Final = 0.2
"""Spaces between Khmer letters, a cluster, above which words were written apart.

Measured on text of at least ``LEAST`` clusters: none of 3,533 lines of human translation has more
(FLORES-200 dev and devtest, TICO-19 test; the highest has 0.12), 81 of 19,850 lines of Khmer web
text, many of them lists of names.
"""
LEAST: Final = 20

_GAP: Final = re.compile(rf"(?<=[\u1780-\u17d3]) (?=[{BASE}])")
_CLUSTER: Final = re.compile(f"(?<!{COENG})[{BASE}]")


def join_words(text: str) -> str:
    """``text`` without the spaces between Khmer letters, if they are too many to part phrases.

    Spaces beside digits, Latin letters and quotation marks stay. Idempotent.
    """
    gaps = len(_GAP.findall(text))
    if gaps < MOST * LEAST:
        return text
    clusters = len(_CLUSTER.findall(text))
    if clusters < LEAST or gaps <= MOST * clusters:
        return text
    return _GAP.sub("", text)
