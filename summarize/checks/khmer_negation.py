"""A sentence that denies in English and affirms in Khmer says the opposite."""

import re
from typing import Final

from summarize.khmer.alphabet import MARK
from summarize.khmer.normalise import key

_DENIES: Final = re.compile(
    r"\b(?:not|never|cannot|nobody|nothing|none|nowhere|neither|nor|without|no)\b|n[’']t\b",
    re.IGNORECASE,
)
# Words of denial that deny nothing, or no more than "few" and "soon" do.
_IDIOM: Final = re.compile(
    r"\bnot (?:only|just|merely|least|long|far|to mention|necessarily|infrequent\w*|insignificant"
    r"|inconsiderable|inconceivable|impossible|improbable|un(?!der|til|less|ion|it|ique)\w+)\b"
    r"|\b(?:whether or|if|why) not\b|\bno\.? ?[0-9]|\bno (?:doubt|matter|later|sooner|less|fewer)\b"
    r"|\bnone other\b|\bnothing but\b",
    re.IGNORECASE,
)
# Not in ស៊ូណាមិនៅ "tsunami in", កុំព្យូទ័រ "computer", អត់ធ្មត់ "patient", កន្លែង "place"; ឬអត់ is
# "or not".
_NEGATION: Final = re.compile(
    f"មិន(?![{MARK}])|គ្មាន|ពុំ|កុំ(?!ព្យូទ័រ)|(?<!ឬ)(?<!ឬ )អត់(?!ធ្ម|ឱន|ឃ្លាន)|ឥត|(?<!ន្)លែង|ហាម|បដិសេធ|ខ្វះ|ក្រៅពី"
)
# មិន … ទេ: the second half of a denial. ដំបូងឡើយ is "at first".
_SECOND_HALF: Final = re.compile(r"(?<!ដំបូង)(?<!បំផុត)(?:ទេ|ឡើយ)(?=[\s។៕”»\"!)]|$)")
_STOP: Final = re.compile("[។៕]")


def check(source: str, target: str) -> list[str]:
    """Whether a word of denial is there, and before every second half of one its first."""
    denied = _DENIES.search(_IDIOM.sub(" ", source))
    khmer = key(target)
    if "?" in source and "តើ" in khmer:  # តើ … ទេ asks both "is there" and "is there no"
        return []
    if denied and khmer.strip() and not _NEGATION.search(khmer):
        return [f"The English denies (“{denied[0]}”); the Khmer does not. Is មិន or គ្មាន missing?"]
    if _DENIES.search(source) and (half := _half(khmer)):
        return [f"“{half}” ends a denial that does not begin. Is មិន or គ្មាន missing?"]
    return []


def _half(khmer: str) -> str:
    """The word that ends a denial for which no word of denial stands before it, or ""."""
    for sentence in _STOP.split(khmer):
        start = 0
        for found in _SECOND_HALF.finditer(sentence):
            before = sentence[start : found.start()]
            if not _NEGATION.search(before):
                return found[0]
            start = found.end()
    return ""
