"""A sentence that stops before its end: a decoder that ran out of tokens."""

import re
from typing import Final

from summarize.articles.sentences import quotes_match
from summarize.checks.evidence import Evidence

_END: Final = re.compile(r"[.!?…][\"'”’)\]]*$")
_LEFT_OPEN: Final = re.compile(
    r"(?:[,;:–—-]|\b(?:a|an|the|and|or|nor|into|because|although|whose|their|its|our|your|my|than))"
    r"[.…]*$",
    re.IGNORECASE,
)


def check(text: str, evidence: Evidence) -> list[str]:
    """A sentence must end in a mark, not in the middle of a phrase, with its quotations closed."""
    plain = text.rstrip()
    if not plain:
        return []
    if not _END.search(plain) or _LEFT_OPEN.search(plain):
        return [f"The sentence stops at “{_last_words(plain)}”. Is its end missing?"]
    if not quotes_match(plain) or plain.count("(") > plain.count(")"):
        return ["A quotation mark or bracket is not closed. Is the end of the sentence missing?"]
    return []


def _last_words(text: str) -> str:
    return " ".join(text.split()[-3:])
