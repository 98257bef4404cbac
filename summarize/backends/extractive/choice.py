"""The choice itself: what may be chosen, by which path, and what is given where nothing may."""

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from summarize.backends.extractive.context import Need, need_of
from summarize.backends.extractive.parameters import Parameters
from summarize.backends.extractive.scoring import Worth, weigh
from summarize.backends.extractive.selection import Needs, admissible, select
from summarize.backends.extractive.sets import Table, tabulate
from summarize.backends.extractive.usable import inside_quotations, is_usable
from summarize.backends.extractive.words import tokens
from summarize.records import Article, Sentence

ALIKE = 0.5
"""Share of common pairs of words from which two sentences say the same."""

MOST_LISTED = 3
"""Longest summary for which every set is weighed."""

OPENING = 12
"""Usable sentences at the head of an article from which these sets are drawn: 298 sets at most."""


@dataclass(frozen=True, slots=True)
class Field:
    """One article made ready: what may be chosen, what it needs, and what it is worth."""

    usable: list[int]
    candidates: list[int]
    needs: Needs
    worth: Worth
    table: Table
    length: int


def choose(article: Article, length: int, parameters: Parameters) -> list[int]:
    """Indices of the chosen sentences, rising.

    They obey every rule, however few they are. Where none does, the best single sentence is
    chosen without regard to context, and where none is usable, the best there is.
    """
    field = survey(article, length, parameters)
    return best_set(field, parameters) or choose_greedily(article, field)


def survey(article: Article, length: int, parameters: Parameters) -> Field:
    """Apply the rules to an article and weigh its sentences for ``length`` of them."""
    sentences = article.sentences
    texts = [sentence.text for sentence in sentences]
    usable = usable_indices(sentences)
    places = [bisect_left(usable, index) for index in range(len(texts))]
    worth = weigh(texts, places, article.title, length, parameters)
    candidates = _without_repeats(usable, worth)
    table = tabulate(texts, places, worth, length)
    return Field(usable, candidates, needs_of(sentences, candidates), worth, table, length)


def best_set(field: Field, parameters: Parameters) -> list[int]:
    """Choose the set worth most; none where the summary is long or no set is full."""

    def value(chosen: tuple[int, ...]) -> float:
        return field.table.features(chosen).value(parameters)

    best: tuple[int, ...] = max(listed(field, parameters), key=value, default=())
    return list(best)


def listed(field: Field, parameters: Parameters) -> list[tuple[int, ...]]:
    """List the admissible sets of as many sentences as asked for, or one fewer if long enough."""
    if not 1 <= field.length <= MOST_LISTED:
        return []
    opening, fewer = field.candidates[:OPENING], max(2, field.length - 1)
    shorter = admissible(opening, field.needs, fewer) if fewer < field.length else ()
    enough = parameters.full * field.length
    return [
        *admissible(opening, field.needs, field.length),
        *(chosen for chosen in shorter if field.table.words(chosen) >= enough),
    ]


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


def usable_indices(sentences: Sequence[Sentence]) -> list[int]:
    """Indices of the sentences that may stand in a summary."""
    inside = inside_quotations(sentences)
    return [i for i, s in enumerate(sentences) if s.id not in inside and is_usable(s.text)]


def needs_of(sentences: Sequence[Sentence], candidates: Sequence[int]) -> Needs:
    """For each sentence, those of which one must be chosen with it (see :class:`Need`)."""
    lead = candidates[0] if candidates else 0
    return [
        _needed(index, need_of(sentence.text), lead) for index, sentence in enumerate(sentences)
    ]


def _needed(index: int, need: Need, lead: int) -> Collection[int]:
    if index == 0:  # nothing was left out before it
        return ()
    if need is Need.PREVIOUS:
        return {index - 1}
    if need is Need.TOPIC and index > lead:
        return {index - 1, lead}
    return ()


def _without_repeats(usable: Sequence[int], worth: Worth) -> list[int]:
    """Leave out what repeats an earlier sentence."""
    kept: list[int] = []
    for index in usable:
        if all(worth.alike(index, other) < ALIKE for other in kept):
            kept.append(index)
    return kept
