"""What the work on drafts took: seconds in the page and characters changed, by model."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, median

from summarize.review.distance import post_edit_distance
from summarize.review.records import Reviewed, State
from summarize.review.store import ReviewStore


@dataclass(frozen=True, slots=True)
class Effort:
    """What one segment took: ``seconds`` of work, and the post-edit ``distance`` of its text.

    ``model`` is the signature of what drafted it. Nobody's name is kept with it.
    """

    key: str
    model: str
    state: State
    seconds: float
    distance: float


@dataclass(frozen=True, slots=True)
class Sum:
    """What the segments that one model drafted took together: ``seconds``, and the mean distance.

    ``median`` is of the seconds a segment.
    """

    model: str
    segments: int
    approved: int
    seconds: float
    median: float
    distance: float


def efforts(store: ReviewStore) -> list[Effort]:
    """The segments that somebody has worked on in the page, in order. Raises ``ReviewError``.

    The time is that of an English sentence: where an article has it twice, its first segment has
    all of it.
    """
    spent = store.effort()
    models: dict[str, str] = {}
    found = []
    for one in store.segments():
        seconds = spent.pop((one.article, one.source), 0.0)
        if seconds:
            if one.article not in models:
                models[one.article] = _model(store, one.article)
            found.append(_effort(one, models[one.article], seconds))
    return found


def sums(found: Sequence[Effort]) -> list[Sum]:
    """``found`` by model, in the order of their first segments."""
    by_model = defaultdict[str, list[Effort]](list)
    for one in found:
        by_model[one.model].append(one)
    return [_sum(model, own) for model, own in by_model.items()]


def _model(store: ReviewStore, article: str) -> str:
    draft = store.article(article).draft
    return draft.signature if draft else ""


def _effort(one: Reviewed, model: str, seconds: float) -> Effort:
    return Effort(one.key, model, one.state, seconds, post_edit_distance(one.draft, one.target))


def _sum(model: str, own: Sequence[Effort]) -> Sum:
    seconds = [one.seconds for one in own]
    return Sum(
        model,
        len(own),
        sum(one.state == "approved" for one in own),
        sum(seconds),
        median(seconds),
        fmean(one.distance for one in own),
    )
