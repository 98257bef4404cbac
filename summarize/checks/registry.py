"""All checks by name; a new one is a file and a line here.

Severity and documentation stand here, in one place. Hop one compares the summary with the article,
hop two the Khmer with the English.
"""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from summarize.checks import (
    antonyms,
    attribution,
    bounds,
    copied,
    currencies,
    cut_off,
    date_words,
    degeneration,
    foreign_latin,
    fractions,
    from_memory,
    glossary_terms,
    identical_neighbours,
    in_brackets,
    invalid_cluster,
    invented_person,
    invented_place,
    khmer_negation,
    khmer_share,
    left_over_english,
    length,
    lost_person,
    lost_place,
    mended,
    minus,
    months_weekdays,
    name_consistency,
    negation,
    no_word,
    novelty,
    number_order,
    numbers,
    omission,
    ordinals,
    quotation,
    quotes,
    repetition,
    scale_words,
    spacing,
    spelt_names,
    strange_word,
    summary_length,
    summary_names,
    summary_numbers,
    swapped_place,
    times,
    truncation,
    units,
    untranslated,
    vague_scales,
    wrong_dates,
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
from summarize.records import (
    Article,
    Draft,
    Finding,
    Headline,
    Segment,
    Summary,
    SummarySentence,
)

SENTENCE_CHECKS: Final[tuple[Check[SentenceCheck], ...]] = (
    Check("summary_numbers", "error", "A number not in the article.", summary_numbers.check),
    Check("summary_names", "error", "A name not in the article.", summary_names.check),
    Check("quotation", "warning", "Other words or speaker than in the article.", quotation.check),
    Check("negation", "warning", "A negation gained or lost.", negation.check),
    Check("cut_off", "warning", "A sentence without its end.", cut_off.check),
    Check("novelty", "info", "Mostly words not in the article.", novelty.check),
    Check("copied", "info", "25 words or more of the article in a row.", copied.check),
)
SUMMARY_CHECKS: Final[tuple[Check[SummaryCheck], ...]] = (
    Check("repetition", "warning", "The same said twice.", repetition.check),
    Check("summary_length", "warning", "Far too long or too short.", summary_length.check),
)
SEGMENT_CHECKS: Final[tuple[Check[SegmentCheck], ...]] = (
    Check("numbers", "error", "Numbers lost, changed, invented or mis-scaled.", numbers.check),
    Check("vague_scales", "error", "Millions for billions.", vague_scales.check),
    Check("khmer_negation", "error", "A denial lost or gained.", khmer_negation.check),
    Check("antonyms", "error", "The opposite of what the English says.", antonyms.check),
    Check("omission", "error", "A clause left out.", omission.certain),
    Check("likely_omission", "warning", "A clause maybe left out.", omission.likely),
    Check("strange_word", "warning", "A word that stands for nothing.", strange_word.check),
    Check("no_word", "warning", "Letters that form no Khmer word.", no_word.check),
    Check("attribution", "warning", "A speaker or quotation left out.", attribution.check),
    Check("lost_person", "error", "A person or whole name lost.", lost_person.check),
    Check("lost_name", "warning", "Another name lost.", lost_person.others),
    Check("ordinals", "error", "Another ordinal.", ordinals.check),
    Check("times", "error", "Morning for afternoon or night.", times.check),
    Check("minus", "error", "A minus lost or gained.", minus.check),
    Check("number_order", "warning", "Two numbers in the other order.", number_order.check),
    Check("fractions", "error", "A fraction lost, changed or invented.", fractions.check),
    Check("units", "error", "A unit swapped, lost or invented.", units.check),
    Check("currencies", "error", "A currency swapped, lost or invented.", currencies.check),
    Check("untranslated", "error", "Empty, unchanged or without Khmer.", untranslated.check),
    Check("khmer_share", "warning", "More than 35 % Latin letters.", khmer_share.check),
    Check("wrong_script", "error", "Letters of a third script.", wrong_script.check),
    Check("degeneration", "error", "The same words again and again.", degeneration.check),
    Check("truncation", "error", "No mark at the end of a sentence.", truncation.check),
    Check("invalid_cluster", "error", "Signs that form no Khmer.", invalid_cluster.check),
    Check("length", "warning", "Far shorter or longer than the English.", length.check),
    Check("date_words", "error", "A month or day that is none.", date_words.check),
    Check("wrong_dates", "error", "Another month or weekday.", wrong_dates.check),
    Check("months_weekdays", "warning", "A month or weekday not named.", months_weekdays.check),
    Check("left_over_english", "warning", "English words left as such.", left_over_english.check),
    Check("foreign_latin", "warning", "Latin words not in the English.", foreign_latin.check),
    Check("scale_words", "info", "Doubtful or rare scale words.", scale_words.check),
    Check("in_brackets", "warning", "A name that found no place.", in_brackets.check),
    Check("spacing", "info", "Spaces where Khmer writes none.", spacing.check),
)
DRAFT_CHECKS: Final[tuple[Check[DraftCheck], ...]] = (
    Check("swapped_place", "error", "One place or body for another.", swapped_place.check),
    Check("lost_place", "error", "A place or body not named.", lost_place.check),
    Check("invented_person", "error", "A person not in the English.", invented_person.check),
    Check("invented_place", "error", "A place not in the English.", invented_place.check),
    Check("name_consistency", "warning", "A name spelt in two ways.", name_consistency.check),
    Check("quotes", "warning", "Quotation marks without a partner.", quotes.check),
    Check("identical_neighbours", "warning", "The same Khmer twice.", identical_neighbours.check),
    Check("glossary_required", "warning", "An approved term missing.", glossary_terms.required),
    Check("glossary_forbidden", "error", "A forbidden rendering.", glossary_terms.forbidden),
    Check("glossary_advice", "info", "An unapproved term missing.", glossary_terms.advice),
    Check("mended", "info", "Put right by the program.", mended.check),
    Check("from_memory", "info", "Approved for this English before, or nearly.", from_memory.check),
    Check("spelt_names", "info", "A name spelt by its sound.", spelt_names.check),
    Check("kept_terms", "warning", "A kept term translated.", glossary_terms.kept),
)

BOUNDS: Final = Check("bounds", "warning", "Longer than was asked for.", bounds.check)

_ALL: Final[tuple[Check[Any], ...]] = (
    BOUNDS,
    *SENTENCE_CHECKS,
    *SUMMARY_CHECKS,
    *SEGMENT_CHECKS,
    *DRAFT_CHECKS,
)
CHECKS: Final[Mapping[str, Check[Any]]] = MappingProxyType({check.id: check for check in _ALL})
"""Every check by its id."""


def check_result(
    article: Article,
    summary: Summary | None,
    headline: Headline | None,
    draft: Draft | None,
    context: Context = USUAL,
) -> tuple[Finding, ...]:
    """Both hops of one result. The Khmer headline is checked as the first of its segments."""
    sentences = summary.sentences if summary else ()
    khmer = (headline.khmer,) if headline and headline.khmer else ()
    segments = (*khmer, *(draft.segments if draft else ()))
    return (
        *(check_headline(headline, article, context) if headline else ()),
        *check_summary(sentences, article, context),
        *check_draft(segments, context),
    )


def check_headline(headline: Headline, article: Article, context: Context = USUAL) -> list[Finding]:
    """Hop one of a headline that was made: what it says that the article does not.

    It is looked at as the sentence that it is short for. The article's own is its own affair.
    """
    evidence = Evidence(article)
    if not headline.sources or headline.text in evidence.text:
        return []
    text = headline.text if headline.text.endswith((".", "?", "!")) else f"{headline.text}."
    return [
        Finding(check.id, check.severity, message, headline.id)
        for check in _active(SENTENCE_CHECKS, context)
        for message in check.function(text, evidence)
    ]


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
        for check in _active(SENTENCE_CHECKS, context)
        for sentence in own
        if not (sentence.edits and check.id == "copied")  # it is, on purpose
        for message in check.function(sentence.text, evidence)
    ]
    texts = [sentence.text for sentence in sentences]
    return found + [
        Finding(check.id, check.severity, message, sentences[index].id)
        for check in _active(SUMMARY_CHECKS, context)
        for index, message in check.function(texts, evidence)
    ]


def check_draft(segments: Sequence[Segment], context: Context = USUAL) -> list[Finding]:
    """Hop two: what is wrong with the Khmer, sentence by sentence and as a whole."""
    alone = [finding for segment in segments for finding in check_segment(segment, context)]
    return alone + check_together(segments, context)


def check_segment(segment: Segment, context: Context = USUAL) -> list[Finding]:
    """Hop two for one sentence by itself: it stays the same whatever becomes of the others."""
    return [
        Finding(check.id, check.severity, message, segment.id)
        for check in _active(SEGMENT_CHECKS, context)
        for message in check.function(segment.source, segment.target)
    ]


def check_together(segments: Sequence[Segment], context: Context = USUAL) -> list[Finding]:
    """Hop two for what depends on all sentences: names, quotation marks, the glossary."""
    return [
        Finding(check.id, check.severity, message, where)
        for check in _active(DRAFT_CHECKS, context)
        for where, message in check.function(segments, context)
    ]


def check_bounds(
    sentences: Sequence[SummarySentence],
    segments: Sequence[Segment],
    bound: tuple[int, int],
    context: Context = USUAL,
) -> list[Finding]:
    """Both hops: what is longer than the words and the characters of ``bound``, 0 for none."""
    active = _active([BOUNDS], context)
    return [
        Finding(check.id, check.severity, message, where)
        for check in active
        for where, message in check.function(sentences, segments, *bound)
    ]


def check_pair(source: str, target: str, context: Context = USUAL) -> list[Finding]:
    """Hop two for one English sentence and its Khmer, which come from anywhere."""
    return check_draft([Segment("k1", "s1", source, target)], context)


def _active(checks: Iterable[Check[Any]], context: Context) -> list[Check[Any]]:
    return [check for check in checks if check.id not in context.skip]
