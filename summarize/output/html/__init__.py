"""One page that needs nothing else: a plain document, in which a sentence lights what it rests on.

A Khmer sentence leads to its English and to the sentences of the article, and back. The links work
without the script; the only script and style that may run are those of this folder, by their hash.
"""

from collections.abc import Sequence
from html import escape
from importlib.resources import files

from summarize.output.html.story import story
from summarize.output.security import policy
from summarize.output.words import heading
from summarize.records import Result

HINT = '<p id="hint" class="note" hidden>Choose a sentence to see what belongs to it.</p>'


def render(results: Sequence[Result]) -> bytes:
    """A UTF-8 page; everything that comes from an article or a model is escaped."""
    title = heading(results[0]) if len(results) == 1 else f"{len(results)} articles"
    stories = "\n".join(story(result, f"r{n}") for n, result in enumerate(results, start=1))
    style, script = _own("page.css"), _own("page.js")
    page = (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy(style, script)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{style}</style>\n</head>\n"
        f'<body>\n{HINT}\n{stories}\n<p id="status" role="status"></p>\n'
        f"<script>{script}</script>\n</body>\n</html>\n"
    )
    return page.encode("utf-8")


def _own(name: str) -> str:
    return files(__name__).joinpath(name).read_text("utf-8")
