"""Results as people and programs want them: one file per format, found by name here.

Renderers are imported on first use: python-docx alone would double the start-up time.
"""

import importlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from summarize.errors import UsageError
from summarize.glossary import NO_TERMS, Glossary
from summarize.output.label import LabelName
from summarize.records import Result, Segment

if TYPE_CHECKING:
    from summarize.output.post import Post

FormatName = Literal[
    "text",
    "txt",
    "md",
    "html",
    "docx",
    "json",
    "telegram",
    "telegram-caption",
    "facebook",
    "ninjs",
    "rtf",
]
PostFormat = Literal["telegram", "telegram-caption", "facebook", "ninjs", "rtf"]

RENDERERS: dict[str, str] = {
    "text": "summarize.output.text",
    "txt": "summarize.output.text",
    "md": "summarize.output.markdown",
    "html": "summarize.output.html",
    "docx": "summarize.output.docx",
    "json": "summarize.output.json",
}
POSTS: dict[PostFormat, str] = {
    "telegram": "summarize.output.telegram",
    "telegram-caption": "summarize.output.telegram_caption",
    "facebook": "summarize.output.facebook",
    "ninjs": "summarize.output.ninjs",
    "rtf": "summarize.output.rtf",
}
"""What leaves the house: the story alone, without what a desk reads beside it."""
ENDINGS: dict[str, str] = {
    "text": "txt",
    "telegram": "telegram.txt",
    "telegram-caption": "caption.txt",
    "facebook": "facebook.txt",
    "ninjs": "ninjs.json",
}
"""What the name of a file in a format ends in, where that is not the name of the format."""
SUFFIXES = {".txt": "txt", ".md": "md", ".html": "html", ".htm": "html"}
SUFFIXES |= {".docx": "docx", ".json": "json", ".rtf": "rtf"}


def render(
    results: Sequence[Result],
    format_name: FormatName,
    *,
    zwsp: bool = False,
    glossary: Glossary = NO_TERMS,
    label: LabelName = "off",
    underline: bool = False,
) -> bytes:
    """The bytes of a file or of standard output that shows ``results`` in this format.

    With ``zwsp`` zero-width spaces mark where lines of Khmer may break, never in JSON: that is what
    is stored. ``glossary`` and ``label`` are for posts. With ``underline`` text for a terminal has
    its doubtful words underlined. Raises ``UsageError`` when the words cannot be told apart (an
    extra is missing).
    """
    if zwsp and format_name != "json":
        results = [_with_breaks(result) for result in results]
    if format_name in POSTS:
        return render_posts(posts_of(results, glossary, label), format_name)
    renderer = importlib.import_module(RENDERERS[format_name])
    if underline and RENDERERS[format_name] == RENDERERS["text"]:
        return cast(bytes, renderer.render(results, underline=True))
    return cast(bytes, renderer.render(results))


def posts_of(
    results: Sequence[Result], glossary: Glossary = NO_TERMS, label: LabelName = "off"
) -> "list[Post]":
    """What of each result leaves the house."""
    from summarize.output.post import post_of

    return [post_of(result, glossary, label) for result in results]


def render_posts(posts: "Sequence[Post]", format_name: PostFormat) -> bytes:
    """The bytes of a file with ``posts``."""
    return cast(bytes, importlib.import_module(POSTS[format_name]).render(posts))


def remarks_on(posts: "Sequence[Post]", format_name: PostFormat) -> list[str]:
    """What a person should know of the file, such as that a post was divided."""
    module = importlib.import_module(POSTS[format_name])
    return cast(list[str], module.remarks(posts)) if hasattr(module, "remarks") else []


def _with_breaks(result: Result) -> Result:
    from summarize.khmer.breaks import insert_breaks  # an extra, seldom asked for
    from summarize.khmer.stretches import carried

    def broken(segment: Segment) -> Segment:
        target = insert_breaks(segment.target)
        found = carried(segment.doubtful, segment.target, target)
        return replace(segment, target=target, doubtful=found)

    headline, draft = result.headline, result.draft
    if headline is not None and headline.khmer is not None:
        headline = replace(headline, khmer=broken(headline.khmer))
    if draft is not None:
        draft = replace(draft, segments=tuple(map(broken, draft.segments)))
    return replace(result, headline=headline, draft=draft)


def format_of(path: Path) -> FormatName:
    """The format that a file name asks for. Raises ``UsageError`` on an unknown suffix."""
    try:
        return cast(FormatName, SUFFIXES[path.suffix.lower()])
    except KeyError:
        raise UsageError(
            f"cannot tell the format from the name {path.name}",
            f"End it in {', '.join(SUFFIXES)}, or give --format.",
        ) from None
