"""Datelines: where, when and by whom a story was written, before its first sentence."""

import re
from functools import cache
from typing import Final

from summarize.glossary.store import shipped_terms
from summarize.wordlists import word_set

_LONGEST: Final = 120
"""Characters before the first sentence that may be a dateline."""
_MONTH: Final = r"(?i:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-zA-Z]*\.?"
_DATE: Final = (
    rf"(?:(?:[A-Z][a-z]+day,? )?(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?)"
)
_WORD: Final = r"[A-Z][\w’'.-]*"
_PLACE: Final = rf"{_WORD}(?: (?:{_WORD}|of|de|la)){{0,4}}(?:, {_WORD}(?: {_WORD}){{0,3}}){{0,2}}"
_AGENCY: Final = r"\([A-Z][\w .&’'/-]{1,40}\)"
_DASH: Final = r"(?:\s*[–—―]\s*|\s+--?\s+|--\s*)"
_DATELINE: Final = re.compile(
    rf"(?P<place>{_PLACE})(?:,? (?P<date>{_DATE}))?,?(?: ?(?P<agency>{_AGENCY})(?:,? {_DATE})?)?"
    rf"(?:(?P<mark>{_DASH}|:\s+)(?=[“\"‘'(]?[A-Z0-9$€£])|(?P<end>\s*(?:--?|[–—:])?$))"
)
_BRACKETED: Final = re.compile(
    rf"\((?P<place>{_PLACE})(?:,? {_DATE})?\)(?:{_DASH}|:\s+|\s+)(?=[“\"A-Z0-9])"
)
_LABELS: Final = word_set(
    """
    ADVISORY AI ALERT ANALYSIS ASEAN BREAKING BRIEF BUSINESS CLARIFICATION COLUMN COMMENT
    CORRECTED CORRECTION COVID DEVELOPING EDITORIAL EXCLUSIVE EXPLAINED EXPLAINER FACT FACTBOX
    FEATURE FIFA FLASH FOCUS GRAPHIC HEADLINE INSIGHT INTERPOL INTERVIEW LEAD LIVE NATO NEWS
    NOTE OPEC OPINION PHOTOS PREVIEW PROFILE QUESTION ANSWER REVIEW SPECIAL SPORTS STORY
    SUMMARY TIMELINE UNESCO UNICEF UPDATE URGENT VIDEO WARNING WATCH WHO WORLD Q A UN EU US USA
    UK NGO GDP CEO TV ADB IMF WTO
    """
)
"""Words in capitals before a dash that name no place."""


def part_dateline(text: str) -> tuple[str, str]:
    """The dateline of ``text`` without what parts it from the sentence, and the rest of ``text``.

    A place needs a date or an agency beside it, or capitals, or must be a place that is known; else
    the dateline is "" and the rest is ``text``.
    """
    start = text[:_LONGEST]
    found = _BRACKETED.match(start)
    if found and _is_known(found["place"]):
        return found[0].strip(" :–—―-"), text[found.end() :]
    found = _DATELINE.match(start)
    if found is None or (found["mark"] is None and len(text) > len(start)):
        return "", text
    if not _is_dateline(found):
        return "", text
    end = found.start("mark") if found["mark"] else found.start("end")
    return start[:end].rstrip(" ,"), text[found.end() :]


def _is_dateline(found: re.Match[str]) -> bool:
    place, is_dash = found["place"], not (found["mark"] or ":").startswith(":")
    if _LABELS.intersection(re.split(r"[\s,]+", place.rstrip("."))):
        return False
    if found["agency"] or found["date"]:
        return is_dash or bool(found["agency"]) or _is_known(place)
    if found["mark"] is None:
        return False  # a place alone is a heading
    if _is_known(place):
        return True
    return is_dash and place.isupper() and len(place) > 3


def _is_known(place: str) -> bool:
    """Whether each part of ``place`` between commas, or the last one, is a known place."""
    parts = [part.strip().casefold() for part in place.split(",")]
    return parts[-1].removesuffix(" province") in _known()


@cache
def _known() -> frozenset[str]:
    """Countries, provinces and cities of the glossary that comes with the program, folded."""
    terms = (term for term in shipped_terms() if term.note in ("place", "city"))
    return frozenset(term.source.casefold() for term in terms)
