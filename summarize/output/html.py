"""One page without scripts or outside files; Khmer set as it must be to be legible."""

from collections.abc import Sequence
from html import escape

from summarize.output.words import finding_lines, heading, provenance_lines
from summarize.records import Result

# Khmer stacks marks above and below the line: it needs tall lines, no italics, no letter-spacing.
STYLE = """
:root { color-scheme: light dark; }
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; line-height: 1.6;
       font-family: system-ui, sans-serif; }
[lang=km] { font-family: "Noto Sans Khmer", "Khmer OS Siemreap", Battambang, sans-serif;
            font-size: 1.15rem; line-height: 1.9; }
li { margin-block: .4rem; }
footer, .source { font-size: .85rem; opacity: .75; overflow-wrap: anywhere; }
.error { border-inline-start: .25rem solid #c22; padding-inline-start: .5rem; }
article + article { border-block-start: 1px solid; margin-block-start: 3rem; }
"""


def render(results: Sequence[Result]) -> bytes:
    """A UTF-8 page; everything that comes from an article or a model is escaped."""
    title = heading(results[0].article) if len(results) == 1 else f"{len(results)} articles"
    body = "\n".join(_article(result) for result in results)
    page = (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n"
        f"<body>\n{body}\n</body>\n</html>\n"
    )
    return page.encode("utf-8")


def _article(result: Result) -> str:
    parts = [
        f"<h1>{escape(heading(result.article))}</h1>",
        f'<p class="source">{escape(result.article.source)}</p>',
    ]
    if result.summary is not None:
        items = [(sentence.id, sentence.text) for sentence in result.summary.sentences]
        parts += ["<h2>Summary</h2>", _list(items, "en")]
    if result.draft is not None:
        items = [(segment.id, segment.target) for segment in result.draft.segments]
        parts += ['<h2 lang="km">ខ្មែរ</h2>', _list(items, "km")]
    if result.findings:
        notes = "".join(f"<li>{escape(line)}</li>" for line in finding_lines(result))
        parts.append(f'<h2>To check</h2>\n<ul class="error">{notes}</ul>')
    notes = "<br>".join(escape(line) for line in provenance_lines(result))
    parts.append(f"<footer>{notes}</footer>")
    return "<article>\n" + "\n".join(parts) + "\n</article>"


def _list(items: Sequence[tuple[str, str]], language: str) -> str:
    lines = "\n".join(f'<li data-id="{escape(i)}">{escape(text)}</li>' for i, text in items)
    return f'<ol lang="{language}">\n{lines}\n</ol>'
