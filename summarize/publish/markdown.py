"""Markdown: headline and paragraphs; what is written in the text is never markup."""

from summarize.output.markdown import escape
from summarize.publish.story import Story


def render(story: Story) -> bytes:
    """UTF-8 Markdown."""
    first, *others = map(escape, story.paragraphs or ("",))
    place = f"**{escape(story.dateline)}** " if story.dateline else ""
    headline = f"# {escape(story.headline)}" if story.headline else ""
    parts = [headline, f"{place}{first}".strip(), *others, escape(story.label)]
    return ("\n\n".join(filter(None, parts)) + "\n").encode("utf-8")
