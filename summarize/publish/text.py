"""Plain text: headline and paragraphs, parted by blank lines."""

from summarize.publish.story import Story


def render(story: Story) -> bytes:
    """UTF-8 text."""
    first, *others = story.paragraphs or ("",)
    parts = [story.headline, f"{story.dateline} {first}".strip(), *others, story.label]
    return ("\n\n".join(filter(None, parts)) + "\n").encode("utf-8")
