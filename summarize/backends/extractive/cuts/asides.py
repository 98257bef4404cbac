"""Relative clauses between commas, which add to a noun and do not define it."""

import re

from summarize.backends.extractive.cuts.guards import may_go
from summarize.backends.extractive.wording import AUXILIARIES, IRREGULAR_PASTS, PRESENTS

ASIDE = re.compile(
    r", (?P<inside>(?:who|which|whose|where) [^,;:.“”\"]{3,120}?)(?P<close>,|(?=\.$))"
)
VERB_NEXT = re.compile(
    rf" (?:\w+ly )?(?:{AUXILIARIES}|{IRREGULAR_PASTS}|{PRESENTS}|[a-z]{{2,}}ed)\b"
)
LISTED = re.compile(r"^\s*(?:and|or)\b")


def cuts(text: str) -> list[tuple[int, int, str]]:
    """Each with both its commas where the verb follows, else with the first.

    One that may go on as a list stays.
    """
    return [
        (found.start(), closing(text, found.end()), "")
        for found in ASIDE.finditer(text)
        if may_go(found["inside"]) and not LISTED.match(text[found.end() :])
    ]


def closing(text: str, end: int) -> int:
    """Where a cut ends whose last character may be a comma: behind it only before a verb."""
    return end if text[end - 1] != "," or VERB_NEXT.match(text, end) else end - 1
