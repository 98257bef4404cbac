"""What a newsroom may choose; the defaults are what the Khmer press does most."""

from dataclasses import dataclass
from typing import Literal

from summarize.khmer.digits import DigitStyle

DateStyle = Literal["spaced", "keep"]
QuoteStyle = Literal["guillemets", "keep"]
CurrencyStyle = Literal["words", "keep"]
ScaleStyle = Literal["khmer", "keep"]
PercentStyle = Literal["keep", "sign", "word"]
NameStyle = Literal["both", "khmer", "latin"]


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """One choice for each rule; ``keep`` leaves what the translator wrote.

    ``dates``: ថ្ងៃទី១៦ ខែកញ្ញា ឆ្នាំ២០២៥. ``quotes``: « ». ``currency``: ៥ ដុល្លារ for $5.
    ``scale_words``: ពាន់លាន for ប៊ីលាន. ``percent``: ៥% or ៥ ភាគរយ. ``known_names``: names
    of the glossary and of public figures stand in Khmer, in Latin alone, or get their Latin
    spelling in brackets where they are first mentioned (both), and bodies their acronym, by which
    they are called from then on where the English does so. ``spelt_names``: the same choice for
    people spelt by sound. ``story_end``: ៕ ends the story. Spaces follow one rule for all: see
    :mod:`summarize.khmer.style.spaces`.

    There is no rule for honorifics: who is លោក, ឯកឧត្តម or សម្តេច is for an editor to say, so a
    style neither adds, changes nor drops a title.
    """

    digits: DigitStyle = "khmer"
    dates: DateStyle = "spaced"
    quotes: QuoteStyle = "guillemets"
    currency: CurrencyStyle = "words"
    scale_words: ScaleStyle = "khmer"
    percent: PercentStyle = "keep"
    known_names: NameStyle = "khmer"
    spelt_names: NameStyle = "both"
    story_end: bool = False
