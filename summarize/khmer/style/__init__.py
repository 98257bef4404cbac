"""The house style of Khmer text: how it is written, never what it says.

:func:`summarize.khmer.style.apply.apply_style` sets one segment,
:func:`summarize.khmer.style.story.close_story` what concerns the whole text.
"""

from summarize.khmer.style.house import (
    CurrencyStyle,
    DateStyle,
    HouseStyle,
    NameStyle,
    PercentStyle,
    QuoteStyle,
    ScaleStyle,
)

__all__ = [
    "CurrencyStyle",
    "DateStyle",
    "HouseStyle",
    "NameStyle",
    "PercentStyle",
    "QuoteStyle",
    "ScaleStyle",
]
