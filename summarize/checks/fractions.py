"""Fractions lost, changed or invented: two-thirds is not មួយភាគពីរ."""

import re
from typing import Final

from summarize.khmer.normalise import key
from summarize.khmer.numbers import numbers
from summarize.quantities import fractions
from summarize.quantities.fractions import Fraction

_HALF: Final = re.compile("កន្លះ|ពាក់|ពាក់កណ្តាល|កណ្តាល|ឆមាស|ទ្វេ|ពីរ|ចំហៀង|ម្ខាង")
_NAMES: Final = {
    2: r"hal(?:f|ve)|two|2|twice|doubl",
    3: "third|three|3|trebl|tripl",
    4: "quarter|fourth|four|4",
    5: "fifth|five|5",
    6: "six|6",
    7: "seven|7",
    8: "eight|8",
    9: "nine|ninth|9",
    10: "ten|10",
}


def check(source: str, target: str) -> list[str]:
    """A fraction may come back as a percentage; a half has many words."""
    lost, invented = list(fractions.english(source)), list(fractions.khmer(target))
    for fraction in tuple(lost):
        if other := next((o for o in invented if o.value == fraction.value), None):
            lost.remove(fraction)
            invented.remove(other)
    lost = [fraction for fraction in lost if not _is_rendered(fraction, target)]
    if not lost:
        invented = [fraction for fraction in invented if not _is_known(fraction, source)]
    changed = list(zip(lost, invented, strict=False))
    return [
        *(f"The English has {old.text}; the Khmer has {new.text}." for old, new in changed),
        *(f"The English has {old.text}; the Khmer does not." for old in lost[len(changed) :]),
        *(f"The Khmer has {new.text}; the English does not." for new in invented[len(changed) :]),
    ]


def _is_rendered(fraction: Fraction, target: str) -> bool:
    """Whether the Khmer tells the share otherwise: 67 per cent, 0.5, "in two"."""
    if fraction.is_half and _HALF.search(key(target)):
        return True
    return any(fraction.is_share(value) for n in numbers(target, "km") for value in n.readings)


def _is_known(fraction: Fraction, source: str) -> bool:
    """Whether the English can mean it: "one in six", "the bottom tenth", "a 25 percent cut"."""
    if fraction.is_half:
        return True
    if any(fraction.is_share(value) for n in numbers(source, "en") for value in n.readings):
        return True
    named = [fraction.below] if fraction.above == 1 else [fraction.above, fraction.below]
    return all(re.search(rf"\b(?:{_NAMES.get(int(n), n)})", source, re.I) for n in named)
