"""From English sentences to Khmer worth showing: translate, normalise, check, try again, mend.

Where a name whose Khmer is known has become another, one that the model knows goes in instead.
What a check doubts is decoded once more with a wider beam, of which several hypotheses are looked
at. Where a number or a term of the glossary is missing still, the sentence goes in with
placeholders for them, where a month or weekday is, with its date at the front. Numbers and dates
that stay wrong are looked for in many hypotheses, and where an error is left, the sentence goes in
clause by clause. The candidate with the least severe findings is kept, and among equals the one the
model finds likeliest.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from statistics import fmean
from typing import Final

from summarize.articles.sentences import split_quotation
from summarize.backends.base import Candidate, OffersCandidates, TranslationSpec, Translator
from summarize.checks import USUAL, Context, check_pair
from summarize.drafting.choose import best, ranked
from summarize.drafting.clauses import as_sentence, split_clauses
from summarize.drafting.fronting import date_first
from summarize.drafting.known import missing, wanted
from summarize.drafting.obey import by_sound, in_brackets
from summarize.drafting.protect import (
    Protected,
    protect_names,
    protect_numbers,
    protect_terms,
    restored,
)
from summarize.drafting.repair import Repaired, repair
from summarize.khmer.normalise import draft_text
from summarize.records import Finding

FAILURES = frozenset({"untranslated", "truncation", "degeneration"})
"""Checks whose error means that decoding went wrong, not only that a detail did."""

STRANGERS: Final = frozenset({"invented_person", "invented_place", "swapped_place"})
"""Checks whose error means that the Khmer names somebody or some place that is not meant."""

VERSION: Final = 7
"""To be raised when the same model would come to another draft, or to know more of one: it is part
of the cache key."""

SPEC: Final = TranslationSpec()
CAREFUL: Final = replace(SPEC, careful=True)
KHMER_STOPS: Final = "។៕. "
HYPOTHESES: Final = 4
"""How many of the careful beam are looked at."""
WIDEST: Final = 16
"""The same where a number or a date stays wrong. Of 19 such sentences that four hypotheses of the
embedded translator left, with placeholders or without, sixteen set 10 right."""
AT_ONCE: Final = 2
"""How many of the first beam are asked for: no wider than that of any model, it costs nothing."""
ALTERNATIVES: Final = 3
"""The most other wordings that people are offered."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """The Khmer of one sentence, and what the program put right in it, "" for nothing.

    ``alternatives`` are other wordings, the soundest first. ``score`` is the mean log-probability
    of the tokens to the model, ``None`` where the translator does not tell.
    """

    target: str
    mended: str = ""
    alternatives: tuple[str, ...] = ()
    score: float | None = None


def draft(
    translator: Translator, sentences: Sequence[str], context: Context = USUAL
) -> list[Drafted]:
    """Khmer for each sentence, normalised: the best of one to eight attempts. ``ModelError``.

    Of the first beam only the likeliest competes; the other is a further wording for people.
    """
    first = _first(translator, sentences)
    found = [own[:1] for own in first]
    kept = [own[0].text for own in found]
    for attempt, is_left in _LADDER:
        left = [i for i, text in enumerate(kept) if is_left(sentences[i], text, context)]
        more = attempt(translator, [sentences[i] for i in left], context) if left else []
        for i, candidates in zip(left, more, strict=True):
            found[i] += candidates
            kept[i] = best(found[i], sentences[i], context).text
    drafted = [
        _drafted(source, tried, own[1:], context)
        for source, tried, own in zip(sentences, found, first, strict=True)
    ]
    if isinstance(translator, OffersCandidates):
        return drafted
    return [replace(one, score=None) for one in drafted]


def is_doubtful(source: str, target: str, context: Context = USUAL) -> bool:
    """Whether a check finds an error in ``target``, or a warning."""
    return any(finding.severity != "info" for finding in check_pair(source, target, context))


def has_error(source: str, target: str, context: Context = USUAL) -> bool:
    """Whether a check finds an error in ``target`` that cannot be mended."""
    return any(finding.severity == "error" for finding in _left(source, target, context))


def finds(*checks: str) -> Callable[[str, str, Context], bool]:
    """Whether one of ``checks`` finds in a target what cannot be mended: a test of both texts."""

    def found(source: str, target: str, context: Context) -> bool:
        return any(finding.check in checks for finding in _left(source, target, context))

    return found


def lacks_name(source: str, target: str, context: Context) -> bool:
    """Whether a name whose Khmer is known is not in ``target``, nor can be put there."""
    return bool(missing(source, put_right(source, target, context).target, context.glossary))


def put_right(source: str, target: str, context: Context) -> Repaired:
    """``target`` with the numbers, dates and names in which only one thing can be meant."""
    repaired = repair(source, target)
    named = by_sound(source, repaired.target, context.glossary)
    return Repaired(named.target, " ".join(filter(None, [repaired.note, named.note])))


def _left(source: str, target: str, context: Context) -> Sequence[Finding]:
    return check_pair(source, put_right(source, target, context).target, context)


def is_failure(source: str, target: str) -> bool:
    """Whether decoding failed: such a draft is shown with its findings, and never stored."""
    return any(finding.check in FAILURES for finding in check_pair(source, target))


def _drafted(
    source: str, tried: Sequence[Candidate], spare: Sequence[Candidate], context: Context
) -> Drafted:
    kept = best(tried, source, context)
    right = put_right(source, kept.text, context)
    chosen = in_brackets(source, right.target, context.glossary)
    mended = [
        replace(one, text=put_right(source, one.text, context).target) for one in (*tried, *spare)
    ]
    different = dict.fromkeys(one.text for one in ranked(mended, source, context))
    fit = (text for text in different if text != right.target and _is_offered(source, text))
    note = " ".join(filter(None, [right.note, chosen.note]))
    return Drafted(chosen.target, note, tuple(islice(fit, ALTERNATIVES)), kept.score)


def _is_offered(source: str, text: str) -> bool:
    """Whether people may be offered ``text``: never one that names whom the English does not."""
    found = {finding.check for finding in check_pair(source, text) if finding.severity == "error"}
    return found.isdisjoint(FAILURES | STRANGERS)


def _first(translator: Translator, sentences: Sequence[str]) -> list[list[Candidate]]:
    return _attempt(translator, _in_parts(map(Protected, sentences)), SPEC, AT_ONCE)


def _careful(translator: Translator, sentences: Sequence[str], _: Context) -> list[list[Candidate]]:
    return _attempt(translator, _in_parts(map(Protected, sentences)), CAREFUL, HYPOTHESES)


def _widest(translator: Translator, sentences: Sequence[str], _: Context) -> list[list[Candidate]]:
    """Nothing from a translator that has one translation only: it was given."""
    if not isinstance(translator, OffersCandidates):
        return [[] for _ in sentences]
    return _attempt(translator, _in_parts(map(Protected, sentences)), CAREFUL, WIDEST)


def _with_names(
    translator: Translator, sentences: Sequence[str], context: Context
) -> list[list[Candidate]]:
    names = [wanted(text, context.glossary) for text in sentences]
    kept = [protect_names(text, own) for text, own in zip(sentences, names, strict=True)]
    return _protected(translator, kept)


def _with_numbers(
    translator: Translator, sentences: Sequence[str], _: Context
) -> list[list[Candidate]]:
    return _protected(translator, [protect_numbers(text) for text in sentences])


def _with_terms(
    translator: Translator, sentences: Sequence[str], context: Context
) -> list[list[Candidate]]:
    return _protected(translator, [protect_terms(text, context.glossary) for text in sentences])


def _protected(translator: Translator, kept: Sequence[Protected]) -> list[list[Candidate]]:
    """With placeholders; nothing for a sentence without any.

    Instruct models, which offer no candidates, are left out: they copy numbers as they are, and
    are told the terms.
    """
    if not isinstance(translator, OffersCandidates):
        return [[] for _ in kept]
    groups = [own if one.kept else [] for one, own in zip(kept, _in_parts(kept), strict=True)]
    return _attempt(translator, groups, CAREFUL, HYPOTHESES)


def _with_date_first(
    translator: Translator, sentences: Sequence[str], _: Context
) -> list[list[Candidate]]:
    """Nothing for a sentence whose date has to stay where it is."""
    groups = [[Protected(text)] if (text := date_first(one)) else [] for one in sentences]
    return _attempt(translator, groups, CAREFUL, HYPOTHESES)


def _in_clauses(
    translator: Translator, sentences: Sequence[str], _: Context
) -> list[list[Candidate]]:
    """Nothing for a sentence that is one clause: it was tried as such."""
    parts = [[Protected(as_sentence(own)) for own in split_clauses(text)] for text in sentences]
    divided = [own if len(own) > 1 else [] for own in parts]
    return _attempt(translator, divided, CAREFUL, 1, within=KHMER_STOPS)


def _in_parts(sentences: Iterable[Protected]) -> list[list[Protected]]:
    """The sentences of each quotation one by one."""
    return [[one.part(text) for text in split_quotation(one.text)] for one in sentences]


def _attempt(
    translator: Translator,
    groups: Sequence[Sequence[Protected]],
    spec: TranslationSpec,
    most: int,
    within: str = "",
) -> list[list[Candidate]]:
    """Candidates for each group of parts that make up one sentence; none for an empty group.

    None either where a part has lost a placeholder in all of its translations. The characters
    ``within`` are taken off the ends of parts that others follow.
    """
    flat = [part.text for own in groups for part in own]
    found = iter(_translations(translator, flat, spec, most) if flat else [])
    parts = [[restored(part, next(found)) for part in own] for own in groups]
    return [_joined(own, within) if all(own) else [] for own in parts]


def _translations(
    translator: Translator, sentences: Sequence[str], spec: TranslationSpec, most: int
) -> list[list[Candidate]]:
    if isinstance(translator, OffersCandidates):
        return translator.candidates(sentences, spec, most)
    return [[Candidate(text, 0.0)] for text in translator.translate(sentences, spec)]


def _joined(parts: Sequence[Sequence[Candidate]], within: str) -> list[Candidate]:
    """The best of every part as one text, then the second best, as far as any part has one."""
    ranks = range(max((len(own) for own in parts), default=0))
    chosen = ([own[min(rank, len(own) - 1)] for own in parts] for rank in ranks)
    return [
        Candidate(draft_text(_text(own, within)), fmean(part.score for part in own))
        for own in chosen
    ]


def _text(parts: Sequence[Candidate], within: str) -> str:
    *first, last = (part.text for part in parts)
    return " ".join([*(text.rstrip(within) if within else text for text in first), last])


_LADDER: Final = (
    (_with_names, lacks_name),
    (_careful, is_doubtful),
    (_with_numbers, finds("numbers")),
    (_with_date_first, finds("months_weekdays", "wrong_dates")),
    (_widest, finds("numbers", "months_weekdays", "wrong_dates")),
    (_with_terms, finds("glossary_required", "glossary_advice")),
    (_in_clauses, has_error),
)
"""The attempts after the first, each with what must be left for it; the cheap ones come first."""
