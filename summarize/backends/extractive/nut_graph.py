"""Where the news stands: in the lead, or behind an anecdote, in the nut graph.

A feature opens with a person or a scene and says only then what it is about. The rules count how
much of a report a sentence has: when, by whom, found or decided, of how many, with what tense.
"""

import re
from collections.abc import Sequence

from summarize.backends.extractive.usable import CAPTION, QUOTATION
from summarize.backends.extractive.wording import (
    AUTHORITY,
    CROWD,
    FINDING,
    NEWS_TENSE,
    NEWS_TIME,
    PERSONAL,
    PRONOUN,
)

FARTHEST = 10
"""Sentences among which the nut graph is looked for."""
LEAST = 2
"""Signs that a nut graph has, and how many more it has than the lead."""
SIGNS = tuple(re.compile(sign, re.I) for sign in (NEWS_TIME, AUTHORITY, FINDING, CROWD, NEWS_TENSE))
FOLLOWS = re.compile(rf"\W*(?:{PERSONAL}|{PRONOUN}|their|this|these)\b", re.I)
DAY = re.compile(NEWS_TIME, re.I)
GOES_ON = re.compile(
    rf"(?:^|, )\W*{PERSONAL}\b|^\W*(?:On|In|At|By|Until) [^,]{{2,25}},? {PERSONAL}\b", re.I
)
SCENE = re.compile(
    r"\W*(?:when|every|each|at first|for (?:\w+ ){1,2}(?:years|days|months)|the first time|"
    r"on (?:the|a) \w+ (?:stands?|sits?|lies|hangs?)|in the (?:house|kitchen|shade|yard)|"
    r"(?:it is|it was) (?:\w+ ){0,3}(?:morning|night|noon|dawn|o’clock)|before (?:dawn|light|"
    r"sunrise|sunset|daybreak)|"
    r"(?:one|last) (?:morning|evening|night)|as (?:a|the|he|she)\b|(?:before|after|by) (?:she|"
    r"he)\b|"
    r"until\b|there (?:is|was|are|were) (?:a|no)\b)",
    re.I,
)


def news_signs(text: str) -> int:
    """How many of the five signs of a report a sentence shows outside its quotations."""
    own = QUOTATION.sub(" ", text)
    return sum(bool(sign.search(own)) for sign in SIGNS)


def news_index(texts: Sequence[str], usable: Sequence[int]) -> int | None:
    """Index of the nut graph; ``None`` where the lead is the news, as it mostly is."""
    first = next((i for i, text in enumerate(texts) if not CAPTION.search(text)), 0)
    if not usable or not _is_anecdote(texts, first):
        return None
    lead = news_signs(texts[first])
    signs = {i: news_signs(texts[i]) for i in usable if 2 <= i <= FARTHEST}
    standing = {i: n for i, n in signs.items() if not FOLLOWS.match(texts[i])}
    most = max(standing.values(), default=0)
    if most < max(LEAST, lead + LEAST):
        return None
    return next(i for i, n in standing.items() if n >= max(LEAST, lead + LEAST, most - 1))


def _is_anecdote(texts: Sequence[str], lead: int) -> bool:
    """Whether a text opens with a scene, or goes on about one whom the lead brought in."""
    opening, own = texts[lead + 1 : lead + 4], texts[lead]
    if news_signs(own) > 1:
        return False
    if SCENE.match(own):
        return True
    goes_on = any(GOES_ON.search(QUOTATION.sub(" ", text)) for text in opening)
    return goes_on and not DAY.search(own)
