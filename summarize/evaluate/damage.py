"""Damage done on purpose to a good translation, to see whether the checks notice.

Each damage is a small function of the pair and a seeded source of chance. It returns the Khmer
with one fault, or ``None`` where it does not apply: no number to change, no negation to drop.
"""

import random
import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from summarize.evaluate import damage_meaning
from summarize.evaluate.pairs import Pair
from summarize.evaluate.place_names import PLACES
from summarize.evaluate.quantity_damage import (
    drop_currency,
    drop_month,
    invent_currency,
    swap_currency,
    swap_unit,
    swap_weekday,
)
from summarize.khmer.alphabet import CONSONANT, LETTER
from summarize.khmer.clusters import clusters
from summarize.khmer.numbers import numbers
from summarize.khmer.numbers_km import MONTHS

Damage = Callable[[Pair, random.Random], str | None]

_UNIT_WORDS: Final = ("មួយ", "ពីរ", "បី", "បួន", "ប្រាំ", "ដប់", "រយ")
_DIGITS: Final = "0123456789០១២៣៤៥៦៧៨៩"
_NOT_IN_NAME: Final = r"(?<![A-Za-z0-9០-៩])(?<![A-Za-z]-)"
_NUMERAL: Final = re.compile(
    rf"{_NOT_IN_NAME}(?:[0-9]+(?:[.,:][0-9]+)*|[០-៩]+(?:[.,:][០-៩]+)*)(?![A-Za-z])"
)
_FIGURE: Final = f"[0-9០-៩]|(?:{'|'.join(_UNIT_WORDS)})"
_SCALE: Final = re.compile(f"(?P<before>(?:{_FIGURE}) ?)(?P<billion>ពាន់ ?|ប៊ី)?លាន")
_VAGUE: Final = re.compile("(?P<before>(?<!្)រាប់|ច្រើន)(?P<billion>ពាន់ ?|ប៊ី)?លាន")
_NOT_EN: Final = re.compile(r"\b(?:not|never|cannot|no)\b|n[’']t\b", re.IGNORECASE)
_NOT_KM: Final = re.compile(f"(?<![{LETTER}])(?:មិន|ពុំ)|(?:មិន|ពុំ)(?=ត្រូវ|អាច|បាន|មាន|មែន|ដឹង|ដែល)")
_WORDS_EN: Final = re.compile(r"\b[a-z]{4,}(?: [a-z]+){1,4} [a-z]{4,}\b")
_CONSONANTS: Final = re.compile(f"[{CONSONANT}](?![\u17d2])")
_THAI: Final = "กขคงจชซญดตถทธนบปผพฟมยรลวสหอ"
_MONTH: Final = re.compile("(?<=ខែ)" + f"(?:{'|'.join(MONTHS)})")
_SHORTEST: Final = 16  # clusters: below, half a sentence can be a whole one


def change_digit(pair: Pair, chance: random.Random) -> str | None:
    """One digit of one number becomes another: ២០១៩ → ២០១៧."""
    places = [i for i, char in enumerate(pair.target) if char in _DIGITS]
    if not places:
        return None
    at = chance.choice(places)
    own = pair.target[at]
    zero = ord("0") if own.isascii() else ord("០")
    return _put(pair.target, at, at + 1, chr(zero + (ord(own) - zero + chance.randint(1, 9)) % 10))


def drop_number(pair: Pair, chance: random.Random) -> str | None:
    """One number written in digits disappears; the figure in a name (ACE2) is none."""
    found = list(_NUMERAL.finditer(pair.target))
    if not found:
        return None
    match = chance.choice(found)
    return _put(pair.target, *match.span(), "").replace("  ", " ")


def invent_number(pair: Pair, chance: random.Random) -> str | None:
    """A number of people that the English does not have, after the first phrase."""
    known = {reading for n in numbers(pair.source, "en") for reading in n.readings}
    value = chance.choice([n for n in range(13, 99) if n not in known])
    head, space, tail = pair.target.partition(" ")
    return f"{head} {value} នាក់{space}{tail}" if space else None


def misplace_scale(pair: Pair, _chance: random.Random) -> str | None:
    """Million for billion, or billion for million, after a figure."""
    text, changed = _SCALE.subn(_other_scale, pair.target, count=1)
    return text if changed else None


def misplace_vague_scale(pair: Pair, _chance: random.Random) -> str | None:
    """Millions for billions, or billions for millions, of which there is no figure."""
    text, changed = _VAGUE.subn(_other_scale, pair.target, count=1)
    return text if changed else None


def cut_half(pair: Pair, chance: random.Random) -> str | None:
    """The second half is missing, cut between two clusters."""
    units = clusters(pair.target)
    if len(units) < _SHORTEST:
        return None
    share = chance.uniform(0.4, 0.6)
    return _prefix(pair.target, units[: int(share * len(units))])


def repeat_words(pair: Pair, chance: random.Random) -> str | None:
    """A phrase of six to twelve clusters is said four to eight times, as decoders in a loop do."""
    units = clusters(pair.target)
    if len(units) < _SHORTEST:
        return None
    size = chance.randint(6, 12)
    start = chance.randint(0, len(units) - size)
    head = _prefix(pair.target, units[:start])
    body = _prefix(pair.target[len(head) :], units[start : start + size])
    return head + body * chance.randint(4, 8) + pair.target[len(head) + len(body) :]


def swap_name(pair: Pair, chance: random.Random) -> str | None:
    """A country that both sides name becomes another one."""
    named = [(english, khmer) for english, khmer in PLACES.items() if _names(pair, english, khmer)]
    if not named:
        return None
    _, old = chance.choice(named)
    others = [khmer for english, khmer in PLACES.items() if not _names(pair, english, khmer)]
    return pair.target.replace(old, chance.choice([khmer for khmer in others if khmer != old]))


def swap_month(pair: Pair, chance: random.Random) -> str | None:
    """A month becomes another one."""
    match = _MONTH.search(pair.target)
    if not match:
        return None
    return _put(pair.target, *match.span(), chance.choice([m for m in MONTHS if m != match[0]]))


def drop_negation(pair: Pair, _chance: random.Random) -> str | None:
    """A sentence that denies once affirms."""
    found = list(_NOT_KM.finditer(pair.target))
    if len(found) != 1 or not _NOT_EN.search(pair.source):
        return None
    return _put(pair.target, *found[0].span(), "")


def mix_in_thai(pair: Pair, chance: random.Random) -> str | None:
    """One to three Khmer letters become Thai ones."""
    places = [match.start() for match in _CONSONANTS.finditer(pair.target)]
    if not places:
        return None
    text = pair.target
    for at in chance.sample(places, min(len(places), chance.randint(1, 3))):
        text = _put(text, at, at + 1, chance.choice(_THAI))
    return text


def leave_english(pair: Pair, chance: random.Random) -> str | None:
    """A few words of the English stand untranslated where a phrase of the Khmer was."""
    words = _WORDS_EN.search(pair.source)
    phrases = pair.target.split(" ")
    whole = [i for i, phrase in enumerate(phrases) if len(clusters(phrase)) >= _SHORTEST // 2]
    if not words or len(phrases) < 2 or not whole:
        return None
    phrases[chance.choice(whole)] = words[0]
    return " ".join(phrases)


DAMAGES: Final[Mapping[str, Damage]] = MappingProxyType(
    {
        "one digit changed": change_digit,
        "one number dropped": drop_number,
        "a number invented": invent_number,
        "million for billion": misplace_scale,
        "millions for billions": misplace_vague_scale,
        "half cut": cut_half,
        "words repeated": repeat_words,
        "a name swapped": swap_name,
        "a month swapped": swap_month,
        "a month dropped": drop_month,
        "a weekday swapped": swap_weekday,
        "a unit swapped": swap_unit,
        "a currency swapped": swap_currency,
        "a currency dropped": drop_currency,
        "a currency invented": invent_currency,
        "a negation dropped": drop_negation,
        "Thai letters mixed in": mix_in_thai,
        "left in English": leave_english,
        "a person swapped": damage_meaning.swap_person,
        "a person invented": damage_meaning.invent_person,
        "a place swapped": damage_meaning.swap_place,
        "a place invented": damage_meaning.invent_place,
        "an opposite": damage_meaning.swap_antonym,
        "a negation gained": damage_meaning.gain_negation,
        "a clause dropped": damage_meaning.drop_clause,
        "a noun replaced": damage_meaning.replace_noun,
    }
)
"""Every damage by its name."""

NUMERIC: Final = frozenset(
    {"one digit changed", "one number dropped", "a number invented", "million for billion"}
)
"""Damages to numbers, which are measured in both digit sets."""


def damaged(name: str, pair: Pair, seed: str) -> str | None:
    """The Khmer of ``pair`` with the damage ``name``; the same for the same ``seed``.

    ``None`` where the damage does not apply, or chance left the text as it was.
    """
    text = DAMAGES[name](pair, random.Random(f"{seed}|{name}"))  # noqa: S311
    return None if text is None or text.split() == pair.target.split() else text


def _other_scale(match: re.Match[str]) -> str:
    return match["before"] + ("លាន" if match["billion"] else "ពាន់លាន")


def _put(text: str, start: int, end: int, replacement: str) -> str:
    return text[:start] + replacement + text[end:]


def _names(pair: Pair, english: str, khmer: str) -> bool:
    return khmer in pair.target and re.search(rf"\b{re.escape(english)}\b", pair.source) is not None


def _prefix(text: str, units: Sequence[str]) -> str:
    """As much of ``text`` as its first clusters ``units`` take, spaces between them included."""
    end = 0
    for unit in units:
        end = text.index(unit, end) + len(unit)
    return text[:end]
