"""Which names a text knows, whatever the form in which it gives them."""

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import cached_property
from typing import Final

from summarize.english.common import TITLES
from summarize.english.forms import SAME, bases, normalised
from summarize.english.names import PART, UPPER

_WORD: Final = re.compile(r"[^\W_]+")
_UPPER: Final = re.compile(f"[{UPPER}]")
_CAPITALISED: Final = re.compile(rf"(?:[A-Z]\.){{2,}}|[{UPPER}](?:[\w-]|[’']\w)*")
_APART: Final = re.compile(r"[\s-]+")
_ACRONYM: Final = re.compile(rf"[{UPPER}]{{2,}}s?|(?:[A-Z]\.){{2,}}")
_SMALL: Final = frozenset(["of", "the", "and", "for", "in", "on", "to", "a", "de", "&"])
_SHORT: Final = 2  # letters of an acronym that must stand for neighbours: any two may be by chance
_SPELT: Final = 5  # letters from which a likeness of two words is no chance
_ALIKE: Final = 0.8  # similarity from which a word is another one misspelt
_SQUEEZED: Final = 7  # letters from which "Whats App" is WhatsApp and not chance


class Known:
    """The words and names of a text, for asking whether it has another name.

    ``words`` are those of ``text`` in lower case, in order.
    """

    def __init__(self, text: str, words: Sequence[str]) -> None:
        self._text = text
        self._words = words

    @cached_property
    def _all(self) -> frozenset[str]:
        return frozenset(map(normalised, set(self._words)))

    @cached_property
    def _capitalised(self) -> frozenset[str]:
        return frozenset(_CAPITALISED.findall(self._text))

    @cached_property
    def _names(self) -> frozenset[str]:
        """The capitalised words, and what they are the demonyms or plurals of."""
        parts = {part for word in self._capitalised if "-" in word for part in word.split("-")}
        capitalised = set(map(normalised, self._capitalised | parts))
        return frozenset(capitalised.union(*map(bases, capitalised)))

    @cached_property
    def _phrases(self) -> str:
        return f" {' '.join(map(normalised, self._words))} "

    @cached_property
    def _squeezed(self) -> str:
        return self._phrases.replace(" ", "")

    @cached_property
    def _initials(self) -> str:
        """The first letters of the capitalised words in order; "." for words in between."""
        words = (word for word in _WORD.findall(self._text) if word not in _SMALL)
        return "".join(word[0] if word[0].isupper() else "." for word in words)

    def missing(self, name: str) -> list[str]:
        """The parts of ``name`` that the text does not have in any form, in order."""
        parts = [part for word in PART.findall(name) for part in _parts(word)]
        missing = [part for part in parts if not self._has(part)]
        if not missing or self._has_whole(name, parts):
            return []
        return [part for part in missing if not self._stands_for(part, name)]

    def like(self, part: str) -> list[str]:
        """The capitalised word of the text that ``part`` may be misspelt for, if there is one."""
        if len(part) < _SPELT:
            return []
        return get_close_matches(part, self._capitalised, 1, _ALIKE)

    def _has(self, part: str) -> bool:
        plain = normalised(part)
        if plain in self._names or not self._names.isdisjoint(bases(plain)):
            return True
        if _ACRONYM.fullmatch(part):
            return self._spells_out(plain)
        if plain in self._all or not self._all.isdisjoint(bases(plain)):
            return True
        return len(plain) >= _SQUEEZED and plain in self._squeezed

    def _spells_out(self, acronym: str) -> bool:
        """Whether words in a row begin with the letters of ``acronym``."""
        letters = acronym.upper()
        if len(letters) > _SHORT:
            return letters in self._initials
        pair = r"[a-z]\w* ".join(map(re.escape, letters))
        return len(letters) == _SHORT and bool(re.search(rf"\b{pair}[a-z]", self._text))

    def _has_whole(self, name: str, parts: list[str]) -> bool:
        """Whether the text has the acronym of ``name``, or writes it as one word."""
        words = [word for word in _APART.split(name) if word not in _SMALL]
        initials = "".join(word[0] for word in words).upper()
        if len(initials) > 2 and normalised(initials) in self._names:
            return True
        squeezed = "".join(map(normalised, parts))
        return len(squeezed) >= _SQUEEZED and squeezed in self._squeezed

    def _stands_for(self, part: str, name: str) -> bool:
        """Whether ``part`` belongs to a name that the text gives under another one."""
        words = [word for word in _APART.split(name) if word != "the"]
        plain, whole = normalised(part), f" {' '.join(map(normalised, words))} "
        return any(
            any(plain in same.split() and f" {same} " in whole for same in group)
            and any(map(self._calls, group))
            for group in SAME
        )

    def _calls(self, name: str) -> bool:
        """Whether the text has ``name`` as such: "us" is the US only in capitals."""
        return f" {name} " in self._phrases if " " in name else name in self._names


def _parts(word: str) -> Iterable[str]:
    """The capitalised parts of ``word``: US of "US-based", none of "Co-founder"."""
    parts = [part for part in word.split("-") if len(part) > 1 and _UPPER.search(part)]
    return [part for part in parts if part.lower() not in TITLES]
