"""The opposite of what the English says: rose for fell, since for until.

Each row of the table has words of one meaning and of its opposite in both languages. A word with
``?`` is a doubtful one: it excuses and never accuses. ``*`` stands for any ending.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import Final

from summarize.khmer.normalise import key
from summarize.khmer.words import words

PAGE: Final = Path(__file__).with_name("data") / "antonyms.tsv"
DOUBTFUL: Final = "?"
_DENIED: Final = re.compile(r"(?:មិន|ពុំ|គ្មាន|ឥត|អត់)(?:សូវ|ទាន់|អាច|បាន|ត្រូវ|មាន)?\Z")
_BEFORE: Final = 12  # characters in which a denial of the word stands
_NOUN: Final = "ការ"  # makes "the export" of "to export"


@dataclass(frozen=True, slots=True)
class Opposites:
    """A meaning and its opposite: what says the one, what excuses the other.

    ``rendered`` are Khmer words of the meaning, ``sure`` those without a doubt; ``wrong`` are those
    of the opposite.
    """

    said: re.Pattern[str]
    opposed: re.Pattern[str]
    rendered: tuple[str, ...]
    sure: frozenset[str]
    wrong: frozenset[str]

    def is_rendered(self, text: str) -> bool:
        """Whether ``text`` has the meaning outside the words of the opposite."""
        for form in self.wrong:
            text = text.replace(form, "\n")
        return any(form in text for form in self.rendered)


def check(source: str, target: str) -> list[str]:
    """The English has words of one meaning only, the Khmer words of its opposite only."""
    text, english = key(target), source.lower()
    for row, strange in _suspects(text):
        said = row.said.search(english)
        if not said or row.opposed.search(english) or row.is_rendered(text):
            continue
        if _is_affirmed(strange, text):
            return [f"The English says “{said[0]}”; {strange} in the Khmer says the opposite."]
    return []


def _suspects(text: str) -> Iterator[tuple[Opposites, str]]:
    """The rows of which ``text`` has a word of the opposite, with that word."""
    for word in sorted(_by_wrong().keys() & phrases(text)):
        for row in _by_wrong()[word]:
            yield row, word


def _is_affirmed(word: str, text: str) -> bool:
    """Whether ``word`` stands where nothing denies it: "not easy" is no opposite of "hard"."""
    places = [match.start() for match in re.finditer(re.escape(word), text)]
    denied = [at for at in places if _DENIED.search(text, max(0, at - _BEFORE), at)]
    return not places or len(denied) < len(places)


def phrases(text: str) -> frozenset[str]:
    """The words of ``text``, each two neighbours, and the verbs that nouns are made of."""
    found = [word.text for word in words(text)]
    verbs = [word.removeprefix(_NOUN) for word in found]
    return frozenset([*found, *verbs, *map("".join, pairwise(found))])


@lru_cache(maxsize=1)
def _by_wrong() -> dict[str, list[Opposites]]:
    found: dict[str, list[Opposites]] = {}
    for row in rows():
        for word in row.wrong:
            found.setdefault(word, []).append(row)
    return found


@lru_cache(maxsize=1)
def rows() -> tuple[Opposites, ...]:
    """The shipped table."""
    lines = PAGE.read_text("utf-8").splitlines()[1:]
    return tuple(_row(*line.split("\t")) for line in lines)


def _row(english: str, khmer: str, opposite: str, wrong: str) -> Opposites:
    return Opposites(
        pattern(word for word in english.split("|") if not word.startswith(DOUBTFUL)),
        pattern(word.removeprefix(DOUBTFUL) for word in opposite.split("|")),
        tuple(key(form.removeprefix(DOUBTFUL)) for form in khmer.split("|")),
        frozenset(key(form) for form in khmer.split("|") if not form.startswith(DOUBTFUL)),
        frozenset(key(form) for form in wrong.split("|") if not form.startswith(DOUBTFUL)),
    )


def pattern(forms: Iterable[str]) -> re.Pattern[str]:
    """Finds any of ``forms`` as whole words of text in small letters; * stands for any ending."""
    endings = (re.escape(form).replace(r"\*", r"[\w’'-]*") for form in forms)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(endings)})(?![\w-])")
