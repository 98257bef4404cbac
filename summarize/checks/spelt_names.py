"""People whose Khmer was made of their names' sound: a proposal, with others to choose from."""

from collections.abc import Sequence

from summarize.checks.base import Context, Located
from summarize.checks.people import named
from summarize.glossary.match import occurrences
from summarize.names.proposed import spellings
from summarize.records import Segment


def check(segments: Sequence[Segment], context: Context) -> list[Located]:
    """Each name once, where the draft has the likeliest spelling and no glossary has the name.

    A person named by a part of a full name is no other one. Only what the program drafted is looked
    at: what people wrote is nobody's proposal.
    """
    told: set[str] = set()
    parts: set[str] = set()
    found = []
    for segment in segments:
        if segment.score is None and not segment.mended:
            continue
        known = {term.source for term in occurrences(context.glossary, segment.source)}
        for name in named(segment.source):
            if name.is_person and " " in name.text:
                parts.update(name.text.split())
            if not name.is_person or name.text in known | told | parts:
                continue
            first, *others = spellings(name.text) or ("",)
            if first and first in segment.target:
                told.add(name.text)
                found.append((segment.id, _message(name.text, first, others)))
    return found


def _message(name: str, khmer: str, others: Sequence[str]) -> str:
    also = f"; or {', '.join(others)}" if others else ""
    return f"{khmer} for {name} is spelt by its sound{also}."
