"""One article made ready: what may be chosen, what that needs, and what it is worth."""

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from summarize.backends.base import SummarySpec
from summarize.backends.extractive.context import Need, need_of
from summarize.backends.extractive.interviews import is_interview, quotes, thesis
from summarize.backends.extractive.lists import is_telling, list_is_news, list_items
from summarize.backends.extractive.naming import Names, changes, names_of, put
from summarize.backends.extractive.nut_graph import news_index
from summarize.backends.extractive.parameters import Parameters
from summarize.backends.extractive.prices import priced
from summarize.backends.extractive.scoring import Worth, weigh
from summarize.backends.extractive.selection import Needs
from summarize.backends.extractive.sets import Table, tabulate
from summarize.backends.extractive.usable import inside_quotations, is_usable
from summarize.english.stems import content_stems, tokens
from summarize.records import Article, Sentence

ALIKE = 0.5
"""Share of common pairs of words from which two sentences say the same."""
REPEATED = 0.8
"""Share of the content of a sentence, its figures apart, from which it only repeats another."""
FEWEST_REPEATED = 4
"""Words of content from which the share above is no chance."""

FIGURE = re.compile(r"\d[\d.,]*")

USUAL = SummarySpec()

Musts = Sequence[frozenset[int]]
"""Sets of sentences, the most important first: of each, one has to be chosen."""


@dataclass(frozen=True, slots=True)
class Field:
    """One article made ready: what may be chosen, what it needs, and what it is worth.

    ``texts`` are the sentences as they would stand alone, names put in place; ``news`` is the nut
    graph, ``None`` where the lead is the news.
    """

    texts: list[str]
    usable: list[int]
    candidates: list[int]
    needs: Needs
    worth: Worth
    table: Table
    length: int
    news: int | None
    musts: Musts


def survey(
    article: Article,
    length: int,
    parameters: Parameters,
    spec: SummarySpec = USUAL,
    names: Names | None = None,
) -> Field:
    """Apply the rules to an article and weigh its sentences for ``length`` of them.

    ``names`` are those of the article, if they are there already.
    """
    sentences = article.sentences
    names = names or names_of(article)
    texts = [put(s.text, changes(s.text, names.namings(i), spec)) for i, s in enumerate(sentences)]
    items = [i for i in list_items(sentences) if is_telling(texts[i])]
    answers = (i for i in range(len(texts)) if names.is_answer(i))
    usable = sorted({*usable_indices(sentences), *items, *answers})
    news = None if is_interview(texts) else news_index([s.text for s in sentences], usable)
    order = _news_first(usable, news)
    places = _places(order, len(texts))
    worth = weigh(texts, places, article.title, length, parameters)
    candidates = _without_repeats(texts, order, worth)
    candidates = _without_anecdote(candidates, news, names, length)
    return Field(
        texts,
        usable,
        candidates,
        needs_of(texts, candidates, items),
        worth,
        tabulate(texts, places, worth, length),
        length,
        news,
        _musts(article, texts, candidates, news, items, length),
    )


def _news_first(usable: Sequence[int], news: int | None) -> list[int]:
    """The usable sentences as a reader in a hurry wants them: the anecdote last."""
    if news is None:
        return list(usable)
    return [i for i in usable if i >= news] + [i for i in usable if i < news]


def _without_anecdote(
    candidates: Sequence[int], news: int | None, names: Names, length: int
) -> list[int]:
    """Leave out the opening scene, and its people once more at the end, where enough is left."""
    if news is None:
        return list(candidates)
    behind = [i for i in candidates if i >= news]
    plain = [i for i in behind if not names.returns_to_scene(i, news)]
    full = (each for each in (plain, behind) if len(each) >= length)
    return next(full, list(candidates))


def _places(order: Sequence[int], count: int) -> list[int]:
    """The place of each sentence in ``order``; one that is not in it takes that of the next."""
    rank, rising = {index: place for place, index in enumerate(order)}, sorted(order)
    following = [bisect_left(rising, index) for index in range(count)]
    return [rank[rising[at]] if at < len(rising) else len(order) for at in following]


def _musts(
    article: Article,
    texts: Sequence[str],
    candidates: Sequence[int],
    news: int | None,
    items: Sequence[int],
    length: int,
) -> Musts:
    """What this article demands: its news first, and more by its kind."""
    opening = f"{article.title} {texts[candidates[0]] if candidates else ''}"
    first = {news} if news is not None else set(candidates[:1])
    told = {i for i in candidates if thesis(texts[i])}
    quoted = {i for i in candidates if quotes(texts[i])}
    demanded = [told, quoted, first] if is_interview(texts) and length > 1 else [first]
    if list_is_news(article.sentences, list_items(article.sentences), article.title):
        demanded += [set(items)]
    demanded += [set(priced(texts, opening))]
    if length == 1:
        demanded = demanded[:1]
    return [frozenset(each) & set(candidates) for each in demanded if each & set(candidates)]


def usable_indices(sentences: Sequence[Sentence]) -> list[int]:
    """Indices of the sentences that may stand in a summary."""
    inside = inside_quotations(sentences)
    return [i for i, s in enumerate(sentences) if s.id not in inside and is_usable(s.text)]


def needs_of(texts: Sequence[str], candidates: Sequence[int], items: Collection[int] = ()) -> Needs:
    """For each sentence, those of which one must be chosen with it (see :class:`Need`)."""
    lead, listed = candidates[0] if candidates else 0, frozenset(items)
    return [
        _item_needs(index, lead) if index in listed else _needed(index, need_of(text), lead)
        for index, text in enumerate(texts)
    ]


def _item_needs(index: int, lead: int) -> Collection[int]:
    return {lead} if index > lead else ()


def _needed(index: int, need: Need, lead: int) -> Collection[int]:
    if index == 0:  # nothing was left out before it
        return ()
    if need is Need.PREVIOUS:
        return {index - 1}
    if need is Need.TOPIC and index > lead:
        return {index - 1, lead}
    return ()


def _without_repeats(texts: Sequence[str], usable: Sequence[int], worth: Worth) -> list[int]:
    """Leave out what repeats an earlier sentence."""
    stems = [content_stems(tokens(text)) for text in texts]
    figures = [frozenset(FIGURE.findall(text)) for text in texts]
    kept: list[int] = []
    for index in usable:
        if not any(
            worth.alike(index, other) >= ALIKE
            or (figures[index] <= figures[other] and _repeats(stems[index], stems[other]))
            for other in kept
        ):
            kept.append(index)
    return kept


def _repeats(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one) >= FEWEST_REPEATED and len(one & other) >= REPEATED * len(one)
