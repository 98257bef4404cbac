"""A last clause that tells a circumstance: while, as, after, with, amid and the like."""

import re

from summarize.backends.extractive.cuts.guards import denies, may_go

LAST = re.compile(
    r", (?P<inside>(?:as|while|after|before|because|since|although|though|despite|amid|with|"
    r"following|making|leaving|causing|ending|bringing|adding) [^,;:.“”\"]{3,120})(?=\.$)"
)
REASON = re.compile(r"(?:as|because|since)\b")


def cuts(text: str) -> list[tuple[int, int, str]]:
    """The clause, unless a reason may belong to a denial ("did not stop because …")."""
    found = LAST.search(text)
    if not found or not may_go(found["inside"]):
        return []
    before = text[: found.start()]
    if REASON.match(found["inside"]) and denies(before):
        return []
    return [(found.start(), found.end(), "")]
