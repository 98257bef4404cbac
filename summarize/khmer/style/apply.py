"""All rules of the house style that look at one segment, in their order."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from summarize.khmer.digits import restyle_digits
from summarize.khmer.numbers import numbers
from summarize.khmer.style.currency import currency_words
from summarize.khmer.style.dates import space_dates
from summarize.khmer.style.house import HouseStyle
from summarize.khmer.style.percent import restyle_percent
from summarize.khmer.style.quotes import guillemets
from summarize.khmer.style.scales import khmer_scales
from summarize.khmer.style.spaces import space

Readings = tuple[Decimal, ...]
Rule = Callable[[str, str], str]
"""A rule takes the Khmer and the English it stands for, and returns the Khmer."""


def apply_style(target: str, source: str, style: HouseStyle) -> str:
    """``target``, a Khmer segment drafted from ``source``, as the house writes it. Idempotent.

    A rule that would change the value of any number is not applied to that segment.
    """
    values: list[Readings] | None = None
    for rule in _rules(style):
        styled = rule(target, source)
        if styled != target:
            values = _values(target) if values is None else values
            target = styled if _values(styled) == values else target
    return target


def _rules(style: HouseStyle) -> Iterator[Rule]:
    """Marks and spaces come first, since the other rules look at what stands beside a number."""
    yield lambda target, _: space(target)
    if style.quotes == "guillemets":
        yield lambda target, _: guillemets(target)
    if style.scale_words == "khmer":
        yield lambda target, _: khmer_scales(target)
    if style.currency == "words":
        yield currency_words
    if style.percent != "keep":
        yield lambda target, _: restyle_percent(target, style.percent)
    if style.dates == "spaced":
        yield space_dates
    yield lambda target, source: restyle_digits(target, source, style.digits)


def _values(text: str) -> list[Readings]:
    return [number.readings for number in numbers(text, "km")]
