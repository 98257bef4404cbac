"""A story as it leaves the house: headline, text, link, tags and, if asked for, a label."""

from dataclasses import dataclass, replace
from typing import Final, Literal

from summarize.glossary import NO_TERMS, Glossary
from summarize.khmer.style import HouseStyle
from summarize.khmer.style.story import close_story
from summarize.output.label import UNCHECKED, Checked, LabelName, label_of
from summarize.output.tags import Tag, tags_of
from summarize.output.words import heading, khmer_headline, khmer_paragraphs, link_of
from summarize.records import Result

Language = Literal["km", "en"]
_ENDING: Final = HouseStyle(story_end=True)


@dataclass(frozen=True, slots=True)
class Post:
    """What is posted; ``headline``, ``link`` and ``label`` are "" where there is none.

    ``sha256`` is that of the article. ``checked`` tells who has had all of the Khmer before them
    and approved it, and when. ``is_ready`` tells that it is approved, or needs no approval.
    """

    sha256: str
    language: Language
    headline: str
    paragraphs: tuple[str, ...]
    link: str = ""
    tags: tuple[Tag, ...] = ()
    label: str = ""
    checked: Checked = UNCHECKED
    is_ready: bool = False


def post_of(result: Result, glossary: Glossary = NO_TERMS, label: LabelName = "off") -> Post:
    """The draft of ``result`` as it stands, which nobody has checked; without one the English."""
    if result.draft is None:
        return Post(
            result.article.sha256,
            "en",
            heading(result),
            _english(result),
            link_of(result.article.source),
            is_ready=True,
        )
    segments = close_story(result.draft.segments, _ENDING)
    paragraphs = khmer_paragraphs(result, segments)
    post = Post(result.article.sha256, "km", khmer_headline(result), paragraphs)
    return with_sources(post, result, glossary, UNCHECKED, label)


def with_sources(
    post: Post, result: Result, glossary: Glossary, checked: Checked, label: LabelName
) -> Post:
    """``post`` with the link, the tags and the label that ``result`` and its review give it."""
    english = " ".join(segment.source for segment in result.segments)
    khmer = " ".join((post.headline, *post.paragraphs))
    return replace(
        post,
        link=link_of(result.article.source),
        tags=tags_of(english, khmer, glossary),
        label=label_of(checked, label),
        checked=checked,
    )


def _english(result: Result) -> tuple[str, ...]:
    if result.summary is None:
        return tuple(result.article.text.split("\n\n"))
    return (" ".join(sentence.text for sentence in result.summary.sentences),)
