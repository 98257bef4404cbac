"""Names that the Khmer must have: put in place of what the translator made of them, by its sound.

Where nothing in the Khmer sounds like a name, it is set in brackets at the end, so that nobody
misses it; the checks and the note say so.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from summarize.drafting.joined import joined
from summarize.drafting.known import missing, wanted
from summarize.drafting.placed import placed
from summarize.drafting.repair import Repaired
from summarize.drafting.wanted import Wanted, spaced
from summarize.glossary import Glossary
from summarize.khmer.normalise import key
from summarize.khmer.titles import TITLES
from summarize.khmer.words import words
from summarize.names.institutions import variants
from summarize.names.sounds import fits, letters, spellings

_PART: Final = re.compile(f"(?:{'|'.join((*TITLES, 'សម្ដេច'))})?(?P<name>[\u1780-\u17d3]+)")
_END: Final = re.compile(r"[។៕!?]*\s*\Z")
_FULL: Final = 0.8  # mean log odds from which the parts of a full name are taken for it
_SINGLE: Final = 1.5  # the same for a name of one word, which more words sound like
_CERTAIN: Final = 2.2  # the same where it is a word of the language
_LONGEST: Final = 1.5  # letters for one of the name


@dataclass(frozen=True, slots=True)
class _Part:
    start: int
    end: int


def by_sound(source: str, target: str, glossary: Glossary) -> Repaired:
    """``target`` with each missing name of ``source`` where the Khmer has its sound."""
    notes = []
    for name in missing(source, target, glossary):
        others = [one for one in wanted(source, glossary) if one != name]
        found = placed(name, others, target)
        if found.note:
            target = found.target
            notes.append(found.note)
        elif part := _varied(name, target) or _heard(name, target) or _joined(name, target):
            wrong = target[part.start : part.end]
            target = spaced(target[: part.start] + name.apart + target[part.end :])
            notes.append(f"{name.khmer} put in place of {wrong}.")
    return Repaired(target, " ".join(notes))


def in_brackets(source: str, target: str, glossary: Glossary) -> Repaired:
    """``target`` with what :func:`by_sound` found no place for, at its end, in brackets."""
    left = [name for name in missing(source, target, glossary) if not name.is_advice]
    if not left or not target.strip():
        return Repaired(target)
    listed = ", ".join(name.khmer for name in left)
    end = _END.search(target)
    at = end.start() if end else len(target)
    note = f"{listed} stands in brackets: the draft had no place for it."
    return Repaired(f"{target[:at]} ({listed}){target[at:]}", note)


def _varied(name: Wanted, target: str) -> _Part | None:
    """Where ``target`` has another name of an institution: តុលាការឧទ្ធរណ៍ for សាលាឧទ្ធរណ៍."""
    for form in variants().get(name.khmer, ()) if name.kind == "body" else ():
        if (start := target.find(form)) >= 0:
            return _Part(start, start + len(form))
    return None


def _heard(name: Wanted, target: str) -> _Part | None:
    """The part of ``target`` that sounds like ``name`` best, if one does."""
    latin = name.text.replace(" ", "")
    sounds = spellings(latin)
    if name.kind == "body" or len(sounds) < len(name.text.split()) + 1:
        return None
    best, found = 0.0, None
    for part in _parts(target, len(name.text.split())):
        text = key(target[part.start : part.end])
        if not len(sounds) / _LONGEST <= len(letters(text)) <= len(sounds) * _LONGEST:
            continue
        score = fits([latin], text)[0].score
        if score > best and score >= _least(text):
            best, found = score, part
    return found


def _joined(name: Wanted, target: str) -> _Part | None:
    """Where a full name is written together with other words; what is spelt unusually is left."""
    if name.kind != "person" or key(target) != target:
        return None
    found = joined(name.text, target)
    return _Part(*found) if found else None


def _least(text: str) -> float:
    if " " in text:
        return _FULL
    return _CERTAIN if all(word.is_known for word in words(text)) else _SINGLE


def _parts(target: str, most: int) -> Iterator[_Part]:
    """Up to ``most`` neighbours of what stands between spaces and marks, a title left out."""
    found = [match.span("name") for match in _PART.finditer(target)]
    for first, (start, end) in enumerate(found):
        yield _Part(start, end)
        for _, later in found[first + 1 : first + most]:
            if target[end:later].count(" ") != 1 or not target[end : end + 1].isspace():
                break
            end = later
            yield _Part(start, end)
