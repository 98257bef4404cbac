"""Khmer articles to publish: one clean page each, one file per format, found by name here.

Each module has ``render(story) -> bytes``; they are imported on first use.
"""

import importlib
from typing import TYPE_CHECKING, Final, Literal, cast, get_args

if TYPE_CHECKING:
    from summarize.publish.story import Story

PageFormat = Literal["html", "docx", "md", "txt"]
PAGE_FORMATS: Final[tuple[PageFormat, ...]] = get_args(PageFormat)
_MODULES: Final[dict[PageFormat, str]] = {
    "html": "html",
    "docx": "docx",
    "md": "markdown",
    "txt": "text",
}


def publish(story: "Story", format_name: PageFormat) -> bytes:
    """The file that shows ``story`` and nothing else."""
    module = importlib.import_module(f"{__name__}.{_MODULES[format_name]}")
    return cast(bytes, module.render(story))
