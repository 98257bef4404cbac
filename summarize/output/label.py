"""The label of machine work: drafted by machine, checked by whom and when."""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from summarize.khmer.digits import restyle_digits

LabelName = Literal["off", "km", "en"]
SOURCE_TYPE: Final = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
"""The IPTC code for what a trained model has made; that people have checked it is told in words."""


@dataclass(frozen=True, slots=True)
class Checked:
    """Who has checked the segments, in the order in which they did, and when the last (UTC).

    ``when`` is ISO 8601, "" where some segment was not checked.
    """

    who: tuple[str, ...] = ()
    when: str = ""


UNCHECKED: Final = Checked()


def label_of(checked: Checked, language: LabelName) -> str:
    """The label in ``language``, "" where none is asked for. Names stay as people gave them."""
    if language == "off":
        return ""
    day = date.fromisoformat(checked.when[:10]) if checked.when else None
    if language == "en":
        if day is None:
            return "Drafted by machine, not checked"
        names = " and ".join(checked.who)
        return f"Drafted by machine, checked by {names} on {day.day} {day:%B %Y}"
    if day is None:
        return "ព្រាងដោយម៉ាស៊ីន មិនទាន់បានពិនិត្យ"
    from summarize.checks.months_weekdays import BY_ENGLISH  # every command knows the setting

    names = " និង ".join(checked.who)
    written = f"ថ្ងៃទី{day.day} ខែ{BY_ENGLISH[f'{day:%B}'].khmer} ឆ្នាំ{day.year}"
    return f"ព្រាងដោយម៉ាស៊ីន ពិនិត្យដោយ {names} {restyle_digits(written, '', 'khmer')}"
