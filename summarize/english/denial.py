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
    "dependen definite direct secur stabil appropriate admissib adequa consisten eligib experience "
    "offens passab perfect moral pati proper balance mun regular responsib replaceab revers "
    "relevan legal agree obe appear comfort approv like trust belie qualif continu order function "
    "honest loyal regard satisf similar connect respect honor honour sent allow content advantage "
    "normal understand infect access calcul cred evit disting somn activ inform symmetr"
)
"""How words go on after in-, im-, ir-, dis- and mis-."""
_LIKE_DENIAL: Final = word_set(
    "refus\\w+ asympto\\w* hardly ignor\\w* scarcely innocen\\w+ barely otherwise declin\\w+ "
    "anonym\\w+ vain devoid withh\\w+ fail\\w* den(?:y|ie)\\w* denial bar(?:s|red|ring) "
    "exclu\\w+ less fewer? outstanding spar(?:e|es|ed|ing) yet forb[ia]d\\w* prohibit\\w* "
    "prevent\\w* zero bad(?:ly)? whatever blank neglect\\w* empty doubt\\w* too rather "
    "ban(?:s|ned|ning)? fault\\w* rule[sd]? free(?:ly|d|dom)? absen\\w+ wrong\\w* clear\\w* "
    "except\\w* silen\\w+ miss(?:es|ed|ing)? lose\\w* weak\\w* closed whether little beyond "
    "quit\\w* lack\\w* ever raw however keeps? kept false\\w* reject\\w* short\\w* rarely? "
    "seldom unless regardless acquit\\w* void negativ\\w* abnormal\\w* apart exempt\\w* idle "
    "resist\\w* prior violat\\w* defect\\w* boycott\\w* abandon\\w* poor\\w* avoid\\w* "
    "instead though although despite discourag\\w* irrational\\w* omit\\w* illegal\\w* "
    "illicit\\w* half worst incredibl\\w* least rid away dysfunction\\w* proof tired "
    "still stopped emptied remains under-\\w+ underreport\\w* intoleran\\w* loss scant locked "
)
"""Words that a denial renders in lines of the corpus, and few others have."""
_MAY_DENY: Final = re.compile(
    r"\b(?:un(?!der|til\b|ion|it|i[fvq]|cles?\b|anim|tie)\w+|non\w*|mis(?!s)\w+|\w{2,}less(?:ly|ness)?"
    rf"|(?:in|im|ir|dis|mis|il|ab|a)(?:{'|'.join(sorted(_NEGATIVE))})\w*|{'|'.join(sorted(_LIKE_DENIAL))}"
    r"|(?:would|could|might) have|had it)\b|\?|-free\b",
    re.IGNORECASE,
)


def denial(text: str) -> str:
    """The word by which ``text`` denies, or "" when it does not."""
    found = _DENIES.search(_IDIOM.sub(" ", text))
    return found[0] if found else ""


def denies(text: str) -> bool:
    """Whether ``text`` has a word of denial, be it in an idiom."""
    return bool(_DENIES.search(text))


def may_deny(text: str) -> bool:
    """Whether a good translation of ``text`` may deny: "unknown", "refused", "than", "if"."""
    return denies(text) or bool(_MAY_DENY.search(text))
