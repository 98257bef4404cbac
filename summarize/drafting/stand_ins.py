"""Names that the embedded translator writes rightly, to go in instead of those it may not know.

Small models garble a name that they have not seen, and the sentence with it. Measured with version
4: of eight sentences about an unknown person, as letters and digits (A1) four came back, as Chan
Vuthy seven; five of five with Takeo, four of four with the Ministry of Health.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["person", "word", "place", "country", "body"]
"""What a name is to the grammar of its sentence; ``word`` is a person by one name."""


@dataclass(frozen=True, slots=True)
class StandIn:
    """A name and the shape of its Khmer, with the words that Khmer adds to say what it is."""

    english: str
    khmer: re.Pattern[str]


def _shape(pattern: str) -> re.Pattern[str]:
    """No sign follows, which would make it another word."""
    return re.compile(rf"{pattern}(?![\u17b6-\u17d3])")


_ALONE: Final = "(?![\u1780-\u17d3])"
_PLACE: Final = "(?:(?:ទី)?ក្រុង|ខេត្ត|ស្រុក|ខណ្ឌ|ឃុំ|សង្កាត់|ភូមិ|រាជធានី)?"
_UNESCO: Final = "(?:អង្គការ)?យូ(?:ណេ|នេ)ស្កូ"

STAND_INS: Final[Mapping[Kind, tuple[StandIn, ...]]] = {
    "person": (  # unlike each other, or the model mixes them up
        StandIn("Chan Vuthy", _shape("(?:ចាន់?|ច័ន្ទ) ?វុទ្ធី")),
        StandIn("Sok Dara", _shape(f"សុខ ?(?:ដារ៉ា|ដារា|ដារី|ដា{_ALONE})")),
        StandIn("Keo Mary", _shape("កែវ ?(?:ម៉ារី(?:យ៉ា)?|មារី)")),
        StandIn("Kim Sok", _shape("គឹម ?សុខ")),
    ),
    "word": (
        StandIn("Vuthy", _shape("វុទ្ធី")),
        StandIn("Mary", _shape("ម៉ារី(?:យ៉ា)?|មារី")),
        StandIn("Dara", _shape("ដារ៉ា")),
    ),
    "place": (
        StandIn("Takeo", _shape(f"{_PLACE}តាកែវ")),
        StandIn("Kampot", _shape(f"{_PLACE}កំពត")),
        StandIn("Paris", _shape(f"{_PLACE}ប៉ារីស")),
    ),
    "country": (StandIn("Japan", _shape("ជប៉ុន")), StandIn("Thailand", _shape("ថៃ(?:ឡង់ដ៍)?"))),
    "body": (
        StandIn("the Ministry of Tourism", _shape("ក្រសួងទេសចរណ៍")),
        StandIn("the Ministry of Health", _shape("ក្រសួងសុខាភិបាល")),
        StandIn("UNESCO", _shape(_UNESCO)),
    ),
}
"""By kind, the surest first."""

SHAPES: Final[Mapping[str, re.Pattern[str]]] = {
    one.english: one.khmer for own in STAND_INS.values() for one in own
}
