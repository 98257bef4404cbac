"""The same name spelt in two ways within one draft, or left in English in one place only."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from summarize.checks.base import Context, Located
from summarize.english.dates import MONTH_NAMES
from summarize.khmer.latin import running_text
from summarize.khmer.normalise import key
from summarize.khmer.transliteration import renderings
from summarize.records import Segment

_NAME: Final = re.compile(r"(?<![\w-])[A-Z][a-zà-ÿ]+(?:[A-Z][a-zà-ÿ]+)?(?![\w-])")
# Capitalised, but translated and not spelt by ear: peoples, languages, months, days.
_TRANSLATED: Final = re.compile(
    rf"(?:{'|'.join(set(MONTH_NAMES) - {'May'})}"  # which may be a name
    r"|United|Saint|\w+(?:day|days|ese|ish|can|ian|ians|cans|tion|ment|ity))"
)
_Places = list[tuple[Segment, list[str]]]
"""The segments whose English has a name, each with what may be that name in its Khmer."""


def check(segments: Sequence[Segment], context: Context) -> list[Located]:
    """Judges only names that are spelt by ear; which of two spellings is right, people know."""
    return [
        finding
        for name, named in _repeated(segments).items()
        for finding in _faults(name, [(s, renderings(name, key(s.target))) for s in named])
    ]


def _repeated(segments: Sequence[Segment]) -> dict[str, list[Segment]]:
    """Names that the English of several segments has, with these segments."""
    found: dict[str, list[Segment]] = {}
    for segment in segments:
        for name in dict.fromkeys(_NAME.findall(segment.source)):
            found.setdefault(name, []).append(segment)
    return {
        name: named
        for name, named in found.items()
        if len(named) > 1 and not _TRANSLATED.fullmatch(name)
    }


def _faults(name: str, places: _Places) -> Iterator[Located]:
    counts = Counter(form for _, forms in places for form in forms)
    if not counts:
        return
    usual = counts.most_common(1)[0][0]
    where = next(segment.id for segment, forms in places if usual in forms)
    for segment, forms in places:
        if len(forms) == 1 and forms[0] != usual and _is_certain(places):
            yield segment.id, f"“{name}” is {forms[0]} here and {usual} in {where}. Choose one."
        elif not forms and _stands_bare(name, segment.target):
            yield (
                segment.id,
                f"“{name}” is in Latin letters here and {usual} in {where}. Choose one.",
            )
        elif not forms and name not in segment.target and counts[usual] > 1:
            yield segment.id, f"“{name}” is {usual} in {where}; it is not here. Is the name right?"


def _is_certain(places: _Places) -> bool:
    """Whether each segment has one candidate at most: of several, some are not the name."""
    return all(len(forms) < 2 for _, forms in places)


def _stands_bare(name: str, khmer: str) -> bool:
    """Whether the name is there in Latin letters and not in brackets after its Khmer form."""
    return re.search(rf"(?<![A-Za-z]){name}(?![a-z])", running_text(khmer)) is not None
