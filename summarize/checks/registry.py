"""All checks by name; a new one is a file and a line here.

Severity and documentation stand here, in one place. Hop one compares the summary with the article,
hop two the Khmer with the English.
"""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

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
from summarize.checks.base import (
    USUAL,
    Check,
    Context,
    DraftCheck,
    SegmentCheck,
    SentenceCheck,
    SummaryCheck,
)
from summarize.checks.evidence import Evidence
from summarize.records import Article, Finding, Segment, SummarySentence

_SENTENCE: Final[tuple[Check[SentenceCheck], ...]] = ()
_SUMMARY: Final[tuple[Check[SummaryCheck], ...]] = ()
_SEGMENT: Final[tuple[Check[SegmentCheck], ...]] = (
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
_DRAFT: Final[tuple[Check[DraftCheck], ...]] = ()

_ALL: Final[tuple[Check[Any], ...]] = (*_SENTENCE, *_SUMMARY, *_SEGMENT, *_DRAFT)
CHECKS: Final[Mapping[str, Check[Any]]] = MappingProxyType({check.id: check for check in _ALL})
"""Every check by its id."""


def check_summary(
    sentences: Sequence[SummarySentence], article: Article, context: Context = USUAL
) -> list[Finding]:
    """Hop one: what in the summary the article does not support, or is badly written.

    A sentence that stands in the article word for word is supported by that.
    """
    evidence = Evidence(article)
    own = [s for s in sentences if " ".join(s.text.split()) not in evidence.text]
    found = [
        Finding(check.id, check.severity, message, sentence.id)
        for check in _active(_SENTENCE, context)
        for sentence in own
        for message in check.function(sentence.text, evidence)
    ]
    texts = [sentence.text for sentence in sentences]
    return found + [
        Finding(check.id, check.severity, message, sentences[index].id)
        for check in _active(_SUMMARY, context)
        for index, message in check.function(texts, evidence)
    ]


def check_draft(segments: Sequence[Segment], context: Context = USUAL) -> list[Finding]:
    """Hop two: what is wrong with the Khmer, sentence by sentence and as a whole."""
    found = [
        Finding(check.id, check.severity, message, segment.id)
        for segment in segments
        for check in _active(_SEGMENT, context)
        for message in check.function(segment.source, segment.target)
    ]
    return found + [
        Finding(check.id, check.severity, message, where)
        for check in _active(_DRAFT, context)
        for where, message in check.function(segments, context)
    ]


def check_pair(source: str, target: str, context: Context = USUAL) -> list[Finding]:
    """Hop two for one English sentence and its Khmer, which come from anywhere."""
    return check_draft([Segment("k1", "s1", source, target)], context)


def _active(checks: Iterable[Check[Any]], context: Context) -> list[Check[Any]]:
    return [check for check in checks if check.id not in context.skip]
