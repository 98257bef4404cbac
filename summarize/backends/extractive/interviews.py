"""Interviews, of which a summary quotes at least once, and the answers of a transcript."""

import re
from collections.abc import Sequence

from summarize.backends.extractive.usable import QUOTATION

OPENING = 4
"""Sentences in which an interview says that it is one."""
LEAST_QUOTES = 2
LEAST_WORDS = 4
"""Words of a quotation; fewer are a nickname or a term."""
SAYS_SO = re.compile(
    r"\b(?:in (?:an|his|her|their|this|our) (?:first |exclusive |recent |long )?interview|"
    r"interviewed|"
    r"(?:we|this newspaper) (?:met|spoke|talked|asked)|told (?:this newspaper|us)|"
    r"(?:talk|speak|spoke)(?:s|ed)? (?:to|with) (?:us|this newspaper))\b|"
    r"^(?:Q|Question|Interviewer)\s?:",
    re.I,
)

CLAIM = re.compile(
    r"\b(?:calls? (?:for|on)|demands?|wants?|warns?|says?|said|urges?|argues?|promises?|proposes?|"
    r"explains? (?:why|how|what)|describes?|called (?:for|on)|warned|urged|argued|promised|"
    r"proposed)\b"
)


def is_interview(texts: Sequence[str]) -> bool:
    """Whether an article says that it is an interview, and quotes as one does."""
    said = any(SAYS_SO.search(text) for text in texts[:OPENING])
    return said and sum(map(quotes, texts)) >= LEAST_QUOTES


def quotes(text: str) -> bool:
    """Whether a sentence quotes more than a term."""
    return any(len(found[0].split()) >= LEAST_WORDS for found in QUOTATION.finditer(text))


def thesis(text: str) -> bool:
    """Whether a sentence says that there was an interview, and what was said in it."""
    return bool(SAYS_SO.search(text) and CLAIM.search(text))
