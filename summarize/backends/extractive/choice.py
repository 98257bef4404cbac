"""The choice itself: by which path, and what is given where nothing may be chosen."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from functools import partial

from summarize.backends.base import CHARACTERS_A_WORD, SummarySpec
from summarize.backends.extractive.field import Field, survey
from summarize.backends.extractive.interviews import quotes
from summarize.backends.extractive.naming import Names
from summarize.backends.extractive.parameters import Parameters
from summarize.backends.extractive.selection import Needs, admissible, select
from summarize.backends.extractive.whole import kept_whole
from summarize.english.stems import tokens
from summarize.records import Article

WORDS_A_SENTENCE = 20
"""Of news, to weigh for as many sentences as a bound has room for."""
FULL = 0.75
"""Share of a bound from which a summary fills it."""
MOST_LISTED = 3
"""Longest summary for which every set is weighed."""

OPENING = 12
"""Usable sentences at the head of an article from which these sets are drawn: 298 sets at most."""
FURTHER = 4
"""Sentences behind them that are drawn as well where only they have what the kind demands."""


def choose(
    article: Article, spec: SummarySpec, parameters: Parameters, names: Names | None = None
) -> list[int]:
    """Indices of the chosen sentences, rising. ``names`` are as for :func:`survey`.

    They obey every rule, however few they are. Where none does, the best single sentence is
    chosen without regard to context, and where none is usable, the best there is.
    """
    texts = [sentence.text for sentence in article.sentences]
    bounded = bool(spec.words or spec.characters)
    if bounded and spec.holds(" ".join(texts)):
        return kept_whole(texts, len(texts)) or []
    whole = None if bounded or spec.form == "points" else kept_whole(texts, spec.sentences)
    if whole is not None:
        return whole
    field = survey(article, _target(spec), parameters, spec, names)
    if spec.form == "points":
        field = alone(field)
    if spec.form == "push":
        return headmost(field, spec, parameters) or choose_greedily(article, field)
    if bounded:
        return within(field, spec, parameters) or choose_greedily(article, replace(field, length=1))
    return best_set(field, parameters) or choose_greedily(article, field)


def _target(spec: SummarySpec) -> int:
    """The number of sentences that are weighed for."""
    if spec.form == "push":
        return 1
    words = spec.words or spec.characters // CHARACTERS_A_WORD
    return max(1, round(words / WORDS_A_SENTENCE)) if words else spec.sentences


def best_set(field: Field, parameters: Parameters) -> list[int]:
    """Choose the set worth most; none where the summary is long or no set is full."""
    value = partial(_value, field, parameters)
    best: tuple[int, ...] = max(listed(field), key=value, default=())
    return list(best)


def _value(field: Field, parameters: Parameters, chosen: tuple[int, ...]) -> tuple[float, ...]:
    """What a set is worth: first by what the kind of the article demands."""
    met = (float(not must.isdisjoint(chosen)) for must in field.musts)
    return (*met, field.table.features(chosen).value(parameters))


def alone(field: Field) -> Field:
    """``field`` with only what stands by itself, where that is enough."""
    apart = [i for i in field.candidates if not field.needs[i]]
    return replace(field, candidates=apart) if len(apart) >= field.length else field


def headmost(field: Field, spec: SummarySpec, parameters: Parameters) -> list[int]:
    """The news where it fits and stands alone, else what is worth most of what does."""
    apart = [i for i in field.candidates if not field.needs[i] and spec.holds(field.texts[i])]
    first = field.candidates[0] if field.news is None and field.candidates else field.news
    if first in apart:
        return [i for i in apart if i == first]
    told = [i for i in apart if not quotes(field.texts[i])] or apart
    return sorted(told, key=lambda i: _value(field, parameters, (i,)), reverse=True)[:1]


def within(field: Field, spec: SummarySpec, parameters: Parameters) -> list[int]:
    """The best set that fills the bound, then what still fits, in order; none may fit."""

    def fits(chosen: Iterable[int]) -> bool:
        return spec.holds(_text(field, chosen))

    def value(chosen: tuple[int, ...]) -> tuple[float, ...]:
        *met, worth = _value(field, parameters, chosen)
        return (*met, min(FULL, spec.share(_text(field, chosen))), worth)

    sizes = range(min(MOST_LISTED, spec.sentences), 0, -1)
    sets = [each for size in sizes for each in listed(replace(field, length=size)) if fits(each)]
    best: tuple[int, ...] = max(sets, key=value, default=())
    chosen = set(best)
    while chosen and len(chosen) < spec.sentences:
        more = (i for i in field.candidates if i not in chosen and _may_join(field, i, chosen))
        following = next((i for i in more if fits([*chosen, i])), None)
        if following is None:
            break
        chosen.add(following)
    return sorted(chosen)


def _text(field: Field, chosen: Iterable[int]) -> str:
    return " ".join(field.texts[i] for i in sorted(chosen))


def _may_join(field: Field, index: int, chosen: Collection[int]) -> bool:
    needs = field.needs[index]
    return not needs or any(need in chosen for need in needs)


def listed(field: Field) -> list[tuple[int, ...]]:
    """List the admissible sets of as many sentences as asked for."""
    if not 1 <= field.length <= MOST_LISTED:
        return []
    opening = field.candidates[:OPENING]
    behind = field.candidates[OPENING:]
    for must in field.musts:
        if must.isdisjoint(opening):
            opening += [i for i in behind if i in must and i not in opening][:FURTHER]
    return list(admissible(sorted(opening), field.needs, field.length))


def choose_greedily(article: Article, field: Field) -> list[int]:
    """Add sentence by sentence, as long as the rules allow."""
    anything = [i for i, sentence in enumerate(article.sentences) if tokens(sentence.text)]
    free: Needs = [()] * len(article.sentences)
    value, one = field.worth.of, min(1, field.length)
    return (
        select(field.candidates, field.needs, field.length, value)
        or select(field.usable, free, one, value)
        or select(anything, free, one, value)
    )
