"""A place that a draft has behind the wrong word for its kind, or misspelt behind any such word.

The model calls Bavet a province and writes ថ្មបាង for ថ្មបាំង. What stands behind a word for a kind
of place and has the consonants of the wanted name, as they sound, is that name. Of 4,733 places
looked for in the Khmer of other sentences of the corpus none was found.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from summarize.drafting.repair import Repaired
from summarize.drafting.wanted import Wanted
from summarize.khmer.words import words
from summarize.names.gazetteer import DISTRICT, KIND_WORDS, places

_KINDS: Final = "|".join(sorted(KIND_WORDS.values(), key=len, reverse=True))
_PLACE: Final = re.compile(rf"(?:ទី)?(?:{_KINDS})(?P<name>[\u1780-\u17d3]+)")
_KIND: Final = re.compile(rf"(?:{_KINDS})")
_SOUNDS: Final = ("កខគឃ", "ចឆជឈ", "ដឋឌឍតថទធ", "បផពភ", "ណន", "លឡ", "មំ")
"""Consonants that only the series, or a breath, tells apart."""
_SOUND: Final = {letter: alike[0] for alike in _SOUNDS for letter in alike}
_NASAL: Final = re.compile("ំ(?=ង)")  # ាំង is ang
_HEARD: Final = re.compile("[ក-អំ](?!៍)")
_SIGNS: Final = re.compile("[\u17b6-\u17d1\u17d3]*")
_LEAST: Final = 3  # consonants from which likeness is no chance


def placed(name: Wanted, others: Sequence[Wanted], target: str) -> Repaired:
    """``target`` with each place of ``name`` that it has so; of ``others`` none is touched."""
    kept = {form for one in (name, *others) for own in one.forms for form in own}
    notes = []
    for titled, *_ in name.forms if name.kind == "place" else ():
        found = _found(titled, kept, target) if _KIND.match(titled) else None
        if found and titled not in target:
            notes.append(f"{titled} put in place of {target[found]}.")
            target = target[: found.start] + titled + target[found.stop :]
    return Repaired(target, " ".join(notes))


def _found(titled: str, kept: set[str], target: str) -> slice | None:
    bare = _KIND.sub("", titled, count=1)
    for match in _PLACE.finditer(target):
        for end in _ends(consonants(bare), match["name"]):
            span = slice(match.start(), match.start("name") + end)
            if target[span] not in kept and match["name"][:end] not in _large() - {bare}:
                return span
    return None


@lru_cache(maxsize=1)
def _large() -> frozenset[str]:
    """The names of provinces and districts: where one stands, it is meant."""
    return frozenset(place.khmer for place in places() if len(place.code) <= DISTRICT)


def _ends(wanted: str, run: str) -> Iterator[int]:
    """Where a name with the consonants ``wanted`` ends in ``run``, which begins with it."""
    if len(wanted) < _LEAST:
        return
    for letter in _HEARD.finditer(run):
        signs = _SIGNS.match(run, letter.end())
        end = signs.end() if signs else letter.end()
        if consonants(run[:end]) == wanted and _begins_word(run[end:]):
            yield end


def _begins_word(rest: str) -> bool:
    """Whether what stands behind a name is none of it."""
    if not rest or rest.startswith("្"):
        return not rest
    word = words(rest)[0]
    return word.is_known and len(word.text) > 1


def consonants(name: str) -> str:
    """The consonants of a Khmer name that are heard, those that sound alike as one."""
    heard = _HEARD.findall(_NASAL.sub("", name))
    return "".join(_SOUND.get(letter, letter) for letter in heard)
