"""From drafted sentences to the Khmer of a story, in the house style."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Protocol

from summarize.drafting.attempts import Drafted
from summarize.drafting.shown import mentions
from summarize.glossary import Glossary
from summarize.khmer.digits import restyle_digits
from summarize.khmer.stretches import carried
from summarize.khmer.style import HouseStyle, NameStyle
from summarize.khmer.style.apply import apply_style
from summarize.khmer.style.headline import headline_style
from summarize.khmer.style.names import show_names
from summarize.khmer.style.story import close_story
from summarize.records import Headline, Segment

HEADLINE: Final = "kh1"
"""The id of the Khmer headline."""


class English(Protocol):
    """A sentence to translate: of a summary, or of an article."""

    @property
    def id(self) -> str:
        """Its identifier within the result."""

    @property
    def text(self) -> str:
        """Its English."""


class Approved(Protocol):
    """Khmer that people have approved."""

    @property
    def target(self) -> str:
        """Its text."""

    @property
    def note(self) -> str:
        """What was exchanged in it; "" where it was approved for this very English."""


@dataclass(frozen=True, slots=True)
class Assembly:
    """Puts stories together in ``style``, with the names of ``glossary``."""

    style: HouseStyle
    glossary: Glossary

    def story(
        self,
        sentences: Sequence[English],
        approved: Mapping[str, Approved],
        drafted: Mapping[str, Drafted],
    ) -> tuple[Segment, ...]:
        """A segment for each of ``sentences``: from the memory (``approved``), else a draft.

        Both are by the English. Where sentences have neither yet, the segments before the first
        of these, as they will stand in the whole story.
        """
        segments = tuple(self._segments(sentences, approved, drafted))
        closed = [
            one if one.source in approved else _with_doubts(one, drafted.get(one.source))
            for one in close_story(segments, self.style, mentions(segments, self.glossary))
        ]
        texts = [one.text for one in sentences]
        missing = (n for n, text in enumerate(texts) if text not in {*approved, *drafted})
        return tuple(closed[: next(missing, len(closed))])

    def headline(
        self,
        headline: Headline,
        approved: Approved | None,
        drafted: Drafted | None,
        sentences: Sequence[English] = (),
    ) -> Headline:
        """``headline`` with the Khmer ``approved`` before, else with what is ``drafted``.

        A person whom it names by a part of the full name in ``sentences`` is written as there.
        """
        source = headline.plain
        if approved is not None:
            return replace(headline, khmer=self._approved(HEADLINE, headline.id, source, approved))
        if drafted is None:
            return headline
        found = self._drafted(HEADLINE, headline.id, source, drafted)
        below = [Segment(one.id, one.id, one.text, "") for one in sentences]
        names = mentions([found, *below], self.glossary)
        nothing = [""] * len(below)
        proposed, known = map(_in_headline, (self.style.spelt_names, self.style.known_names))
        target, *others = dict.fromkeys(
            headline_style(show_names([text, *nothing], names, proposed, known)[0])
            for text in (found.target, *found.alternatives)
        )
        khmer = replace(found, target=target, alternatives=tuple(others))
        return replace(headline, khmer=_with_doubts(khmer, drafted))

    def _segments(
        self,
        sentences: Sequence[English],
        approved: Mapping[str, Approved],
        drafted: Mapping[str, Drafted],
    ) -> Iterator[Segment]:
        for number, sentence in enumerate(sentences, start=1):
            if sentence.text in approved or sentence.text in drafted:
                yield self.segment(number, sentence, approved, drafted)
            else:
                yield Segment(_name(number), sentence.id, sentence.text, "")

    def segment(
        self,
        number: int,
        sentence: English,
        approved: Mapping[str, Approved],
        drafted: Mapping[str, Drafted],
    ) -> Segment:
        """Sentence ``number``, from 1 on, as if it stood alone; one of the two has its Khmer."""
        name, source = _name(number), sentence.text
        if source in approved:
            return self._approved(name, sentence.id, source, approved[source])
        return self._drafted(name, sentence.id, source, drafted[source])

    def _approved(self, name: str, sentence: str, source: str, approved: Approved) -> Segment:
        """What a person approved keeps its wording; only digits follow the house style."""
        styled = restyle_digits(approved.target, source, self.style.digits)
        origin = "fuzzy" if approved.note else "memory"
        return Segment(name, sentence, source, styled, approved.note, origin)

    def _drafted(self, name: str, sentence: str, source: str, drafted: Drafted) -> Segment:
        texts = (drafted.target, *drafted.alternatives)
        styled, *others = dict.fromkeys(apply_style(text, source, self.style) for text in texts)
        return Segment(
            name,
            sentence,
            source,
            styled,
            drafted.mended,
            alternatives=tuple(others),
            score=drafted.score,
        )


def _name(number: int) -> str:
    return f"k{number}"


def _with_doubts(segment: Segment, drafted: Drafted | None) -> Segment:
    """The house style may have moved or changed words."""
    if drafted is None:
        return segment
    found = carried(drafted.doubtful, drafted.target, segment.target)
    return replace(segment, doubtful=found)


def _in_headline(style: NameStyle) -> NameStyle:
    """There is no room for both spellings."""
    return "latin" if style == "latin" else "khmer"
