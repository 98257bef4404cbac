"""Words that a line end divides: the hyphen goes, unless the word has one wherever it stands."""

import re
from collections.abc import Container
from typing import Final

from summarize.wordlists import word_set

_LAST: Final = re.compile(r"([^\W\d_]+(?:[’'][^\W\d_]+)?)-$")
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
    tory tries try ture tured tures ty ual ular uled ure ward wards ways wise
    """
)
"""Endings that a line break parts from the rest of a word; a few of them are words as well."""


def words_of(text: str) -> frozenset[str]:
    """The words of ``text`` in lower case, compounds whole, for :func:`keeps_hyphen`."""
    return frozenset(_WORD.findall(text.lower()))


def keeps_hyphen(last: str, following: str, known: Container[str] = ()) -> bool:
    """Whether the hyphen at the end of the line ``last`` stays when ``following`` is joined to it.

    It does before a capital or digit, after a digit or a word in capitals, and where ``known``,
    the words of the article, have the word with it and not without it. Where they have neither, it
    stays after words that news joins by hyphens.
    """
    before, after = _LAST.search(last[-_LONGEST_WORD:]), _NEXT.match(following)
    if before is None or after is None or not following[0].islower():
        return True
    first, second = before[1].lower(), after[0].lower()
    if len(first) > 1 and before[1].isupper():
        return True
    is_whole, is_parted = first + second in known, f"{first}-{second}" in known
    if is_whole or is_parted:
        return is_parted and not is_whole
    return first in _ALWAYS and second not in _ENDINGS
