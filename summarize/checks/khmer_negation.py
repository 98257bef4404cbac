"""A sentence that denies in English and affirms in Khmer says the opposite."""

import re
from typing import Final

from summarize.khmer.normalise import key

_DENIES: Final = re.compile(
    r"\b(?:not|never|cannot|nobody|nothing|none|nowhere|neither|nor|without|no)\b|n[’']t\b",
    re.IGNORECASE,
)
# Words of denial that deny nothing, or no more than "few" and "soon" do.
_IDIOM: Final = re.compile(
    r"\bnot (?:only|just|merely|least|long|far|to mention|necessarily|un\w+|in\w+|im\w+)\b"
    r"|\b(?:whether or|if|why) not\b|\bno\.? ?[0-9]|\bno (?:doubt|matter|later|sooner|less|fewer)\b"
    r"|\bnone other\b|\bnothing but\b",
    re.IGNORECASE,
)
_NEGATION: Final = re.compile("មិន|គ្មាន|ពុំ|កុំ|អត់|ឥត|ហាម|បដិសេធ|ខ្វះ|លើកលែង|ក្រៅពី")


def check(source: str, target: str) -> list[str]:
    """Whether any word of denial is there: where it stands, no rule can tell."""
    denied = _DENIES.search(_IDIOM.sub(" ", source))
    if not denied or not target.strip() or _NEGATION.search(key(target)):
        return []
    return [f"The English denies (“{denied[0]}”); the Khmer does not. Is មិន or គ្មាន missing?"]
