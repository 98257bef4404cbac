"""A sentence that denies in one language and affirms in the other says the opposite."""

import re
from typing import Final

from summarize.english.denial import denial, denies, keeps_from, may_deny
from summarize.khmer.alphabet import COENG, MARK
from summarize.khmer.normalise import key

# Not in ស៊ូណាមិនៅ "tsunami in", កុំព្យូទ័រ "computer", អត់ធ្មត់ "patient", កន្លែង "place",
# កម្រិត "level"; ឬអត់ is "or not".
_NEGATION: Final = re.compile(
    f"មិន(?![{MARK}{COENG}])|គ្មាន|ពុំ|កុំ(?!ព្យូទ័រ)|(?<!ឬ)(?<!ឬ )អត់(?!ធ្ម|ឱន|ឃ្លាន)|ឥត"
    f"|(?<!ន្)លែង|ហាម|បដិសេធ|ខ្វះ|ក្រៅពី|ឈប់|កម្រ(?![{MARK}{COENG}])"
)
# Denials that say no more than "soon", "bad", "rare", "whether", "also", "else" or "within a year"
# do, and the end of a name.
_GAINED: Final = re.compile(
    "(?<!ឬ)(?<!ឬ )(?:(?<!ណ័រ)(?<!ខំ)(?<!មិនយូរ)មិន(?!យូរ|ធម្មតា|ប្រក្រតី|ល្អ|ទាន់សម័យ|ដែលជា|ធ្លាប់មាន"
    f"|ដូច្នេះ|អញ្ចឹង|អ៊ីចឹង|គួរឱ្យជឿ|សូវ|អាចខ្វះបាន|ខាន|បាច់|អី|ច្បាស់|ខុស|ងាយ|ថា|គ្រាន់តែ|ត្រឹមតែ"
    f"|ដល់(?: ?[0-9]|មួយ))(?![{MARK}{COENG}])"
    "|គ្មាន(?!ច្បាប់|គ្រប់)|(?<!ក្រ)ពុំ(?!សូវ|នោះទេ)"
    "|កុំ(?!ព្យូ|ថា)|ឥត(?:មាន|បាន(?!ការ)))"
)
_SO_THAT_NOT: Final = ("មិនឱ្យ", "មិនឲ្យ", "កុំឱ្យ", "កុំឲ្យ", "កុំអោយ")
# មិន … ទេ: the second half of a denial. ដំបូងឡើយ is "at first".
_SECOND_HALF: Final = re.compile(r"(?<!ដំបូង)(?<!បំផុត)(?:ទេ|ឡើយ)(?=[\s។៕”»\"!)]|$)")
_STOP: Final = re.compile("[។៕]")


def check(source: str, target: str) -> list[str]:
    """Whether both deny, and before every second half of a denial stands its first."""
    khmer = key(target)
    if not khmer.strip() or ("?" in source and "តើ" in khmer):
        return []  # តើ … ទេ asks both "is there" and "is there no"
    denied = denial(source)
    if denied and not _NEGATION.search(khmer):
        return [f"The English denies (“{denied}”); the Khmer does not. Is មិន or គ្មាន missing?"]
    if denies(source) and (half := _half(khmer)):
        return [f"“{half}” ends a denial that does not begin. Is មិន or គ្មាន missing?"]
    gained = _gained(source, khmer)
    return [f"The Khmer denies (“{gained}”); the English does not."] if gained else []


def _gained(source: str, khmer: str) -> str:
    """A word of denial for which nothing in the English stands, or ""."""
    is_kept = keeps_from(source)
    return next(
        (
            found[0]
            for found in _GAINED.finditer(khmer)
            if not (is_kept and khmer.startswith(_SO_THAT_NOT, found.start()))
            if not may_deny(source, found.start() / len(khmer))
        ),
        "",
    )


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
