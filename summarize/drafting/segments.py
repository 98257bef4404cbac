"""From Khmer of the memory or of a model to the segments of one draft, in the house style."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final, Protocol

from summarize.drafting.attempts import Drafted
from summarize.drafting.known import spelt
from summarize.glossary import Glossary
from summarize.khmer.digits import restyle_digits
from summarize.khmer.style import HouseStyle, SpeltStyle
from summarize.khmer.style.apply import apply_style
from summarize.khmer.style.headline import headline_style
from summarize.khmer.style.spelt import show_spelt
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


def segments_of(
    sentences: Sequence[English],
    approved: Mapping[str, str],
    drafted: Mapping[str, Drafted],
    style: HouseStyle,
    glossary: Glossary,
) -> tuple[Segment, ...]:
    """A segment for each sentence, by its English: from ``approved``, else from ``drafted``."""
    segments = tuple(
        _approved(f"k{number}", sentence.id, sentence.text, approved[sentence.text], style)
        if sentence.text in approved
        else _drafted(f"k{number}", sentence.id, sentence.text, drafted[sentence.text], style)
        for number, sentence in enumerate(sentences, start=1)
    )
    return close_story(segments, style, glossary, spelt(segments, glossary))


def with_khmer(
    headline: Headline,
    approved: str | None,
    drafted: Drafted | None,
    style: HouseStyle,
    glossary: Glossary,
) -> Headline:
    """``headline`` with the Khmer that was ``approved`` for it before, else with ``drafted``."""
    if approved is not None:
        return replace(
            headline, khmer=_approved(HEADLINE, headline.id, headline.plain, approved, style)
        )
    if drafted is None:
        return headline
    found = _drafted(HEADLINE, headline.id, headline.plain, drafted, style)
    names = spelt([found], glossary)
    shown: SpeltStyle = "latin" if style.spelt_names == "latin" else "khmer"
    target, *others = dict.fromkeys(
        headline_style(show_spelt([text], names, shown)[0])
        for text in (found.target, *found.alternatives)
    )
    return replace(headline, khmer=replace(found, target=target, alternatives=tuple(others)))


def _approved(id: str, sentence: str, source: str, target: str, style: HouseStyle) -> Segment:
    """What a person approved keeps its wording; only digits follow the house style."""
    styled = restyle_digits(target, source, style.digits)
    return Segment(id, sentence, source, styled, origin="memory")


def _drafted(id: str, sentence: str, source: str, drafted: Drafted, style: HouseStyle) -> Segment:
    texts = (drafted.target, *drafted.alternatives)
    styled, *others = dict.fromkeys(apply_style(text, source, style) for text in texts)
    return Segment(
        id,
        sentence,
        source,
        styled,
        drafted.mended,
        alternatives=tuple(others),
        score=drafted.score,
    )
