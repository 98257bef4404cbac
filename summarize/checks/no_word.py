"""Khmer letters that form no word of the language, nor the sound of an English one."""

import re
from collections.abc import Iterator
from typing import Final

from summarize.alignment.table import is_ordinary
from summarize.khmer.normalise import key
from summarize.khmer.words import Word, words
from summarize.names.sounds import fits

_ENGLISH: Final = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_LEAST: Final = 3  # letters of an English word, or of no Khmer one, that can be judged
_LETTERS: Final = frozenset("កគសលឬឯឮ")  # words of one letter
_SPELT: Final = 0.3  # mean log odds from which letters may spell an English word


def check(source: str, target: str) -> list[str]:
    """Only where every word of the English is an ordinary one: rare ones and names are spelt."""
    parts = list(_unknown(key(target)))
    if not parts:
        return []
    english = [word for word in _ENGLISH.findall(source) if len(word) >= _LEAST]
    if not all(map(_is_plain, english)):
        return []
    return [
        f"{part} is no Khmer word that the program knows. Is it spelt right?"
        for part in dict.fromkeys(parts)
        if not any(fit.score >= _SPELT for fit in fits(english, part))
    ]


def _is_plain(word: str) -> bool:
    return is_ordinary(word) and not (word.isupper() or word[1:] != word[1:].lower())


def _unknown(text: str) -> Iterator[str]:
    """What is in no word, with the short words that touch it: they may be pieces of it."""
    run: list[Word] = []
    for word in words(text):
        if run and word.start != _end(run[-1]):
            yield from _joined(run)
            run = []
        run.append(word)
    yield from _joined(run)


def _joined(run: list[Word]) -> Iterator[str]:
    """The strange words of ``run``, whose words touch each other, with a neighbour if short."""
    at = 0
    while at < len(run):
        start = at
        while at < len(run) and _is_strange(run[at]):
            at += 1
        part = "".join(word.text for word in run[start:at])
        if part and len(part) < _LEAST and start > 0 and at < len(run):
            part = "".join(word.text for word in run[start - 1 : at + 1])
        if len(part) >= _LEAST:
            yield part
        at += at == start


def _is_strange(word: Word) -> bool:
    return not word.is_known or (len(word.text) == 1 and word.text not in _LETTERS)


def _end(word: Word) -> int:
    return word.start + len(word.text)
