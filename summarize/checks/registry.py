"""The checks of one English sentence and its Khmer, by name; a new check is one file and one line.

A check's function is pure: ``(source, target) -> messages``, one message a fault, in plain English
that a translator can act upon. Severity and documentation stand here, in one place.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from summarize.checks import (
    degeneration,
    invalid_cluster,
    khmer_share,
    length,
    months_weekdays,
    numbers,
    truncation,
    untranslated,
    wrong_script,
)
from summarize.records import Finding, Severity

SegmentCheck = Callable[[str, str], list[str]]


@dataclass(frozen=True, slots=True)
class Check:
    """One registered check: ``function(source, target)`` returns a message for each fault."""

    id: str
    severity: Severity
    doc: str
    function: SegmentCheck


_ALL: Final = (
    Check("numbers", "error", "Numbers lost, changed, invented or mis-scaled.", numbers.check),
    Check("untranslated", "error", "Empty, unchanged or without Khmer.", untranslated.check),
    Check("khmer_share", "warning", "More than 35 % Latin letters.", khmer_share.check),
    Check("wrong_script", "error", "Letters of a third script.", wrong_script.check),
    Check("degeneration", "error", "The same words again and again.", degeneration.check),
    Check("truncation", "error", "No mark at the end of a sentence.", truncation.check),
    Check("invalid_cluster", "error", "Signs that form no Khmer.", invalid_cluster.check),
    Check("length", "warning", "Far shorter or longer than the English.", length.check),
    Check("months_weekdays", "warning", "A month or weekday not named.", months_weekdays.check),
)
CHECKS: Final[Mapping[str, Check]] = MappingProxyType({check.id: check for check in _ALL})


def check_pair(source: str, target: str, where: str) -> list[Finding]:
    """Run every check on an English sentence and its Khmer; ``where`` is the segment's id."""
    return [
        Finding(check.id, check.severity, message, where)
        for check in CHECKS.values()
        for message in check.function(source, target)
    ]
