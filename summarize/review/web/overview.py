"""The list of articles: what is asked for, and what is shown of each."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal, get_args

from summarize.records import Severity
from summarize.review.records import Progress, Reviewed, State
from summarize.review.store import ReviewStore
from summarize.review.web.search import matcher

Show = Literal["all", "open", "done", "errors"]
SHOWS: Final[Mapping[Show, str]] = {
    "all": "all articles",
    "open": "still to do",
    "done": "approved",
    "errors": "with errors",
}
A_PAGE: Final = 50
HITS: Final = 3
_SEVERITIES: Final[tuple[Severity, ...]] = get_args(Severity)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which articles to show: with ``query`` in a sentence, with a finding of ``check``."""

    query: str = ""
    show: Show = "all"
    check: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True)
class Line:
    """One article in the list; ``hits`` are sentences that have what was searched for."""

    progress: Progress
    findings: Mapping[Severity, int]
    hits: tuple[Reviewed, ...] = ()

    @property
    def approved(self) -> int:
        """Segments that are done."""
        return self.progress.states["approved"]


@dataclass(frozen=True, slots=True)
class Overview:
    """One page of the list; ``found`` counts the articles on all pages, ``states`` all segments."""

    lines: tuple[Line, ...]
    found: int
    pages: int
    checks: tuple[str, ...]
    states: Mapping[State, int]


def overview(store: ReviewStore, wanted: Wanted) -> Overview:
    """The articles that are wanted, in the order in which they came."""
    articles = store.articles()
    hits = _hits(store, wanted.query)
    found = [one for one in articles if _is_wanted(one, wanted, hits)]
    start = (wanted.page - 1) * A_PAGE
    states: Counter[State] = Counter()
    for one in articles:
        states.update(one.states)
    return Overview(
        tuple(_line(one, hits) for one in found[start : start + A_PAGE]),
        len(found),
        -(-len(found) // A_PAGE),
        tuple(sorted({finding.check for one in articles for finding in one.findings})),
        states,
    )


def _hits(store: ReviewStore, query: str) -> Mapping[str, Sequence[Reviewed]] | None:
    if not query.strip():
        return None
    found: dict[str, list[Reviewed]] = {}
    for segment in filter(matcher(query), store.segments()):
        found.setdefault(segment.article, []).append(segment)
    return found


def _is_wanted(
    article: Progress, wanted: Wanted, hits: Mapping[str, Sequence[Reviewed]] | None
) -> bool:
    if hits is not None and article.id not in hits:
        return False
    if wanted.check and not any(f.check == wanted.check for f in article.findings):
        return False
    if wanted.show == "errors":
        return any(finding.severity == "error" for finding in article.findings)
    return wanted.show == "all" or article.is_done == (wanted.show == "done")


def _line(article: Progress, hits: Mapping[str, Sequence[Reviewed]] | None) -> Line:
    counts = Counter(finding.severity for finding in article.findings)
    findings = {severity: counts[severity] for severity in _SEVERITIES}
    return Line(article, findings, tuple((hits or {}).get(article.id, ())[:HITS]))
