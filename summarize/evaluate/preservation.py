"""What must come through a translation: numbers, months and weekdays, names, terms."""

import re
from collections.abc import Callable, Sequence
from typing import Final

from summarize.checks import months_weekdays, numbers
from summarize.evaluate.pairs import Pair
from summarize.evaluate.place_names import PLACES
from summarize.evaluate.rate import Rate
from summarize.glossary import Glossary, Term
from summarize.glossary.match import is_rendered, occurrences

_DIGIT: Final = re.compile(r"[0-9]")
_ACRONYM: Final = re.compile(r"\b[A-Z][A-Z0-9-]*[A-Z]\b|\b[A-Z]+[0-9]+\b")
_COUNTRIES: Final = Glossary(tuple(Term(*names) for names in PLACES.items()))


def preservation(pairs: Sequence[Pair], glossary: Glossary) -> dict[str, Rate]:
    """By kind: of the lines that have something of the kind, those in which all of it came through.

    ``numbers`` are lines with a digit, in which no number is lost, changed or invented. Of
    ``countries`` one Khmer name each counts, of ``acronyms`` the Latin letters; people write
    otherwise too, so compare these two with what the references reach. ``terms`` are those of
    ``glossary``.
    """
    return {
        "numbers": _rate(pairs, _has_digit, lambda p: not numbers.check(p.source, p.target)),
        "months_weekdays": _rate(
            pairs, _has_date, lambda p: not any(months_weekdays.difference(p.source, p.target))
        ),
        "countries": _terms(pairs, _COUNTRIES),
        "acronyms": _rate(pairs, _has_acronym, _acronyms_kept),
        "terms": _terms(pairs, glossary),
    }


def _rate(pairs: Sequence[Pair], has: Callable[[str], bool], kept: Callable[[Pair], bool]) -> Rate:
    chosen = [pair for pair in pairs if has(pair.source)]
    return Rate(sum(map(kept, chosen)), len(chosen))


def _terms(pairs: Sequence[Pair], glossary: Glossary) -> Rate:
    found = [
        (pair.target, terms) for pair in pairs if (terms := occurrences(glossary, pair.source))
    ]
    kept = (all(is_rendered(term, khmer) for term in terms) for khmer, terms in found)
    return Rate(sum(kept), len(found))


def _has_digit(text: str) -> bool:
    return bool(_DIGIT.search(text))


def _has_date(text: str) -> bool:
    missing, _ = months_weekdays.difference(text, "")
    return bool(missing)


def _has_acronym(text: str) -> bool:
    return bool(_ACRONYM.search(text))


def _acronyms_kept(pair: Pair) -> bool:
    return all(name in pair.target for name in _ACRONYM.findall(pair.source))
