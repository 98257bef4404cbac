"""Words of English news text: tokens, rough stems, and the words that carry no content."""

import re
from collections.abc import Iterable

WORD = re.compile(r"[^\W_]+(?:[’'][^\W\d_]+)?")
POSSESSIVE = re.compile(r"[’']s$")
SUFFIX = re.compile(r"(?<=\w{4})(?:ing|ed|es|s)$")

STOP_WORDS = frozenset(
    """
    a about above after again against all almost along already also although always am among an and
    another any are around as at away back be became because been before being below between both
    but by came can cannot come could did do does doing done down during each either else even ever
    every few for from further get give given go got had has have having he her here hers him his
    how however i if in including into is it its itself just last least less like made make many may
    me might more most much must my near never new next no nor not now of off often on once one only
    or other others our out over own per put rather said same say saying says shall she should since
    so some still such take taken than that the their them then there these they this those though
    through to told too toward towards two under until up upon us use used very via was we well went
    were what when where whether which while who whom whose why will with within without would yet
    you your
    """.split()  # noqa: SIM905 - a list of two hundred strings reads worse
)


def tokens(text: str) -> list[str]:
    """Lower-case words of ``text`` in order, possessive endings left off."""
    return [POSSESSIVE.sub("", word) for word in WORD.findall(text.lower())]


def stem(word: str) -> str:
    """Cut the commonest endings, so that *reform* and *reforms* meet; four letters remain."""
    return SUFFIX.sub("", word)


def content_stems(words: Iterable[str]) -> frozenset[str]:
    """Stems of the words that carry content."""
    return frozenset(stem(word) for word in words if word not in STOP_WORDS)
