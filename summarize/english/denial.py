"""Words by which English denies, and those that Khmer may render by a denial."""

import re
from typing import Final

from summarize.wordlists import word_set

_IDIOM: Final = re.compile(
    r"\bnot (?:only|just|merely|least|long|far|to mention|necessarily|infrequent\w*|insignificant"
    r"|inconsiderable|inconceivable|impossible|improbable|un(?!der|til|less|ion|it|ique)\w+)\b"
    r"|\b(?:whether or|if|why) not\b|\bno\.? ?[0-9]|\bno (?:doubt|matter|later|sooner|less|fewer)\b"
    r"|\bnone other\b|\bnothing but\b",
    re.IGNORECASE,
)
"""Words of denial that deny nothing, or no more than "few" and "soon" do."""
_DENIES: Final = re.compile(
    r"\b(?:not|never|cannot|nobody|nothing|none|nowhere|neither|nor|without|no)\b|n[’']t\b",
    re.IGNORECASE,
)
_NEGATIVE: Final = word_set(
    "valid visib possib correct sufficien effective complet conclus accura capab abilit able "
    "definite direct secur stabil appropriate admissib adequa consisten eligib experience "
    "offens passab perfect moral pati proper balance regular responsib replaceab revers relevan "
    "agree obe comfort approv like trust belie qualif continu order function "
    "honest loyal regard satisf similar connect respect honor honour sent allow normal "
    "understand access calcul cred evit disting somn activ inform symmetr legib"
)
"""How words go on after a-, ab-, dis-, il-, im-, in-, ir- and mis-."""
_LIKE_DENIAL: Final = word_set(
    r"refus\w+ asympto\w* hardly ignor\w* scarcely innocen\w+ barely otherwise "
    r"anonym\w+ vain devoid withh\w+ fail(?:s|ed|ing)? den(?:y|ie)\w* denial exclu\w+ forb[ia]d\w* "
    r"prohibit\w* neglect\w* doubt\w* fault\w* absen\w+ seldom regardless acquit\w* "
    r"abnormal\w* exempt\w* boycott\w* discourag\w* discontent\w* irrational\w* omit\w* "
    r"incredibl\w* dysfunction\w* emptied under-\w+ under(?:count|estimat|report)\w* "
    r"intoleran\w* lack\w* poorly rejection opposite agnostic\w* atheis\w+ "
    r"turn(?:s|ed|ing)?\sdown rul(?:es|ed|ing)\sout"
)
"""Words that a denial renders in many lines of the corpus that have them."""
_NEAR_DENIAL: Final = word_set(
    r"less fewer? still though too keeps? kept closed away avoid\w* remains free short worst "
    r"prevent(?:s|ed|ing)? yet bad(?:ly)? empty except(?:ing)? illegal\w* illicit\w* "
    r"wrong\w* false\w* rid tired raw missing silen\w+ outstanding resist\w* violat\w* "
    r"rejects? rejected bar(?:s|red|ring) ban(?:s|ned|ning)? abandon\w* unless idle scant "
    r"defect\w* void negativ\w* stopped loss failures? "
    r"rarely? declin\w+ disappear\w* (?:would|could|might)\shave had\sit"
)
"""Words that a denial renders now and then, and then where they stand."""
_MAY_DENY: Final = re.compile(
    r"\b(?:un(?!der|til\b|ion|it|i[fvq]|cles?\b|anim|tie|veil|lock|load|esco\b|icef\b|hcr\b|o\b)\w+"
    r"|non(?!etheless)\w*|(?!(?:stain|wire|neverthe|nonethe)less)\w{2,}less(?:ly|ness)?"
    rf"|(?:in|im|ir|dis|mis|il|ab|a)(?:{'|'.join(sorted(_NEGATIVE))})\w*"
    rf"|{'|'.join(sorted(_LIKE_DENIAL))})\b|-free\b",
    re.IGNORECASE,
)
_MAY_DENY_THERE: Final = re.compile(
    rf"\b(?:mis(?!s)\w+|{'|'.join(sorted(_NEAR_DENIAL))})\b", re.IGNORECASE
)
_THERE: Final = 0.25  # of a sentence: as far as a translation moves a word
_BESIDE: Final = 15  # characters: no place at all in a short sentence
_KEEPS_FROM: Final = re.compile(
    r"\b(?:prevent|keep|kept|stop|protect|avoid|block|restrain|reduc|sober|deter|sav|contain|inhibit"
    r"|secur|lest|resist|ward|guard|free)\w*",
    re.IGNORECASE,
)


def denial(text: str) -> str:
    """The word by which ``text`` denies, or "" when it does not."""
    found = _DENIES.search(_IDIOM.sub(" ", text))
    return found[0] if found else ""


def denies(text: str) -> bool:
    """Whether ``text`` has a word of denial, be it in an idiom."""
    return bool(_DENIES.search(text))


def may_deny(text: str, at: float) -> bool:
    """Whether a good translation of ``text`` may deny at the share ``at`` (0 to 1) of its length.

    "Unknown" and "refused" excuse a denial anywhere, "still" and "too" one at about their place.
    """
    if denies(text) or _MAY_DENY.search(text):
        return True
    reach = max(_THERE * len(text), _BESIDE)
    places = (found.start() for found in _MAY_DENY_THERE.finditer(text))
    return any(abs(place - at * len(text)) < reach for place in places)


def keeps_from(text: str) -> bool:
    """Whether something is kept from happening, which Khmer says as "so that it does not"."""
    return bool(_KEEPS_FROM.search(text))
