"""A named person, or another name that is spelt by ear, that the Khmer spells nowhere.

A name is looked for in Latin letters, by the forms that the Khmer press has for it, and by its
sound. A person must be there, and any name of several words that no word of the language is part
of; another may be translated, or left out where the Khmer says what it is.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from summarize.checks.people import LEAST, Name, named, people
from summarize.khmer import latin
from summarize.khmer.normalise import key
from summarize.names.sounds import Fit, fits, spellings

# Scores from which a name counts as spelt: mean log odds times a power of its length, which grows
# more slowly than the length. Fitted on names of the corpus in their own and in other sentences.
_POWER: Final = 0.7
_LISTED: Final = 3.5  # a name of which the list has every word
_WHOLE: Final = 2.0
_PART: Final = 5.0
_KNOWN: Final = 1.0
_UNKNOWN: Final = -0.4


def check(source: str, target: str) -> list[str]:
    """People, and names that nothing can translate, each once."""
    return [_message(name) for name in _texts(source, target, certain=True)]


def others(source: str, target: str) -> list[str]:
    """The other names, each once."""
    return [_message(name) for name in _texts(source, target, certain=False)]


def _message(name: str) -> str:
    return f"The English names {name}; the Khmer has no such name."


def _texts(source: str, target: str, *, certain: bool) -> dict[str, None]:
    found = lost(source, target)
    return dict.fromkeys(n.text for n in found if (n.is_person or n.is_whole) is certain)


@lru_cache(maxsize=1 << 8)
def lost(source: str, target: str) -> tuple[Name, ...]:
    """The names of ``source`` that ``target`` spells nowhere; none where it is empty."""
    wanted = [name for name in named(source) if not _is_latin(name, target)]
    if not wanted or not target.strip():
        return ()
    text = key(target)
    tried = [word for name in wanted for word in (*name.words, "".join(name.words))]
    fit = dict(zip(tried, fits(tried, text), strict=True))
    return tuple(n for n in wanted if not _is_listed(n, text) and not _is_heard(n, fit))


def _is_heard(name: Name, fit: Mapping[str, Fit]) -> bool:
    whole = _weight("".join(name.words), fit)
    if len(name.words) > 1:
        if all(word.lower() in people().khmer for word in name.words):
            return whole >= _LISTED
        return whole >= _WHOLE or any(_weight(word, fit) >= _PART for word in name.words)
    score = fit[name.words[0]].score
    return score >= _KNOWN or ((score >= _UNKNOWN or name.opens) and not name.is_person)


def _weight(word: str, fit: Mapping[str, Fit]) -> float:
    return float(fit[word].score * len(spellings(word)) ** _POWER)


def _is_latin(name: Name, target: str) -> bool:
    text = latin.folded(target)
    return any(latin.folded(word) in text for word in name.words)


def _is_listed(name: Name, text: str) -> bool:
    """Whether ``text`` has the forms of the list for every word; short ones may be chance."""
    forms = [people().khmer.get(word.lower(), ()) for word in name.words]
    least = LEAST if len(forms) == 1 else 0
    return all(any(len(form) > least and form in text for form in own) for own in forms)
