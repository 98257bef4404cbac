"""What the commands of ``summarize review`` share, and what ``status`` and ``history`` print."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from statistics import fmean
from typing import Any, get_args

import typer

from summarize.cli.report import Reporter
from summarize.cli.trusting import load_settings
from summarize.confidence import LEVELS, Level, counted
from summarize.errors import UsageError
from summarize.memory.lookup import tolerant_learner
from summarize.records import Severity
from summarize.review.confidence import Weighed, of_article, sureness
from summarize.review.distance import post_edit_distance
from summarize.review.labels import article_named, label_of_key, labels
from summarize.review.records import STATES, Progress, Reviewed
from summarize.review.results import open_review
from summarize.review.store import ReviewStore
from summarize.session import check_context, open_memory

SEVERITIES: tuple[Severity, ...] = get_args(Severity)


@contextmanager
def opened(results: Path) -> Iterator[ReviewStore]:
    """The review of ``results`` with the glossary and the memory in force, closed at the end."""
    settings = load_settings()
    memory = open_memory(settings)
    learn = tolerant_learner(memory, Reporter().notify)
    store = open_review(results, check_context(settings), learn)
    try:
        yield store
    finally:
        store.close()
        memory.close()


def article_id(store: ReviewStore, name: str | None) -> str | None:
    """The id of the article called ``name``: its id, or the name of its file as listings have it.

    ``None`` for no name. Raises ``UsageError`` where no article, or more than one, is called so.
    """
    if name is None:
        return None
    if (found := article_named(name, store.articles())) is None:
        raise UsageError(
            f"there is no article {name!r} in {store.path}, or more than one",
            "See their names: summarize review status RESULTS",
        )
    return found


def segments_of(store: ReviewStore, article: str | None) -> list[Reviewed]:
    """The segments of the article with this id, or of all."""
    return store.segments(article)


def named(store: ReviewStore, names: Sequence[str], article: str | None) -> list[Reviewed]:
    """The segments called ``names``, each as ``k1`` or ``ARTICLE:k1``, of one article or of all.

    Raises ``UsageError`` for a name that fits none, or several.
    """
    segments, known = segments_of(store, article), labels(store.articles())
    return [_named(segments, name, known) for name in names]


def _named(segments: Sequence[Reviewed], name: str, known: Mapping[str, str]) -> Reviewed:
    found = [one for one in segments if name in (one.id, one.key, label_of_key(one.key, known))]
    if len(found) == 1:
        return found[0]
    if found:
        which = label_of_key(found[0].key, known)
        raise UsageError(f"there are {len(found)} segments {name}", f"Say which: --segment {which}")
    raise UsageError(
        f"there is no segment {name}",
        "Segments are called k1, k2 and so on, with FILE: before it where there are several "
        "articles, such as story.txt:k1.",
    )


def show_status(store: ReviewStore, format_name: str, least_sure_first: bool = False) -> None:
    """Print the state of every article, and the sums."""
    articles, segments = store.articles(), store.segments()
    sure = {one.id: of_article(store, one.id) for one in articles} if least_sure_first else {}
    if least_sure_first:
        articles.sort(key=lambda one: sureness(sure[one.id].values()))
    worked = [one for one in segments if one.state in ("edited", "approved")]
    distance = (
        fmean(post_edit_distance(one.draft, one.target) for one in worked) if worked else None
    )
    if format_name == "json":
        _print_json(_status(store, articles, segments, distance, sure))
        return
    names = labels(articles)
    for one in articles:
        told = f", {counted(_levels(sure[one.id]))}" if sure.get(one.id) else ""
        title = f"  {one.title}" if one.title else ""
        typer.echo(f"{names[one.id]}  {_counted(one)}{told}{title}")
    total = Counter(one.state for one in segments)
    states = ", ".join(f"{total[state]} {state}" for state in STATES if total[state])
    typer.echo(
        f"\n{plural(len(articles), 'article')}, {plural(len(segments), 'segment')}"
        f"{': ' + states if states else ''}"
    )
    if distance is not None:
        typer.echo(f"{distance:.0%} of the characters of reviewed segments were changed")
    if unconfirmed := _unconfirmed(segments):
        typer.echo(f"approved in bulk or in a file, and not in the memory: {unconfirmed}")
    typer.echo(f"kept in {store.path}")


def _status(
    store: ReviewStore,
    articles: Sequence[Progress],
    segments: Sequence[Reviewed],
    distance: float | None,
    sure: Mapping[str, Mapping[str, Weighed]],
) -> dict[str, Any]:
    total = Counter(one.state for one in segments)
    return {
        "review": str(store.path),
        "segments": len(segments),
        "states": {state: total[state] for state in STATES},
        "unconfirmed": _unconfirmed(segments),
        "post_edit_distance": None if distance is None else round(distance, 4),
        "articles": [
            {
                "id": one.id,
                "title": one.title,
                "source": one.source,
                "states": dict(one.states),
                "findings": _severities(one),
                **({"levels": _levels(sure[one.id])} if sure else {}),
            }
            for one in articles
        ],
    }


def _unconfirmed(segments: Sequence[Reviewed]) -> int:
    """How many approvals were given without anybody who had the segment before them."""
    return sum(one.state == "approved" and not one.is_confirmed for one in segments)


def _levels(sure: Mapping[str, Weighed]) -> dict[Level, int]:
    """Segments of an article that are still the machine's, by how likely they are usable."""
    counts = Counter(one.level for one in sure.values())
    return {level: counts[level] for level in LEVELS}


def _severities(article: Progress) -> dict[Severity, int]:
    counts = Counter(finding.severity for finding in article.findings)
    return {severity: counts[severity] for severity in SEVERITIES}


def _counted(article: Progress) -> str:
    """Such as ``2 of 3 approved, 1 error``."""
    found = _severities(article)
    faults = [
        f", {plural(found[severity], severity)}" for severity in SEVERITIES[:2] if found[severity]
    ]
    return f"{article.states['approved']} of {article.segments} approved{''.join(faults)}"


def show_history(store: ReviewStore, name: str, article: str | None, format_name: str) -> None:
    """Print every version of one segment. Raises ``UsageError`` for no such segment."""
    (segment,) = named(store, [name], article)
    steps = store.history(segment.article, segment.id)
    if format_name == "json":
        _print_json([asdict(step) for step in steps])
        return
    typer.echo(segment.source)
    for step in steps:
        by = step.who or "the program"
        changed = f", {step.distance:.0%} from the draft" if step.distance else ""
        why = f"; {step.note}" if step.note else ""
        typer.echo(f"\n{step.version}  {step.when}  {by}: {step.state}{changed}{why}")
        typer.echo(f"   {step.target}")


def _print_json(data: object) -> None:
    typer.echo(json.dumps(data, ensure_ascii=False, indent=2))


def plural(count: int, noun: str) -> str:
    """Such as ``2 segments``."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
