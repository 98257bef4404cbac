"""A negation that came in or went out between the article and the summary."""

import re
from textwrap import shorten
from typing import Final

from summarize.checks.evidence import Evidence
from summarize.english.words import content_stem, stems, words

SUPPORT: Final = 0.5  # share of the sentence's content that one article sentence has
LONGER: Final = 2  # times the sentence: a longer article sentence denies something else
_NOT: Final = re.compile(
    r"\b(?:not|never|no|none|nobody|nothing|neither|nor|without|no one|cannot)\b(?!,)|n[’']t\b",
    re.I,
)
_IDIOM: Final = re.compile(
    r"\bnot (?:only|just|merely|least|to mention)\b|\bno (?:longer|doubt|matter|later|sooner)\b|"
    r"\bwhether or not\b|\bno\. ?\d",
    re.IGNORECASE,
)
# Words that deny as well as "not" does, so that a paraphrase need not have one.
_DENYING: Final = re.compile(
    r"\b(?:den(?:y|ie[sd]|ying|ial)|refus\w+|reject\w*|fail\w*|lack\w*|avoid\w*|prevent\w*|"
    r"bann?(?:s|ed|ing)?|barr?(?:s|ed|ing)|unless|hardly|rarely|barely|scarcely|few|little|instead|"
    r"rather than|declin\w+|dismiss\w*|ruled? out|ruling out|absen\w+|halt\w*|block\w*|prohibit\w*|"
    r"forb\w+|cancel\w*|contrary|zero|nil|nowhere|oppos\w+|yet to|skip\w*|ignor\w+|free of|despite|"
    r"un(?!der|ion|it|iv|til|iq)\w{4,}|dis(?:agree|approv|credit|regard|allow|hon)\w*|"
    r"(?:in|im|ir)(?:adequate|appropriate|capable|complete|correct|possible|proper|regular)\w*)\b",
    re.IGNORECASE,
)
_LONGEST_SHOWN: Final = 160  # characters of the article sentence in the message
_REACH: Final = 4  # words behind a negation in which the negated one stands


def check(text: str, evidence: Evidence) -> list[str]:
    """Only where one article sentence says nearly the same, word for word."""
    support = _support(text, evidence)
    if not support:
        return []
    if word := _only_in(text, support):
        return [f"“{word}” is negated here, but not in the article: “{_shown(support)}”"]
    short = len(support) <= LONGER * len(text)
    if short and (word := _only_in(support, text)):
        return [f"“{word}” is negated in the article, but not here: “{_shown(support)}”"]
    return []


def _support(text: str, evidence: Evidence) -> str:
    """The article sentence that has most of the content of ``text``, or an empty string."""
    own = stems(words(text))
    shared = [len(own & other) for other in evidence.sentence_stems]
    if not own or max(shared, default=0) < SUPPORT * len(own):
        return ""
    return evidence.article.sentences[shared.index(max(shared))].text


def _only_in(text: str, other: str) -> str:
    """A word that ``text`` negates and ``other`` has, which denies less often."""
    negated = _negated(text)
    if len(negated) <= len(_negated(other)) + len(_DENYING.findall(other)):
        return ""
    rest = stems(words(other)) - stems(_negated(other))
    return next((word for word in negated if content_stem(word) in rest), "")


def _negated(text: str) -> list[str]:
    """For each negation of ``text``, idioms left out, the content word behind it, or ""."""
    plain = _IDIOM.sub(" ", text)
    behind = [words(plain[found.end() :])[:_REACH] for found in _NOT.finditer(plain)]
    return [next(filter(content_stem, near), "") for near in behind]


def _shown(sentence: str) -> str:
    return shorten(sentence, _LONGEST_SHOWN, placeholder=" …")
