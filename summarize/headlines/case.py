"""Headlines Set Like This in the case of a sentence, which is what translators were taught on."""

import re
from collections.abc import Mapping
from typing import Final

from summarize.alignment.table import is_ordinary
from summarize.english.common import FUNCTION_WORDS, is_common
from summarize.english.names import opens_sentence

_WORD: Final = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_OPENS: Final = re.compile(r"(?:^|[.?!:][\"'”’]? )[\"'“‘(]*$")
_LEAST: Final = 2
"""Words of four letters or more, behind the first, that show the case of a title."""
_LONGEST: Final = 4
"""Words of a name that are looked for together."""


def in_sentence_case(title: str, text: str) -> str:
    """``title`` in the case of a sentence if every word has a capital, else as it is.

    Words are written as ``text``, the article, writes them within its sentences; those that it
    lacks keep their capital unless they are ordinary English words.
    """
    words = list(_WORD.finditer(title))
    if not _is_title_case(title, words):
        return title
    inside = _inside_sentences(text)
    written, place, i = [], 0, 0
    while i < len(words):
        length, spelt = _longest(title, words, i, inside)
        if _OPENS.search(title[: words[i].start()]):
            spelt = spelt[:1].upper() + spelt[1:]
        written += [title[place : words[i].start()], spelt]
        place = words[i + length - 1].end()
        i += length
    return "".join(written) + title[place:]


def _is_title_case(title: str, words: list[re.Match[str]]) -> bool:
    """In a sentence only names have capitals, so that one ordinary word in small letters tells."""
    behind = [one[0] for one in words[1:]]
    judged = [word for word in behind if len(word) > 3 and word.lower() not in FUNCTION_WORDS]
    capitals = all(word[0].isupper() for word in judged)
    return len(judged) >= _LEAST and capitals and not title.isupper()


def _inside_sentences(text: str) -> dict[str, str]:
    """How ``text`` writes each word and each run of up to four, by its form in small letters.

    Words that open a sentence say nothing of their case. One that is written both ways has none.
    """
    found: dict[str, str] = {}
    words = list(_WORD.finditer(text))
    for i, first in enumerate(words):
        if opens_sentence(text, first.start()):
            continue
        for length in range(1, _LONGEST + 1):
            run = text[first.start() : words[min(i + length, len(words)) - 1].end()]
            known = found.setdefault(run.lower(), run)
            if known != run and run.islower():
                found[run.lower()] = run
    return found


def _longest(
    title: str, words: list[re.Match[str]], i: int, inside: Mapping[str, str]
) -> tuple[int, str]:
    """How many words from ``i`` on the text has together, and how they are written."""
    for length in range(min(_LONGEST, len(words) - i), 0, -1):
        run = title[words[i].start() : words[i + length - 1].end()]
        if run.lower() in inside and (length > 1 or not run.isupper()):
            return length, inside[run.lower()]
    return 1, _alone(words[i][0])


def _alone(word: str) -> str:
    """A word that the text lacks; one with more than its first letter in capitals is a name."""
    if word[1:] != word[1:].lower() or (word.isupper() and len(word) > 1):
        return word
    lower = word.lower()
    is_word = lower in FUNCTION_WORDS or is_common(word) or is_ordinary(lower)
    return lower if is_word and word != "I" else word
