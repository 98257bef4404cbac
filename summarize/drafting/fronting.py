"""The date of a sentence at its front, where small models do not drop it.

"The court ruled on Monday" becomes "On Monday, the court ruled": the same news, and in Khmer a
usual place of dates.
"""

import re
from itertools import pairwise
from typing import Final

from summarize.english.dates import Date, dates

_BLOCKING: Final = re.compile(
    r"[\"“”«»,;:(]|\b(?:and|that|wh(?:o|ose|ich|en|ile|ere)|because|if|unless|after|before|since|until"
    r"|sa(?:id|ys|ying)|told|tells|telling|to (?!(?:the|an?|his|her|its|their)\b)[a-z]+)\b"
)
"""What, standing before a date, may have it for its own: "said he will come on Monday"."""
_LEAD: Final = re.compile(
    r"(?:,?\s(?:on|in|during)\s(?:(?:early|mid|late|last|next)[\s-])?|,?\s(?:last|next)\s)$"
)
_BARE: Final = re.compile(r"(?P<word>\w+),?\s$")  # "the court ruled Monday"
_NO_ADVERB: Final = (
    "a an and at before between but by each every for from good of on or since the this through"
    " till to until was with"
)
_OTHERWISE: Final = frozenset(_NO_ADVERB.split())
"""Words before a weekday that make something else of it: "the Friday market", "until Monday"."""
_TAIL: Final = re.compile(r"(?:\s(?:morning|afternoon|evening|night))?(?:,?\s(?:19|20)[0-9]{2}\b)?")
_AFTER: Final = re.compile(r"$|[ ,.;?!](?!of )")
_AFTER_BARE: Final = re.compile(
    r"$|[,.;?!]|\s(?:after|against|as|at|because|by|for|from|in|over|that|to|when|while|with)\b"
)
_OPENER: Final = re.compile(
    r"(?:A|An|The|This|That|These|Those|He|She|It|They|We|His|Her|Its|Their|Our|At|For|From|About"
    r"|More|Many|Some|Several|Most|All|Both|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\b"
)
"""First words that are no names: they lose their capital within a sentence."""
_FEWEST_BEFORE: Final = 2  # words; with fewer, the date is at the front as it is
_GAP: Final = 2  # characters between a weekday and the date that belongs to it


def date_first(sentence: str) -> str:
    """``sentence`` with its date moved to the front, or "" where that may not be the same.

    It must have one date, as an adverb of time, and nothing before it whose own the date may be:
    a clause, a quotation, what somebody said.
    """
    found = dates(sentence)
    if not found or any(right.start - left.end > _GAP for left, right in pairwise(found)):
        return ""
    start, preposition = _lead(sentence, found[0])
    tail = _TAIL.match(sentence, found[-1].end)
    end = tail.end() if tail else found[-1].end
    before, phrase, after = sentence[:start], sentence[start:end].lstrip(" ,"), sentence[end:]
    is_free = len(before.split()) >= _FEWEST_BEFORE and not _BLOCKING.search(before)
    allowed = _AFTER_BARE if preposition else _AFTER
    if not is_free or not allowed.match(after):
        return ""
    opening = f"{preposition}{phrase}"
    return f"{opening[0].upper()}{opening[1:]}, {_within(before)}{after}"


def _lead(sentence: str, date: Date) -> tuple[int, str]:
    """Where the phrase of ``date`` starts, 0 where it is no adverb, and a word that it lacks."""
    if lead := _LEAD.search(sentence, 0, date.start):
        return lead.start(), ""
    bare = _BARE.search(sentence, 0, date.start)
    if date.name.endswith("day") and bare and bare["word"].lower() not in _OTHERWISE:
        return bare.end("word"), "on "
    return 0, ""


def _within(start: str) -> str:
    """The first words of a sentence as they are written within one."""
    return f"{start[0].lower()}{start[1:]}" if _OPENER.match(start) else start
