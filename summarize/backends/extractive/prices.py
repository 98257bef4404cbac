"""Articles about prices, whose summary names one."""

import re
from collections.abc import Sequence

MONEY = re.compile(
    r"[$€£¥₹៛]\s?\d|\b\d[\d,.]*(?: million| billion)? ?(?:US )?"
    r"(?:dollars?|riels?|cents?|baht|dong|yuan|euros?|pounds?|rupees?|yen|kip)\b",
    re.I,
)
ABOUT = re.compile(
    r"\b(?:prices?|costs?|tariffs?|fares?|fees?|wages?|rates?|cheaper|dearer|market)\b", re.I
)
LEAST = 4
"""Sentences with an amount from which an article whose opening names prices is about them."""


def priced(texts: Sequence[str], opening: str) -> frozenset[int]:
    """Indices of the sentences with an amount of money; none where prices are not the subject."""
    amounts = frozenset(i for i, text in enumerate(texts) if MONEY.search(text))
    return amounts if ABOUT.search(opening) and len(amounts) >= LEAST else frozenset()
