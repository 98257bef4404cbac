"""A speaker or a quotation of the English that the Khmer leaves out."""

import re
from typing import Final

from summarize.khmer.normalise import key

_SAID: Final = re.compile(
    r"\b(?:said|says|according to|announced|argued|insisted|told (?!to\b)\w+"
    r"|(?:claimed|warned|admitted|denied|complained|recalled|explained|testified) that)\b",
    re.IGNORECASE,
)
_SPOKEN: Final = re.compile(
    "ថា|និយាយ|ថ្លែង|ប្រាប់|បញ្ជាក់|យោង|ឱ្យដឹង|អោយដឹង|ឲ្យដឹង|អះអាង|លើកឡើង|ប្រកាស|រាយការណ៍|សរសេរ|ព្រមាន"
    "|តវ៉ា|បដិសេធ|សារភាព|ទទួលស្គាល់|ពន្យល់|អំពាវនាវ|ឆ្លើយ|សួរ|រៀបរាប់|រំលឹក|ត្អូញត្អែរ|ជម្រាប|ទូល"
    '|បង្ហើប|ចោទ|សម្តី|ជជែក|ពោល|ស្រដី|ស្នើ|បញ្ជា|អង្វរ|អធិប្បាយ|[«»“”"]'
)
_QUOTED: Final = re.compile(r"[“\"]([^“”\"]*)[”\"]")
_QUOTE_MARK: Final = re.compile("[«»“”\"‘’']")
_LEAST: Final = 4  # words of a quotation; fewer are a nickname or a title


def check(source: str, target: str) -> list[str]:
    """Whether somebody speaks in the Khmer who speaks in the English, in quotation marks if so."""
    khmer = key(target)
    said = _SAID.search(source)
    if not khmer.strip():
        return []
    if said and not _SPOKEN.search(khmer):
        return [f"The English tells who says it (“{said[0]}”); the Khmer does not."]
    if _is_quoted(source) and not _QUOTE_MARK.search(khmer):
        return ["The English quotes; the Khmer has no quotation marks."]
    return []


def _is_quoted(source: str) -> bool:
    return any(len(quoted[1].split()) >= _LEAST for quoted in _QUOTED.finditer(source))
