"""Latin spellings in brackets after the first mention of a name: លោក កើត រិទ្ធ (Koeut Rith)."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from summarize.glossary import Glossary, Term
from summarize.glossary.match import occurrences
from summarize.khmer.alphabet import LETTER
from summarize.khmer.normalise import clean

_PARTICLES: Final = frozenset(["and", "de", "for", "in", "of", "on", "the", "van", "von"])


def add_latin(targets: Sequence[str], sources: Sequence[str], glossary: Glossary) -> list[str]:
    """``targets`` of a story, each name with its Latin spelling where it is first mentioned.

    Only approved names of ``glossary`` are known: nothing is ever transliterated. A name is taken
    where the English has it and the Khmer has it between spaces or marks, since inside a run of
    letters nobody can tell where it ends; where Latin or a bracket is there already, it stays.
    Idempotent.
    """
    told: set[str] = set()
    styled = []
    for target, source in zip(targets, sources, strict=True):
        for term in occurrences(glossary, source):
            if term.source in told or not _is_name(term):
                continue
            if mention := _pattern((term.target, *term.variants)).search(target):
                told.add(term.source)
                target = _with_latin(target, mention.end(), term.source)
        styled.append(target)
    return styled


def _is_name(term: Term) -> bool:
    """Approved, translated, and written with capitals; a number in it would count as a figure."""
    words = [word for word in term.source.split() if word not in _PARTICLES]
    capitals = bool(words) and all(word[0].isupper() for word in words)
    return (
        capitals
        and term.status == "approved"
        and term.source.isascii()
        and not (term.is_kept or not term.target or re.search("[0-9]", term.source))
    )


def _with_latin(target: str, end: int, latin: str) -> str:
    known = latin in target or re.match(r"\s*[(A-Za-z]", target[end:])
    return target if known else f"{target[:end]} ({latin}){target[end:]}"


@lru_cache(maxsize=1 << 10)
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted({clean(form) for form in forms if form}, key=len, reverse=True)
    return re.compile(f"(?<![{LETTER}])(?:{'|'.join(map(re.escape, longest))})(?![{LETTER}])")
