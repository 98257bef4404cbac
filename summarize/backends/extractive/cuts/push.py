"""Further cuts for one short line, which leaves out details: names and figures may go as well.

What stays even here: conditions and exceptions, what makes a claim uncertain, who says it, and the
words of a quotation. A figure of several parts ("one hour, six minutes") is never parted.
"""

import re
from collections.abc import Iterator

from summarize.backends.extractive.cuts.asides import closing
from summarize.backends.extractive.cuts.guards import QUOTE, denies
from summarize.backends.extractive.usable import VERB
from summarize.backends.extractive.wording import COUNTED, SPEECH

CLAUSE = re.compile(
    r",? (?P<inside>(?:as|because|since|so that|after|when|while|before|"
    r"following|"
    r"amid|although|though|despite|with|which|who|where|ending|leaving|making|including) .{3,})"
    r"(?=\.$)"
)
ASIDE = re.compile(r",(?P<inside> [^,“”\"]{3,100}),(?! (?:and|or)\b)")
LAST_PART = re.compile(r",(?P<inside> [^,“”\"]{3,150})(?=\.$)")
RELATIVE = re.compile(r"(?P<inside> that (?!(?:is|was)\b)[^,]{5,100})(?=\.$)")
REPORT = re.compile(r"\b(?:report|survey|study|census|notice|letter|statement)$")
AUTHORS = re.compile(
    r"(?P<inside> (?:by|of|from) [^,.]+?)(?= (?:found|said|showed|shows|says|has found|"
    r"has shown)\.$)"
)
STUDY = re.compile(r", (?:a|an|the) (?:\w+ )?(?:survey|study|report|census)$")
WEEKDAY = re.compile(r"(?P<inside> on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)(?= [a-z])")
PHRASE = re.compile(r" (?P<inside>(?:on|in|at|during|near|across) [^,.]{2,60}?)(?=\.$|, )")
HOLDS = re.compile(
    r"\b(?:if|unless|until|except|without|provided|whether|but|only|alleged\w*|reportedly|"
    r"suspected|"
    rf"claims?|accused|decided|ruled|found|showed|shown|according)\b|\b{SPEECH}\b(?! that\b)",
    re.I,
)
"""What a part may not have that goes: who says what is left, and on what it depends."""
FIGURE = re.compile(rf"\s*(?:and |{COUNTED}\b|\d)", re.I)
OPENS_CLAUSE = re.compile(
    r"\s*(?:who|which|where|as|after|when|while|before|because|since|with|under|in|at|by|from|"
    r"for)\b"
)
ABSOLUTE = re.compile(
    r"\b(?:\w{2,}est|most|least|first|last|record|only|all|every|always|ever|more|less|"
    r"fewer)\b",
    re.I,
)
"""Says something of all that the place, the time or the clause behind it takes in."""
STUMP = re.compile(r", (?:\w+ )?\w+$|\b(?:the|a|an|of|to|and|or|by|for)$")
SAID = re.compile(rf"\b{SPEECH}$")
INSIDE_RELATIVE = re.compile(r", (?:who|which|where|whose) [^,]*$")


def cuts(text: str) -> Iterator[tuple[int, int, str]]:
    """What may go."""
    for pattern in (AUTHORS, RELATIVE, WEEKDAY, ASIDE, PHRASE, LAST_PART, CLAUSE):
        for start in range(len(text)):
            begins = text[start] == "," or (text[start] == " " and text[start - 1] != ",")
            found = pattern.match(text, start) if begins else None
            if found and _may_go(pattern, found, text[:start]):
                end = closing(text, found.end()) if pattern is ASIDE else found.end()
                yield (start, end, "")


def _may_go(pattern: re.Pattern[str], found: re.Match[str], before: str) -> bool:
    inside = found["inside"]
    if pattern is AUTHORS:
        return bool(STUDY.search(before))
    if pattern is RELATIVE and not REPORT.search(before):
        return False
    if HOLDS.search(inside) or QUOTE.search(inside) or not VERB.search(before):
        return False
    if pattern is WEEKDAY:
        return True
    if pattern in (ASIDE, LAST_PART):
        own = OPENS_CLAUSE.match(inside)
        return not FIGURE.match(inside) and bool(own or not VERB.search(inside) or "that" in inside)
    if pattern is PHRASE and SAID.search(before):
        return True
    if ABSOLUTE.search(before) or denies(before) or STUMP.search(before):
        return False  # "the lowest in ten months", "no land in five years", "a day after"
    return pattern is not PHRASE or not INSIDE_RELATIVE.search(before)
