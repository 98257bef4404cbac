"""From a review to a digest: articles by story, and the best telling of each."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from summarize.digest.cluster import clusters
from summarize.digest.records import Digest, Entry, Sentence, Teller
from summarize.output.words import heading
from summarize.records import Article, Result
from summarize.review.confidence import Weighed
from summarize.review.records import Reviewed

UNKNOWN = "drafted by machine"
"""Said of a draft of which no check and no number says anything, good or bad."""


@dataclass(frozen=True, slots=True)
class Told:
    """One article of a review; ``sure`` is about the segments that are still the machine's.

    ``twins`` are files or addresses of articles that were not worked on, as they tell the same.
    """

    result: Result
    segments: Sequence[Reviewed]
    sure: Mapping[str, Weighed]
    twins: Sequence[str] = ()


def build(articles: Sequence[Told]) -> Digest:
    """The digest of ``articles``, each of which is in one story."""
    groups = clusters([one.result.article.text for one in articles])
    entries = (_entry([articles[i] for i in group]) for group in groups)
    tellers = sum(1 + len(one.twins) for one in articles)
    return Digest(tuple(sorted(entries, key=lambda one: -len(one.tellers))), tellers)


def _entry(group: Sequence[Told]) -> Entry:
    """The story of ``group``, told as in the article whose Khmer can be trusted most."""
    best = max(group, key=_trust)  # the first of equals
    ordered = [best, *(one for one in group if one is not best)]
    tellers = [_teller(one.result.article) for one in ordered]
    twins = [Teller("", source) for one in ordered for source in one.twins]
    return Entry(_title(best), _sentences(best), (*tellers, *twins))


def _trust(told: Told) -> tuple[bool, float, float, float]:
    """Whether there is Khmer, then shares of it: approved, not in doubt, not likely wrong."""
    counts = Counter(one.standing for one in _sentences(told) if one.standing)
    total = max(1, counts.total())
    approved, sound = counts["approved"], counts["usable"] + counts["edited"]
    share = (approved / total, (approved + sound) / total, 1 - counts["wrong"] / total)
    return bool(counts), *share


def _title(told: Told) -> Sentence:
    """The headline, in Khmer too where it has been drafted."""
    own = _headline_id(told.result)
    found = [_sentence(one, told.sure.get(one.id)) for one in told.segments if one.id == own]
    return (
        replace(found[0], english=heading(told.result)) if found else Sentence(heading(told.result))
    )


def _headline_id(result: Result) -> str | None:
    """The id of the Khmer headline, ``None`` where there is none."""
    return result.headline.khmer.id if result.headline and result.headline.khmer else None


def _teller(article: Article) -> Teller:
    return Teller(article.title, article.source, article.dateline)


def _sentences(told: Told) -> tuple[Sentence, ...]:
    segments = [one for one in told.segments if one.id != _headline_id(told.result)]
    if segments:
        return tuple(_sentence(one, told.sure.get(one.id)) for one in segments)
    summary = told.result.summary
    return tuple(Sentence(one.text) for one in (summary.sentences if summary else ()))


def _sentence(segment: Reviewed, sure: Weighed | None) -> Sentence:
    """With the Khmer as it stands now."""
    if segment.state == "approved":
        mark = f"approved by {segment.who}" if segment.who else "approved"
        return Sentence(segment.source, segment.target, mark, "approved")
    if sure is None:  # a person wrote it
        mark = f"edited by {segment.who}, not approved" if segment.who else "edited, not approved"
        return Sentence(segment.source, segment.target, mark, "edited")
    return Sentence(segment.source, segment.target, sure.words or UNKNOWN, sure.level)
