"""What a cut may not take with it."""

import re

from summarize.backends.extractive.wording import SPEECH

NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|"
    r"thousands?|millions?|billions?|half|third|quarter|twice|once|double|triple|first|last|only|"
    r"most|all|every|none|both|several|many|few|more|less|least)\b",
    re.I,
)
NAME = re.compile(r"\b[A-Z]\w*|[A-Z]{2,}")
NEGATION = re.compile(
    r"\b(?:not|no|nor|never|nobody|nothing|neither|without|unless|except|but|hardly|\w+n[’']t|"
    r"den(?:y|ies|ied)|refuse[sd]?|reject(?:s|ed)?|fail(?:s|ed)?|lacks?|lacked)\b",
    re.I,
)
MODALITY = re.compile(
    r"\b(?:may|might|could|can|would|should|must|shall|will|alleged(?:ly)?|reported(?:ly)?|likely|"
    r"possibl[ey]|probabl[ey]|perhaps|apparent(?:ly)?|suspected|accused|if|whether|until|provided|"
    r"supposed(?:ly)?|claims?|believed|expected|planned|due)\b",
    re.I,
)
SAYING = re.compile(rf"\b(?:{SPEECH}|saying|according|told|think\w*|thought|believe\w*)\b", re.I)
QUOTE = re.compile(r"[“”\"‘’](?!s\b)")


def may_go(part: str) -> bool:
    """Whether no fact that is checked, and nothing that qualifies one, stands in ``part``."""
    guards = (NUMBER, NAME, NEGATION, MODALITY, SAYING, QUOTE)
    return not any(guard.search(part) for guard in guards)


def denies(text: str) -> bool:
    """Whether a sentence has a negation, which may reach into the clause behind it."""
    return bool(NEGATION.search(text))
