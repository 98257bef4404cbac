"""What a newsroom may choose; the defaults are what the Khmer press does most."""

from dataclasses import dataclass
from typing import Literal

from summarize.khmer.digits import DigitStyle

DateStyle = Literal["spaced", "keep"]
QuoteStyle = Literal["guillemets", "keep"]
CurrencyStyle = Literal["words", "keep"]
ScaleStyle = Literal["khmer", "keep"]
PercentStyle = Literal["keep", "sign", "word"]
SpeltStyle = Literal["both", "khmer", "latin"]


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """One choice for each rule; ``keep`` leaves what the translator wrote.

    ``dates``: ថ្ងៃទី១៦ ខែកញ្ញា ឆ្នាំ២០២៥. ``quotes``: « ». ``currency``: ៥ ដុល្លារ for $5.
    ``scale_words``: ពាន់លាន for ប៊ីលាន. ``percent``: ៥% or ៥ ភាគរយ. ``latin_names``: a name of
    the glossary gets its Latin spelling in brackets where it is first mentioned. ``spelt_names``:
    one that the program has spelt by its sound gets it too, or none, or stands in Latin alone.
    ``story_end``:
    ៕ ends the story. Spaces follow one rule for all: see :mod:`summarize.khmer.style.spaces`.

    There is no rule for honorifics: who is លោក, ឯកឧត្តម or សម្តេច is for an editor to say, so a
    style neither adds, changes nor drops a title.
    """

    digits: DigitStyle = "khmer"
    dates: DateStyle = "spaced"
    quotes: QuoteStyle = "guillemets"
    currency: CurrencyStyle = "words"
    scale_words: ScaleStyle = "khmer"
    percent: PercentStyle = "keep"
    latin_names: bool = False
    spelt_names: SpeltStyle = "both"
    story_end: bool = False
