"""Which sentences cannot stand without an earlier one, and which one they need.

A reader of the summary has not read the sentence before: "He added that …" names nobody there.
The rules look only at the surface, and rather find a need too many than a need too few: a sentence
wrongly held back is replaced by another, a dangling one is printed.
"""

import re
from enum import Enum

from summarize.backends.extractive.antecedent import PERSONAL_PRONOUN, ROYAL, lacks_antecedent
from summarize.backends.extractive.wording import (
    CONNECTIVE,
    COUNTED,
    DEMONSTRATIVE,
    PLEONASTIC,
    PRONOUN,
    REFERRING,
    SPEECH,
    TIME,
)


class Need(Enum):
    """How a sentence hangs on what was said before."""

    NOTHING = "nothing"
    TOPIC = "topic"
    """Takes up something known ("The incident …"): the lead or the sentence before will do."""
    PREVIOUS = "previous"
    """Pronoun or connective: only the very sentence before will do."""


QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")

OPENS_WITH_CONNECTIVE = re.compile(rf"{CONNECTIVE}(?<!,)\b|{CONNECTIVE}(?<=,)", re.I)
OPENS_WITH_PRONOUN = re.compile(
    r"(?:he|she|they|it|his|her|their|its|him|them|others?|another|both|neither|"
    r"one of (?:them|the)|"
    r"(?:some|most|all|many|each|none|few|several|two|three) of (?:them|these|those|the|it|this|"
    r"that))\b",
    re.I,
)
PLEONASTIC_IT = re.compile(PLEONASTIC, re.I)
OPENS_WITH_DEMONSTRATIVE = re.compile(
    rf"(?:\w+ ){{0,3}}?(?:this|these|those(?! who| with| whose)|such)\b(?! (?:past |last )?{TIME})|"
    rf"that(?!’s why)\b|(?:at|after|before|by|on|in|with|during|despite|for|of|among|according to|"
    rf"under|because of|due to|unlike|like) (?:all )?{DEMONSTRATIVE}\b"
    rf"(?! (?:past |last )?{TIME})",
    re.I,
)
QUOTED_REFERENCE = re.compile(r"(?:they|it|that|this|these|those|such)\b(?!’s why)", re.I)
"""Opens a quotation that takes up what was said before it."""
OF_THEM = re.compile(
    rf"(?:^|that |said )(?:one|some|most|all|many|each|none|few|several|{COUNTED}) of them\b", re.I
)
ADVERBIAL_THEN_PRONOUN = re.compile(
    r"(?:in|at|on|after|before|during|despite|since|with|for|from|by|under|following|according|"
    r"earlier|last|later|yesterday|today|recently|previously|initially|currently|when asked|asked|"
    r"speaking|citing|addressing|quoting|no matter|instead of|as (?:part|a|an|the)|\w+ing|\w+ed)"
    r"\b[^,“”]{0,90}(?:, |(?<=\d) |(?<=day) |(?<=year) |(?<=week) |(?<=month) |(?<=earlier) )"
    rf"{PRONOUN}\b",
    re.I,
)
QUICK_PRONOUN = re.compile(
    rf"(?:earlier|later|yesterday|today|recently|previously|initially|currently|now|once|perhaps|"
    rf"apparently|when|while|although|though|if|as|because|after|before|since),? {PRONOUN}\b",
    re.I,
)
SPOKEN_BY_PRONOUN = re.compile(
    rf"[,.?!][”\"]? (?:{PRONOUN} (?:also |had |has |later )?{SPEECH}|"
    rf"{SPEECH} {PRONOUN}(?=[.,]|$))\b",
    re.I,
)
SPOKEN_BY_ROLE = re.compile(
    rf"[,.?!][”\"]? (?:the [a-z]+(?: [a-z]+)? {SPEECH}|{SPEECH} the [a-z]+(?: [a-z]+)?)"
    r"[.,]?(?: in\b.*)?$"
)
REFERS = re.compile(
    rf"The (?:\w+[- ]){{0,2}}?{REFERRING}\b(?! (?:of|by|against|between|from|for|who|that|to)\b)|"
    rf"The {COUNTED} (?:\w+ )?[a-z]+s\b|The \d+-year-old|"
    r"The (?:second|third|other|same|rest|said)\b|"
    r"The \w+ (?:comes?|came|follow(?:s|ed)?) (?:after|on|as|amid|days?|weeks?|months?|hours?|"
    r"just|a|one|two|less|more|ahead|from|when|in)\b"
)


def need_of(text: str) -> Need:
    """Say what an English sentence needs beside it in a summary."""
    opening = text.lstrip("“\"‘'([ ")
    if _hangs_on_previous(text, opening):
        return Need.PREVIOUS
    if REFERS.match(opening) or SPOKEN_BY_ROLE.search(text):
        return Need.TOPIC
    return Need.NOTHING


def _hangs_on_previous(text: str, opening: str) -> bool:
    if text[0] in '“"' and QUOTED_REFERENCE.match(opening) and not PLEONASTIC_IT.match(opening):
        return True
    if OF_THEM.search(text):
        return True
    if opening != text and text[0] in '“"' and not PERSONAL_PRONOUN.match(opening):
        return bool(SPOKEN_BY_PRONOUN.search(text))
    return (
        bool(OPENS_WITH_CONNECTIVE.match(opening))
        or _opens_with_pronoun(opening)
        or bool(OPENS_WITH_DEMONSTRATIVE.match(opening))
        or bool(ADVERBIAL_THEN_PRONOUN.match(opening))
        or bool(QUICK_PRONOUN.match(opening))
        or bool(SPOKEN_BY_PRONOUN.search(text))
        or lacks_antecedent(QUOTED.sub("“”", text))
    )


def _opens_with_pronoun(opening: str) -> bool:
    if ROYAL.match(opening) or PLEONASTIC_IT.match(opening):
        return False
    return bool(OPENS_WITH_PRONOUN.match(opening))
