"""A page to edit in any browser: change the Khmer, choose a state, save the page.

"Save" downloads the page with what was typed; nothing is sent anywhere. The only script and style
that may run are those of this folder, by their hash.
"""

from html import escape
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from summarize.errors import ReviewError
from summarize.output.security import policy
from summarize.review.formats.cells import read_state
from summarize.review.formats.records import Document, Imported, Row, read_version, writable
from summarize.review.formats.xml import place_of, text_of
from summarize.review.records import STATES

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NAMES: Final = {
    "draft": "draft",
    "needs-work": "needs work",
    "edited": "edited",
    "approved": "approved",
}


def write(document: Document) -> bytes:
    """The page; everything that comes from an article or a person is escaped."""
    title = escape(writable(document.title or document.source))
    style, script = _own("page.css"), _own("page.js")
    rows = "\n".join(_row(row, number) for number, row in enumerate(document.rows, start=1))
    page = (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy(style, script)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f'<header><h1>{title}</h1>\n<button type="button" id="save">Save</button>\n'
        '<p id="told" role="status">Change the Khmer, then save this page as a file.</p></header>\n'
        f"<main>\n{rows}\n</main>\n<script>{script}</script>\n</body>\n</html>\n"
    )
    return page.encode("utf-8")


def read(data: bytes, name: str) -> list[Imported]:
    """Every segment on the page in the file ``name``."""
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        root = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ReviewError(f"{name} is no HTML: {error}", "Save the page again.") from error
    return [_imported(_section(one), one, name) for one in root.iter("textarea")]


def _own(name: str) -> str:
    return files(__name__).joinpath(name).read_text("utf-8")


def _row(row: Row, number: int) -> str:
    one = row.segment
    choices = "".join(
        f'<option value="{state}"{" selected" if state == one.state else ""}>{_NAMES[state]}'
        "</option>"
        for state in STATES
    )
    notes = "".join(f"<li>{escape(writable(note))}</li>" for note in row.told)
    return (
        f'<section data-id="{escape(one.key)}" data-sha256="{one.source_sha256}" '
        f'data-version="{one.version}">\n<div><p class="source" lang="en" id="e{number}">'
        f'{escape(writable(one.source))}</p>\n<ul class="notes">{notes}</ul></div>\n'
        f'<div><textarea lang="km" spellcheck="false" aria-label="Khmer of sentence {number}" '
        f'aria-describedby="e{number}">\n{escape(writable(one.target))}</textarea>\n'
        f"<label>State <select>{choices}</select></label></div>\n</section>"
    )


def _section(field: "HtmlElement") -> "HtmlElement":
    """The segment that ``field`` is of; itself where somebody has moved it out of all."""
    return next(field.iterancestors("section"), field)


def _imported(section: "HtmlElement", field: "HtmlElement", name: str) -> Imported:
    key = section.get("data-id", "")
    place = place_of(field, name)
    source = next((p for p in section.iter("p") if p.get("class") == "source"), None)
    chosen = [one.get("value", "") for one in section.iter("option") if "selected" in one.attrib]
    return Imported(
        key,
        text_of(field).removeprefix("\n"),
        text_of(source),
        section.get("data-sha256", ""),
        read_version(section.get("data-version", "")),
        read_state(chosen[-1], place) if chosen else None,
        place,
    )
