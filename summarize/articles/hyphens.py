"""Words that a line end divides: the hyphen goes, unless the word has one wherever it stands."""

import re
from collections.abc import Container
from typing import Final

from summarize.wordlists import word_set

SOFT: Final = "\u00ad"
_LAST: Final = re.compile(r"([^\W\d_]+(?:[’'][^\W\d_]+)?)[-‐]$")
_LONGEST_WORD: Final = 40
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NEXT: Final = re.compile(r"[^\W\d_]+")
_ALWAYS: Final = word_set(
    """
    all anti army arms attorney award billion business capital cease child clean club coast
    court cross cut dead debt decision door drug eight eighteen eighty eleven energy ever ex
    face family far fast fifteen fifth fifty first five follow four fourteen fourth forty free
    front full fund girl good government great gross ground gun half hand hard head heavy high
    hit home hour hundred hydro ill import export income job kilometre labour large late law
    left life light litre little long low main market mass medium metre mid middle million
    mine minute money month much multi nation near new nine nineteen ninety non north oil old
    one open opposition part party passer peace petrol police policy poll poor post power
    price prime private pro public quarter quasi race record right rocket run sea second self
    semi seven seventeen seventy share short single six sixteen sixty slow small so soft solar
    son south state sugar tax ten tenth test then third thirteen thirty thousand three time
    top trade trouble twelve twenty two upper vice vote wage war water week well west wide
    wind work world worst year young zero
    """
)
"""First words of what news writes with a hyphen: year-old, state-owned, long-term."""
_ENDINGS: Final = word_set(
    """
    able ably age aged ages al ally ance ant ate ated ating ation ations bly cal cally cation
    ceed cer cial dom ed en ened ening ens ent ently er ered ering ers es est ety ever ful
    fully ged gent ger ging guese hood ial ian ians ible ical ier ies iest ified ify ily ing
    ings ion ions ious ise ised ish ising ism ist ists ite ity ive ives ization ize ized land
    lands less ling ly mation ment mental ments more most ness ning ory ous ously over ple
    port ported proof quence quent ry sation self sel sels ship ships sion sions some son stan
    ted ter tered ters th tial tic tics ties ting tion tional tions tive tives ton tor tors
    tory tries try ture tured tures ty ual ular uled ure teen teenth teens ward wards way ways wise
    """
)
"""Endings that a line break parts from the rest of a word; a few of them are words as well."""
_SECOND: Final = word_set(
    """
    affected backed based built capita coloured controlled driven elect friendly funded general hit
    hour known led level linked made member minister owned paid party range ranking related rich run
    season sector sized speed storey term
    """
)
"""Second words that have a hyphen before them, whatever stands there."""
_SUSPENDED: Final = frozenset(["and", "or", "to", "nor", "but"])
"""After "two-" they begin a word of their own: two- and three-storey."""


def words_of(text: str) -> frozenset[str]:
    """The words of ``text`` in lower case, compounds whole, for :func:`join_hyphen`."""
    return frozenset(_WORD.findall(text.lower()))


def join_hyphen(last: str, following: str, known: Container[str] = ()) -> str:
    """Join two lines of which ``last`` ends in a hyphen: "infla-" + "tion", "well-" + "known".

    The hyphen is kept before a capital or a figure, after one, and where ``known``, the words of
    the article, have the word with it and not without it; where they have neither, in what news
    writes with a hyphen. A space stands before "and" or "or" (two- and three-storey) and behind a
    dash. A soft hyphen never stays. What is joined ends in ``following``.
    """
    if last.endswith(SOFT):
        return last.rstrip(SOFT) + following
    if not last.endswith(("-", "‐")) or not last[-2:-1].strip():
        return f"{last} {following}"
    before, after = _LAST.search(last[-_LONGEST_WORD:]), _NEXT.match(following)
    if before is None or after is None:
        return last + following
    if after[0] in _SUSPENDED:
        return f"{last} {following}"
    rest = following[after.end() :]
    return (last if _keeps(before[1], after[0], last, rest, known) else last[:-1]) + following


def _keeps(first: str, second: str, last: str, rest: str, known: Container[str]) -> bool:
    """Whether the hyphen between two parts of a word stays; ``rest`` follows the second."""
    is_capitals = len(first) > 1 and first.isupper()
    if is_capitals != second.isupper() or (second[0].isupper() and not is_capitals):
        return True
    joined, parted = f"{first}{second}".lower(), f"{first}-{second}".lower()
    if joined in known or parted in known:
        return joined not in known
    chained = rest.startswith(("-", "‐")) or last[: -len(first) - 1].endswith(("-", "‐"))
    return chained or _is_compound(first.lower(), second.lower())  # state-of-the-art


def _is_compound(first: str, second: str) -> bool:
    if second.removesuffix("s") == first:
        return True  # tuk-tuk
    if first in _ALWAYS:
        return second not in _ENDINGS
    return second in _SECOND and len(first) > 2
