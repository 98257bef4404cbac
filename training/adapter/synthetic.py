"""Made-up news sentences full of numbers, dates and names, from hand-written templates.

``templates.tsv`` holds pairs with slots, ``words.toml`` what fills them. What a slot ``{day2}``
may hold is told by its name without the digit; both sides get the same draw.
"""

import random
import re
import tomllib
from collections.abc import Callable
from pathlib import Path

Filler = tuple[str, str]

_HERE = Path(__file__).parent
_SLOT = re.compile(r"\{([a-z]+)\d?\}")
_COPIES = 60  # of each template
_WORDS: dict[str, dict[str, str]] = tomllib.loads((_HERE / "words.toml").read_text("utf-8"))


def synthetic_pairs(seed: int) -> list[tuple[str, str]]:
    """Filled templates in random order, the same for the same seed."""
    chance = random.Random(seed)
    lines = (_HERE / "templates.tsv").read_text("utf-8").splitlines()
    filled = [fill(line, chance) for line in lines for _ in range(_COPIES)]
    chance.shuffle(filled)
    return filled


def fill(template: str, chance: random.Random) -> tuple[str, str]:
    """One sentence pair from ``english TAB khmer`` with slots."""
    english, khmer = template.split("\t")
    for slot in dict.fromkeys(match[0] for match in _SLOT.finditer(english)):
        kind = _SLOT.fullmatch(slot)[1]  # type: ignore[index]
        source, target = _FILLERS[kind](chance) if kind in _FILLERS else _word(kind, chance)
        inside = not english.startswith(slot)
        english = english.replace(slot, _lower_article(source) if inside else _upper(source))
        khmer = khmer.replace(slot, target)
    return english, khmer


def _word(kind: str, chance: random.Random) -> Filler:
    return chance.choice(list(_WORDS[kind].items()))


def _lower_article(text: str) -> str:
    words = _WORDS["word"]
    return text[0].lower() + text[1:] if text.startswith("The ") or text in words else text


def _upper(text: str) -> str:
    return text[0].upper() + text[1:]


def _date(chance: random.Random) -> Filler:
    month, khmer_month = _word("month", chance)
    day, year = chance.randint(1, 31), _year(chance)[0]
    english, khmer = chance.choice(
        [
            (f"{month} {day}, {year}", f" ឆ្នាំ{year}"),
            (f"{day} {month} {year}", f" ឆ្នាំ{year}"),
            (f"{month} {day}", ""),
            (f"{day} {month}", ""),
        ]
    )
    khmer = f"ថ្ងៃទី{day} ខែ{khmer_month}{khmer}"
    if chance.random() < 0.3:
        weekday, khmer_weekday = _word("day", chance)
        return f"{weekday}, {english}", f"ថ្ងៃ{khmer_weekday} {khmer.removeprefix('ថ្ងៃ')}"
    return english, khmer


def _month_year(chance: random.Random) -> Filler:
    (month, khmer), year = _word("month", chance), _year(chance)[0]
    return f"{month} {year}", f"ខែ{khmer} ឆ្នាំ{year}"


def _same(draw: Callable[[random.Random], str]) -> Callable[[random.Random], Filler]:
    """A filler that reads alike in both languages."""

    def filler(chance: random.Random) -> Filler:
        text = draw(chance)
        return text, text

    return filler


def _decimal_text(chance: random.Random) -> str:
    return f"{chance.randint(0, 99)}.{chance.randint(1, 9)}"


def _money(chance: random.Random) -> Filler:
    sign, currency = _word("currency", chance)
    if chance.random() < 0.3:
        amount = _big_text(chance)
        return sign + amount, f"{amount} {currency}"
    scale, khmer_scale = _word("scale", chance)
    amount = chance.choice([_decimal_text, _small_text])(chance)
    return f"{sign}{amount} {scale}", f"{amount} {khmer_scale}{currency}"


def _people(chance: random.Random) -> Filler:
    if chance.random() < 0.5:
        amount = _big_text(chance)
        return f"{amount} people", f"{amount} នាក់"
    scale, khmer_scale = _word("scale", chance)
    amount = chance.choice([_decimal_text, _small_text])(chance)
    return f"{amount} {scale} people", f"{amount} {khmer_scale}នាក់"


def _percent(chance: random.Random) -> Filler:
    amount = chance.choice([_decimal_text, _small_text])(chance)
    written = chance.choice(["{}%", "{} per cent", "{} percent"]).format(amount)
    return written, f"{amount}%" if written.endswith("%") else f"{amount} ភាគរយ"


def _small_text(chance: random.Random) -> str:
    return str(chance.choice([chance.randint(2, 20), chance.randint(11, 999)]))


def _big_text(chance: random.Random) -> str:
    return f"{chance.randint(1001, 10 ** chance.randint(4, 7)):,}"


def _year_text(chance: random.Random) -> str:
    return str(chance.choice([chance.randint(1945, 2000), chance.randint(2000, 2030)]))


def _time_text(chance: random.Random) -> str:
    return f"{chance.randint(1, 12)}:{chance.randint(0, 59):02}"


def _age_text(chance: random.Random) -> str:
    return str(chance.randint(16, 95))


_year = _same(_year_text)

_FILLERS: dict[str, Callable[[random.Random], Filler]] = {
    "date": _date,
    "monthyear": _month_year,
    "money": _money,
    "people": _people,
    "percent": _percent,
    "n": _same(_small_text),
    "big": _same(_big_text),
    "year": _year,
    "time": _same(_time_text),
    "age": _same(_age_text),
    "decimal": _same(_decimal_text),
}
