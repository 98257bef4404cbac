"""Khmer articles to publish: one clean page each, one file per format, found by name here.

Each module has ``render(story) -> bytes``; they are imported on first use.
"""

import importlib
from typing import TYPE_CHECKING, Final, Literal, cast, get_args

from summarize.output import POSTS, render_posts

if TYPE_CHECKING:
    from summarize.publish.story import Story

PageFormat = Literal[
    "html", "docx", "md", "txt", "telegram", "telegram-caption", "facebook", "ninjs", "rtf"
]
PAGE_FORMATS: Final[tuple[PageFormat, ...]] = get_args(PageFormat)
_MODULES: Final[dict[str, str]] = {
    "html": "html",
    "docx": "docx",
    "md": "markdown",
    "txt": "text",
}


def publish(story: "Story", format_name: PageFormat) -> bytes:
    """The file that shows ``story`` and nothing else; posts have its link, tags and label."""
    if format_name in POSTS:
        return render_posts([story.as_post()], format_name)
    module = importlib.import_module(f"{__name__}.{_MODULES[format_name]}")
    return cast(bytes, module.render(story))
