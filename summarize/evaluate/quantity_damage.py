"""Damage to quantities and dates: another unit or currency, none, or one that was not there."""

import random
import re
from typing import Final

from summarize.evaluate.pairs import Pair
from summarize.khmer.normalise import key
from summarize.khmer.numbers_km import MONTHS
from summarize.quantities import Quantity, english, khmer

# By English name as newspapers write it; what is put in is of the same kind.
_UNITS: Final = {
    "time": ("វិនាទី", "នាទី", "ម៉ោង", "ថ្ងៃ", "សប្តាហ៍", "ខែ", "ឆ្នាំ"),
    "length": ("មីលីម៉ែត្រ", "សង់ទីម៉ែត្រ", "ម៉ែត្រ", "គីឡូម៉ែត្រ", "ម៉ាយ"),
    "area": ("ម៉ែត្រការ៉េ", "គីឡូម៉ែត្រការ៉េ", "ហិកតា"),
    "volume": ("លីត្រ", "ម៉ែត្រគូប", "បារ៉ែល"),
    "mass": ("ក្រាម", "គីឡូក្រាម", "តោន"),
    "power": ("គីឡូវ៉ាត់", "មេហ្គាវ៉ាត់", "ជីហ្គាវ៉ាត់"),
    "share": ("ភាគរយ", "ដុល្លារ", "គីឡូម៉ែត្រ"),
    "temperature": ("អង្សា", "ភាគរយ"),
    "money": ("ដុល្លារ", "អឺរ៉ូ", "រៀល", "បាត", "យ៉េន", "យ័ន", "ដុង", "ផោន", "វ៉ុន"),
}
_COUNTED: Final = re.compile(
    r"(?<=[0-9០-៩])(?: (?:លាន|ពាន់|ពាន់លាន))? (?=នាក់|គ្រឿង|ក្បាល|គ្រួសារ|ខ្នង|កន្លែង)"
)
_WEEKDAYS: Final = ("ចន្ទ", "អង្គារ", "ពុធ", "ព្រហស្បតិ៍", "សុក្រ", "សៅរ៍", "អាទិត្យ")
_WEEKDAY: Final = re.compile(f"(?<=ថ្ងៃ)(?:{'|'.join(_WEEKDAYS)})")
_MONTH: Final = re.compile(f"(?<=ខែ)(?:{'|'.join(MONTHS)})")


def swap_unit(pair: Pair, chance: random.Random) -> str | None:
    """The unit of a quantity that both sides have becomes another one of its kind."""
    return _with_another(pair, chance, money=False)


def swap_currency(pair: Pair, chance: random.Random) -> str | None:
    """The currency of an amount that both sides have becomes another one."""
    return _with_another(pair, chance, money=True)


def drop_currency(pair: Pair, chance: random.Random) -> str | None:
    """An amount of money that both sides have becomes a number, where there is but one."""
    found = _shared(pair, money=True)
    if len(found) != 1:
        return None
    return _put(pair.target, found[0], "")


def invent_currency(pair: Pair, _chance: random.Random) -> str | None:
    """People or things that are counted become dollars."""
    text, changed = _COUNTED.subn(lambda match: f"{match[0].rstrip()} ដុល្លារ ", pair.target, 1)
    return text if changed else None


def swap_weekday(pair: Pair, chance: random.Random) -> str | None:
    """A weekday becomes another one."""
    match = _WEEKDAY.search(pair.target)
    if not match:
        return None
    other = chance.choice([day for day in _WEEKDAYS if day != match[0]])
    return pair.target[: match.start()] + other + pair.target[match.end() :]


def drop_month(pair: Pair, _chance: random.Random) -> str | None:
    """The only month is no longer named."""
    text, changed = _MONTH.subn("នោះ", pair.target)
    return text if changed == 1 else None


def _with_another(pair: Pair, chance: random.Random, *, money: bool) -> str | None:
    found = _shared(pair, money=money)
    if not found:
        return None
    quantity = chance.choice(found)
    words = _UNITS[quantity.units[0].kind]
    others = [word for word in words if not _names(word, quantity)]
    return _put(pair.target, quantity, chance.choice(others)) if others else None


def _names(word: str, quantity: Quantity) -> bool:
    """Whether ``word`` is the unit of ``quantity``, in this spelling or another."""
    return any(other.has_unit_of(quantity) for other in khmer.read(f"5 {word}")[0])


def _shared(pair: Pair, *, money: bool) -> list[Quantity]:
    """The Khmer quantities with a unit behind the number that the English has as well."""
    if len(key(pair.target)) != len(pair.target):  # offsets would not be those of the text
        return []
    wanted = english.read(pair.source)[0]
    return [
        quantity
        for quantity in khmer.read(pair.target)[0]
        if khmer.unit_text(quantity)
        and quantity.is_money is money
        and not quantity.is_article
        and any(quantity.equals(other) for other in wanted)
    ]


def _put(text: str, quantity: Quantity, word: str) -> str:
    start = quantity.end - len(khmer.unit_text(quantity))
    return text[:start] + word + text[quantity.end :]
