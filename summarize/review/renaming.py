"""Names that nobody has settled yet, and what settling one changes in a review."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from summarize.drafting.known import wanted
from summarize.drafting.wanted_people import people
from summarize.glossary import Glossary
from summarize.glossary.match import spelled
from summarize.names.proposed import choices
from summarize.review.records import Edit, Reviewed

NOTE: Final = "name changed: {}"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A person of the English whom neither list nor glossary has.

    ``form`` is how the Khmer has the name, by its sound or in Latin letters, "" where it does not.
    ``candidates`` are Khmer spellings, the likeliest first.
    """

    name: str
    form: str
    candidates: tuple[str, ...]


def proposals(segment: Reviewed, glossary: Glossary) -> list[Proposal]:
    """The names of a segment that a person may settle, each once, in order."""
    unknown = set(people(segment.source))
    names = [one.text for one in wanted(segment.source, glossary) if one in unknown]
    return [_proposal(name, segment.target) for name in dict.fromkeys(names) if choices(name)]


def _proposal(name: str, target: str) -> Proposal:
    candidates = tuple(one.khmer for one in choices(name))
    form = next((one for one in (*candidates, name) if one in target), "")
    return Proposal(name, form, candidates)


def renaming(segments: Iterable[Reviewed], settled: Proposal, khmer: str) -> Iterator[Edit]:
    """Edits that put ``khmer`` wherever the name stands in its old form.

    What was approved has to be approved again; otherwise the state stays as it is. Latin letters
    in brackets stay: they stand behind a Khmer form.
    """
    if settled.form in ("", khmer):
        return
    mention = spelled(settled.name)
    old = re.compile(rf"(?<!\(){re.escape(settled.form)}(?!\))")
    for one in segments:
        if mention.search(one.source) and old.search(one.target):
            yield Edit(
                one.article,
                one.id,
                one.version,
                old.sub(khmer, one.target),
                "edited" if one.state == "approved" else one.state,
                note=NOTE.format(settled.name),
            )
