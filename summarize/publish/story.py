"""An article as it is published: approved Khmer in paragraphs, with headline, dateline and end."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from summarize.glossary import NO_TERMS, Glossary
from summarize.khmer.alphabet import LETTER
from summarize.khmer.breaks import insert_breaks
from summarize.khmer.style import HouseStyle
from summarize.khmer.style.story import close_story
from summarize.output.label import UNCHECKED, Checked, LabelName
from summarize.output.post import Post, with_sources
from summarize.output.words import khmer_paragraphs
from summarize.records import Article, Result
from summarize.review.records import Reviewed

_KHMER: Final = re.compile(f"[{LETTER}]")
_DATELINE: Final = re.compile(
    r"([A-Z][A-Z .'’-]*[A-Z])(?:, [A-Z][\w .]{1,30})?(?: \([A-Za-z ]{2,20}\))? ?(?:—|–|--?) "
)
"""How agencies begin: ``PHNOM PENH, Cambodia (AP) —``."""
_HAS_DATELINE: Final = re.compile(r"[^។]{0,50}?(?:[៖ៈ:]| [—–-] )")
_ENDING: Final = HouseStyle(story_end=True)
"""The Khmer is as people left it; only the end of the story is for the page to set."""
_LONGEST_NAME: Final = 60


@dataclass(frozen=True, slots=True)
class Story:
    """What a page shows. ``headline`` and ``dateline`` are "" where there is none in Khmer.

    ``post`` has the link, the tags and the label of the story, which pages do not show but for the
    label.
    """

    headline: str
    dateline: str
    paragraphs: tuple[str, ...]
    post: Post | None = None

    def as_post(self) -> Post:
        """The story as it is posted: what :func:`build_story` knows of it, in the words of now."""
        first, *others = self.paragraphs or ("",)
        paragraphs = (f"{self.dateline} {first}".strip(), *others)
        known = self.post or Post("", "km", "", ())
        return replace(known, headline=self.headline, paragraphs=paragraphs)

    @property
    def label(self) -> str:
        """Who drafted and who checked it, "" unless that is to be said."""
        return self.post.label if self.post else ""

    @property
    def name(self) -> str:
        """What the window or the tab is called: the headline, or how the text begins."""
        if self.headline:
            return self.headline
        begin = ""
        for phrase in " ".join(self.paragraphs).split(" "):
            if begin and len(begin) + len(phrase) > _LONGEST_NAME:
                return f"{begin} …"
            begin = f"{begin} {phrase}".strip()
        return begin


def build_story(
    result: Result,
    segments: Sequence[Reviewed],
    dateline: str = "",
    glossary: Glossary = NO_TERMS,
    label: LabelName = "off",
) -> Story:
    """The story of ``segments``, which are those of ``result`` as they stand now.

    A summary is one paragraph; a whole text has the paragraphs of its article. Without a
    ``dateline`` the place is that of the English article, if the glossary has it.
    """
    paragraphs = _paragraphs(result, segments)
    place = (dateline or _place(result.article, glossary)).rstrip(" ៖:")
    if not paragraphs or (not dateline and _HAS_DATELINE.match(paragraphs[0])):
        place = ""
    headline = _headline(result, segments)
    is_ready = bool(segments) and all(one.state == "approved" for one in segments)
    bare = Post(result.article.sha256, "km", headline, paragraphs, is_ready=is_ready)
    post = with_sources(bare, result, glossary, checked_by(segments), label)
    return Story(headline, f"{place}៖" if place else "", paragraphs, post)


def checked_by(segments: Sequence[Reviewed]) -> Checked:
    """Who has checked ``segments`` and when, if each was approved by somebody who had it open.

    What was approved in bulk is approved, and nobody has read it.
    """
    if not segments or not all(one.is_confirmed and one.who for one in segments):
        return UNCHECKED
    in_order = sorted(segments, key=lambda one: one.when)
    return Checked(tuple(dict.fromkeys(one.who for one in in_order)), in_order[-1].when)


def _headline(result: Result, segments: Sequence[Reviewed]) -> str:
    """The article's own where that is Khmer, else the draft of it as people left it."""
    if _KHMER.search(result.article.title):
        return result.article.title
    drafted = result.headline.khmer.id if result.headline and result.headline.khmer else None
    left = next((one.target for one in segments if one.id == drafted), "")
    return left.rstrip("។៕ ")


def with_breaks(story: Story) -> Story:
    """``story`` with zero-width spaces between words. Raises ``UsageError`` without khmercut."""
    paragraphs = tuple(map(insert_breaks, story.paragraphs))
    headline, dateline = insert_breaks(story.headline), insert_breaks(story.dateline)
    return replace(story, headline=headline, dateline=dateline, paragraphs=paragraphs)


def _paragraphs(result: Result, segments: Sequence[Reviewed]) -> tuple[str, ...]:
    drafted = {segment.id: segment for segment in result.draft.segments} if result.draft else {}
    current = [replace(drafted[one.id], target=one.target) for one in segments if one.id in drafted]
    return khmer_paragraphs(result, close_story(current, _ENDING))


def _place(article: Article, glossary: Glossary) -> str:
    """The Khmer of the place with which the English begins; "" for none."""
    match = _DATELINE.match(article.text)
    if match is None:
        return ""
    wanted = match[1].casefold()
    known = (term for term in reversed(glossary.terms) if not term.is_kept)
    return next((term.target for term in known if term.source.casefold() == wanted), "")
