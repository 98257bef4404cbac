"""From English sentences to Khmer worth showing: translate, normalise, check, try again, mend.

Where a name whose Khmer is known has become another, one that the model knows goes in instead.
What a check doubts is decoded once more with a wider beam, of which several hypotheses are looked
at. Where a number or a term of the glossary is missing still, the sentence goes in with
placeholders for them, where a month or weekday is, with its date at the front. Numbers and dates
that stay wrong are looked for in many hypotheses, and where an error is left, the sentence goes in
clause by clause. The candidate with the least severe findings is kept, and among equals the one the
model finds likeliest; the words of it that the model finds unlikely are told.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from statistics import fmean
from typing import Final

from summarize.articles.sentences import split_quotation
from summarize.backends.base import (
    Candidate,
    OffersCandidates,
    OffersCandidatesAsReady,
    TranslationSpec,
    Translator,
)
from summarize.checks import USUAL, Context, check_pair
from summarize.drafting.choose import best, ranked
from summarize.drafting.clauses import as_sentence, split_clauses
from summarize.drafting.doubts import doubtful
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
from summarize.records import Finding, Stretch

FAILURES = frozenset({"untranslated", "truncation", "degeneration"})
"""Checks whose error means that decoding went wrong, not only that a detail did."""

STRANGERS: Final = frozenset({"invented_person", "invented_place", "swapped_place"})
"""Checks whose error means that the Khmer names somebody or some place that is not meant."""

VERSION: Final = 8
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
AT_A_TIME: Final = 8
"""Sentences that a translator is given at a time that tells of none before all are done and, as it
offers no candidates, drafts each for itself: what is done can be kept and shown."""
ALTERNATIVES: Final = 3
"""The most other wordings that people are offered."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """The Khmer of one sentence, and what the program put right in it, "" for nothing.

    ``alternatives`` are other wordings, the soundest first. ``score`` is the mean log-probability
    of the tokens to the model, ``None`` where the translator does not tell; ``doubtful`` are the
    words of ``target`` that it found unlikely.
    """

    target: str
    mended: str = ""
    alternatives: tuple[str, ...] = ()
    score: float | None = None
    doubtful: tuple[Stretch, ...] = ()


Ready = Iterator[list[tuple[int, list[Candidate]]]]
"""What an attempt brings, with the positions of the sentences, as it is ready."""


def draft(
    translator: Translator, sentences: Sequence[str], context: Context = USUAL
) -> list[Drafted]:
    """Khmer for each sentence, normalised: the best of one to eight attempts. ``ModelError``."""
    found = dict(one for ready in drafts(translator, sentences, context) for one in ready)
    return [found[i] for i in range(len(sentences))]


def drafts(
    translator: Translator, sentences: Sequence[str], context: Context = USUAL
) -> Iterator[list[tuple[int, Drafted]]]:
    """What :func:`draft` gives, with its positions, in groups as they are ready. ``ModelError``.

    Each attempt takes all the sentences that are left for it together, so that models get full
    batches; a sentence that no further attempt is left for is ready at once.
    """
    found: list[list[Candidate]] = [[] for _ in sentences]
    spare: list[list[Candidate]] = [[] for _ in sentences]
    left: list[list[int]] = [list(range(len(sentences))), *([] for _ in _LADDER)]
    for rung, attempt in enumerate((_first, *(attempt for attempt, _ in _LADDER))):
        own = sorted(left[rung])
        for batch in attempt(translator, [sentences[i] for i in own], context):
            ready = []
            for i, candidates in ((own[n], candidates) for n, candidates in batch):
                if rung == 0:  # of the first beam only the likeliest competes
                    candidates, spare[i] = candidates[:1], candidates[1:]
                found[i] += candidates
                following = _following(rung, sentences[i], found[i], context)
                if following is None:
                    drafted = _drafted(sentences[i], found[i], spare[i], context)
                    ready.append((i, _without_score(drafted, translator)))
                else:
                    left[following].append(i)
            if ready:
                yield _with_doubts(translator, sentences, ready, context)


def _following(rung: int, source: str, found: Sequence[Candidate], context: Context) -> int | None:
    """The next attempt after ``rung`` that a sentence is left for; ``None`` where there is none."""
    kept = best(found, source, context).text
    tests = enumerate((is_left for _, is_left in _LADDER[rung:]), start=rung + 1)
    return next((n for n, is_left in tests if is_left(source, kept, context)), None)


def _with_doubts(
    translator: Translator,
    sentences: Sequence[str],
    ready: Sequence[tuple[int, Drafted]],
    context: Context,
) -> list[tuple[int, Drafted]]:
    pairs = [(sentences[i], one.target) for i, one in ready]
    doubts = doubtful(translator, pairs, context.glossary)
    return [(i, replace(one, doubtful=own)) for (i, one), own in zip(ready, doubts, strict=True)]


def _without_score(drafted: Drafted, translator: Translator) -> Drafted:
    """A translator that offers no candidates tells no score either."""
    known = isinstance(translator, OffersCandidates)
    return drafted if known else replace(drafted, score=None)


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


def _first(translator: Translator, sentences: Sequence[str], _: Context) -> Ready:
    return _attempt(translator, _in_parts(map(Protected, sentences)), SPEC, AT_ONCE)


def _careful(translator: Translator, sentences: Sequence[str], _: Context) -> Ready:
    return _attempt(translator, _in_parts(map(Protected, sentences)), CAREFUL, HYPOTHESES)


def _widest(translator: Translator, sentences: Sequence[str], _: Context) -> Ready:
    """Nothing from a translator that has one translation only: it was given."""
    if not isinstance(translator, OffersCandidates):
        return _nothing(sentences)
    return _attempt(translator, _in_parts(map(Protected, sentences)), CAREFUL, WIDEST)


def _with_names(translator: Translator, sentences: Sequence[str], context: Context) -> Ready:
    names = [wanted(text, context.glossary) for text in sentences]
    kept = [protect_names(text, own) for text, own in zip(sentences, names, strict=True)]
    return _protected(translator, kept)


def _with_numbers(translator: Translator, sentences: Sequence[str], _: Context) -> Ready:
    return _protected(translator, [protect_numbers(text) for text in sentences])


def _with_terms(translator: Translator, sentences: Sequence[str], context: Context) -> Ready:
    return _protected(translator, [protect_terms(text, context.glossary) for text in sentences])


def _protected(translator: Translator, kept: Sequence[Protected]) -> Ready:
    """With placeholders; nothing for a sentence without any.

    Instruct models, which offer no candidates, are left out: they copy numbers as they are, and
    are told the terms.
    """
    if not isinstance(translator, OffersCandidates):
        return _nothing(kept)
    groups = [own if one.kept else [] for one, own in zip(kept, _in_parts(kept), strict=True)]
    return _attempt(translator, groups, CAREFUL, HYPOTHESES)


def _with_date_first(translator: Translator, sentences: Sequence[str], _: Context) -> Ready:
    """Nothing for a sentence whose date has to stay where it is."""
    groups = [[Protected(text)] if (text := date_first(one)) else [] for one in sentences]
    return _attempt(translator, groups, CAREFUL, HYPOTHESES)


def _in_clauses(translator: Translator, sentences: Sequence[str], _: Context) -> Ready:
    """Nothing for a sentence that is one clause: it was tried as such."""
    parts = [[Protected(as_sentence(own)) for own in split_clauses(text)] for text in sentences]
    divided = [own if len(own) > 1 else [] for own in parts]
    return _attempt(translator, divided, CAREFUL, 1, within=KHMER_STOPS)


def _nothing(sentences: Sequence[object]) -> Ready:
    return iter([[(i, []) for i in range(len(sentences))]])


def _in_parts(sentences: Iterable[Protected]) -> list[list[Protected]]:
    """The sentences of each quotation one by one."""
    return [[one.part(text) for text in split_quotation(one.text)] for one in sentences]


def _attempt(
    translator: Translator,
    groups: Sequence[Sequence[Protected]],
    spec: TranslationSpec,
    most: int,
    within: str = "",
) -> Ready:
    """Candidates for each group of parts that make up one sentence; none for an empty group.

    None either where a part has lost a placeholder in all of its translations. The characters
    ``within`` are taken off the ends of parts that others follow.
    """
    places = [(i, j) for i, own in enumerate(groups) for j in range(len(own))]
    found: list[dict[int, list[Candidate]]] = [{} for _ in groups]
    yield [(i, []) for i, own in enumerate(groups) if not own]
    flat = [groups[i][j].text for i, j in places]
    for batch in _translations(translator, flat, spec, most):
        whole = []
        for (i, j), candidates in ((places[n], candidates) for n, candidates in batch):
            found[i][j] = restored(groups[i][j], candidates)
            if len(found[i]) == len(groups[i]):
                parts = [found[i][n] for n in range(len(groups[i]))]
                whole.append((i, _joined(parts, within) if all(parts) else []))
        yield whole


def _translations(
    translator: Translator, sentences: Sequence[str], spec: TranslationSpec, most: int
) -> Ready:
    if not sentences:
        return
    if isinstance(translator, OffersCandidatesAsReady):
        yield from translator.candidates_as_ready(sentences, spec, most)
    elif isinstance(translator, OffersCandidates):
        yield list(enumerate(translator.candidates(sentences, spec, most)))
    else:
        for start in range(0, len(sentences), AT_A_TIME):
            found = translator.translate(sentences[start : start + AT_A_TIME], spec)
            yield [(start + n, [Candidate(text, 0.0)]) for n, text in enumerate(found)]


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
