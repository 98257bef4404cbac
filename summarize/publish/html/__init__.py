"""One Khmer page that needs nothing else: the font is in it, and no script runs."""

from html import escape
from importlib.resources import files

from summarize.output.fonts import font_face
from summarize.output.security import policy
from summarize.publish.story import Story


def render(story: Story) -> bytes:
    """A UTF-8 page; everything in the story is escaped."""
    style = f"{font_face()}\n{files(__name__).joinpath('page.css').read_text('utf-8')}"
    page = (
        '<!doctype html>\n<html lang="km">\n<head>\n<meta charset="utf-8">\n'
        '<meta http-equiv="Content-Security-Policy" '
        f'content="{policy(style, fonts="data:")}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(story.name)}</title>\n<style>{style}</style>\n</head>\n"
        f"<body>\n<article>\n{_article(story)}\n</article>\n</body>\n</html>\n"
    )
    return page.encode("utf-8")


def _article(story: Story) -> str:
    first, *others = map(escape, story.paragraphs or ("",))
    place = f"<b>{escape(story.dateline)}</b> " if story.dateline else ""
    headline = [f"<h1>{escape(story.headline)}</h1>"] if story.headline else []
    label = [f'<p class="label">{escape(story.label)}</p>'] if story.label else []
    text = (f"<p>{text}</p>" for text in (f"{place}{first}", *others))
    return "\n".join([*headline, *text, *label])
