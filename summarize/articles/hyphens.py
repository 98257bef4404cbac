"""Words that a line end cuts: which keep their hyphen and which do not."""

import re

SOFT = "\u00ad"
TAIL = re.compile(r"[^\W\d_]{1,64}")
HEAD = re.compile(r"[^\W\d_]+(?=[-‐]$)")
LONGEST = 64
"""Characters before the hyphen that are looked at."""
SUSPENDED = frozenset({"and", "or", "to", "nor", "but"})
"""After "two-" they begin a word of their own: two- and three-storey."""

FIRST: dict[str, str] = {
    "anti": "biotic biotics body bodies dote cipate cipated cipating que ques thesis septic",
    "cross": "ing ings roads es ed",
    "first": "s ly",
    "full": "y er est",
    "half": "way",
    "high": "er est land lands light lights ly way ways",
    "ill": "ness nesses egal egally",
    "left": "over overs ist ists",
    "long": "er est ing time",
    "low": "er est land lands ered ering ly",
    "mid": "dle day night st way wife wives field",
    "medium": "s",
    "middle": "man men weight weights",
    "multi": "ple ply plied tude national",
    "non": "sense etheless e",
    "one": "self s",
    "post": "pone poned ponement ed ing age er ers al",
    "quasi": "",
    "second": "s ly ary ed ing",
    "self": "ish less ishness",
    "semi": "nar nars conductor conductors",
    "short": "age ages er est fall falls ly en ened",
    "third": "ly",
    "upper": "most",
    "vice": "s",
    "well": "ness being s ington",
    "year": "ly book s",
}
"""First parts that keep the hyphen, with the second parts with which they are one word."""
_RARE = {
    "co": "operate operates operated operating operation operative operatives ordinate ordinated "
    "ordinates ordinating ordination ordinator author authors founder founders founded owner "
    "owners owned host hosts hosted chair chairs chaired chairman worker workers accused existence",
    "ex": "minister president premier husband wife convict convicts soldier soldiers police prime "
    "chief king governor mayor member members rebel rebels official officials lawmaker",
}
RARE = {first: frozenset(seconds.split()) for first, seconds in _RARE.items()}
"""First parts of many words that keep the hyphen only before these second parts."""
_NUMBERS = (
    "two three four five six seven eight nine ten twenty thirty forty fifty sixty seventy eighty "
    "ninety"
)
NUMBERS = frozenset(_NUMBERS.split())
_SOLID = (
    "some fold teen teenth th ties tieth ty ths s ers ish score pence penny sion sions der ders "
    "dering dency dencies ant ants nis"
)
SOLID_AFTER_NUMBERS = frozenset(_SOLID.split())
_SECOND = (
    "based backed built born capita controlled dollar driven elect led linked level made "
    "member old owned paid party range ranking related rich run sector speed "
    "sized coloured hour season up ups off storey term thirds free friendly funded general known "
    "minister"
)
SECOND = frozenset(_SECOND.split())
"""Second parts that keep the hyphen, whatever stands before."""


def join_hyphen(last: str, following: str) -> str:
    """Join two lines of which ``last`` ends in a hyphen: "infla-" + "tion", "well-" + "known".

    The hyphen is kept before a capital letter or a figure and in what is known for a compound,
    with a space before "and" or "or" (two- and three-storey). A soft hyphen never stays.
    """
    if last.endswith(SOFT):
        return last.rstrip(SOFT) + following
    if not last.endswith(("-", "‐")):
        return f"{last} {following}"
    tail, head = TAIL.match(following), HEAD.search(last[-LONGEST:])
    if head is None or tail is None:
        return last + following if last[-2:-1].strip() else f"{last} {following}"
    if tail[0] in SUSPENDED:
        return f"{last} {following}"
    capitals = head[0].isupper() and tail[0].isupper() and len(head[0]) > 1
    if tail[0][0].isupper() and not capitals:
        return last + following
    keeps = _is_compound(head[0].lower(), tail[0].lower(), following[tail.end() :], last)
    return (last if keeps else last[:-1]) + following


def _is_compound(first: str, second: str, rest: str, last: str) -> bool:
    before = last[: -len(first) - 1]
    if rest.startswith(("-", "‐")) or before.endswith(("-", "‐")):
        return True  # state-of-the-art
    if second.removesuffix("s") == first:
        return True  # tuk-tuk
    if first in RARE:
        return second in RARE[first]
    if first in NUMBERS:
        return second not in SOLID_AFTER_NUMBERS
    if first in FIRST:
        return second not in _solid(first)
    return second in SECOND and len(first) > 2


def _solid(first: str) -> frozenset[str]:
    return frozenset(FIRST[first].split())
