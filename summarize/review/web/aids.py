"""What helps with one sentence: names, terms, sentences like it, and what the machine wrote."""

from dataclasses import asdict

from summarize.drafting.obey import by_sound
from summarize.errors import ReviewError
from summarize.glossary import Term
from summarize.glossary.match import is_rendered, occurrences
from summarize.memory import Entry, Match
from summarize.review.records import Reviewed
from summarize.review.renaming import proposals
from summarize.review.web.answers import Json, of_difference
from summarize.review.web.desk import Desk

MATCHES = 3
ALIKE = 0.6
"""How like a sentence must be to help, 0 to 1; what differs is marked in it."""


def aids(desk: Desk, article: str, segment: str) -> Json:
    """The aids for a segment; none where there is no such one."""
    found = next((one for one in desk.store.segments(article) if one.id == segment), None)
    if found is None:
        empty: dict[str, list[Json]] = {"names": [], "terms": [], "matches": [], "alternatives": []}
        return {**empty, "draft": "", "problem": ""}
    terms = occurrences(desk.context.glossary, found.source)
    return {
        "names": [asdict(one) for one in proposals(found, desk.context.glossary)],
        "terms": [_term(term, found) for term in terms],
        "draft": found.draft if found.draft != found.target else "",
        "alternatives": _alternatives(desk, found),
        **_remembered(desk, found),
    }


def _alternatives(desk: Desk, segment: Reviewed) -> list[Json]:
    """Other wordings that the model found likely, each with what it has instead of the text.

    A name that was settled since they were written is in them as it is settled.
    """
    drafted = desk.store.article(segment.article).segments
    found = (text for one in drafted if one.id == segment.id for text in one.alternatives)
    glossary = desk.context.glossary
    texts = dict.fromkeys(by_sound(segment.source, text, glossary).target for text in found)
    shown = {segment.target, segment.draft}
    return [
        {"target": text, "pieces": of_difference(segment.target, text)}
        for text in texts
        if text not in shown
    ]


def _remembered(desk: Desk, segment: Reviewed) -> Json:
    """Sentences like this one; a memory that cannot be used is a ``problem`` and stops nothing."""
    try:
        found = desk.memory.matches(segment.source, MATCHES + 1, ALIKE)
    except ReviewError as error:
        return {"matches": [], "problem": error.message}
    others = [match for match in found if not _is_itself(match.entry, segment)]
    return {"matches": [_match(match, segment) for match in others[:MATCHES]], "problem": ""}


def _is_itself(entry: Entry, segment: Reviewed) -> bool:
    """Whether the memory has it from this very approval: as it stands, it is no help."""
    return (entry.article, entry.source, entry.target) == (
        segment.article,
        segment.source,
        segment.target,
    )


def _term(term: Term, segment: Reviewed) -> Json:
    return {
        "source": term.source,
        "targets": [form for form in (term.target, *term.variants) if form],
        "forbidden": list(term.forbidden),
        "kept": term.is_kept,
        "status": term.status,
        "there": is_rendered(term, segment.target),
    }


def _match(match: Match, segment: Reviewed) -> Json:
    """With what its English has instead of the English of the segment."""
    entry = match.entry
    return {
        "score": round(match.score, 2),
        "target": entry.target,
        "who": entry.who,
        "when": entry.when,
        "own": entry.article == segment.article,
        "pieces": of_difference(segment.source, entry.source),
    }
