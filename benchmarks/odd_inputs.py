"""Inputs that made readers slow: each a name for its format, and how to make one of a size."""

import io
import zipfile
from collections.abc import Callable
from typing import Final

SIZES: Final = (1_000, 10_000, 100_000)
"""Characters."""
_TEXT: Final = "The bank cut its rate on Tuesday and said that prices would fall. "
_SPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
Make = Callable[[int], bytes]


def _word(body: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        document = f'<w:document xmlns:w="{_SPACE}"><w:body>{body}</w:body></w:document>'
        archive.writestr("word/document.xml", document)
    return buffer.getvalue()


def _open(body: str) -> bytes:
    office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "content.xml",
            f'<o:document-content xmlns:o="{office}" xmlns:t="{text}"><o:body><o:text>{body}'
            "</o:text></o:body></o:document-content>",
        )
    return buffer.getvalue()


def _repeated(unit: str, before: str = "", after: str = _TEXT) -> Make:
    """``unit`` again and again, as often as the size allows."""
    return lambda size: f"{before}{unit * (size // len(unit))}{after}".encode()


ODD_INPUTS: Final[dict[str, tuple[str, Make]]] = {
    "page: paragraphs": ("a.html", _repeated(f"<p>{_TEXT}")),
    "page: bold letters": ("a.html", _repeated("<b>x</b>", "<p>")),
    "page: lines": ("a.html", _repeated("x<br>", "<p>")),
    "page: breaks": ("a.html", _repeated("<br>", "<p>")),
    "page: nested divisions": ("a.html", _repeated("<div>")),
    "page: nested bold": ("a.html", _repeated("<b>")),
    "page: nested tables": ("a.html", _repeated("<table><tr><td>")),
    "page: nested lists": ("a.html", _repeated("<ul><li>")),
    "page: nested boxes": ("a.html", _repeated("<div class=share>")),
    "page: note marks": ("a.html", _repeated("<sup>1</sup>", "<p>x")),
    "page: fractions": ("a.html", _repeated("<sup>1</sup>/<sub>2</sub>", "<p>x")),
    "page: quotations": ("a.html", _repeated("<q>a ", "<p>")),
    "page: classes": ("a.html", _repeated("a ", "<p class='", f"'>{_TEXT}")),
    "page: headlines": ("a.html", _repeated("<h1>x</h1>")),
    "page: articles": ("a.html", _repeated("<article><h2>x</h2><p>y", "<h1>t</h1>")),
    "page: title": ("a.html", _repeated(" | a", "<title>", f"</title><h1>a</h1><p>{_TEXT}")),
    "page: JSON-LD": (
        "a.html",
        _repeated("[", "<script type='application/ld+json'>", f"</script><p>{_TEXT}"),
    ),
    "page: items": ("a.html", _repeated("<li>x")),
    "page: rules": ("a.html", _repeated("<hr>x")),
    "page: cells": ("a.html", _repeated("<td>x")),
    "page: sentences": ("a.html", _repeated("<b>Ab.</b>")),
    "page: links within": ("a.html", _repeated("<a href=#n1>x</a>")),
    "input: comments": ("a", _repeated("<!---->")),
    "input: open comments": ("a", _repeated("<!--")),
    "Markdown: title of spaces": ("a.md", _repeated(" ", "---\ntitle:", f"x\n---\n{_TEXT}")),
    "Markdown: front matter": ("a.md", _repeated("---\t\n \n", "---\n")),
    "Markdown: quotations": ("a.md", _repeated(">")),
    "Markdown: brackets": ("a.md", _repeated("[")),
    "Markdown: emphasis": ("a.md", _repeated("*a ")),
    "Markdown: struck out": ("a.md", _repeated("~~a ")),
    "Markdown: notes": ("a.md", _repeated("[^1]", "", "\n\n[^1]: x\n\nIt rains.")),
    "Markdown: code": ("a.md", _repeated("`")),
    "Markdown: paragraphs": ("a.md", _repeated("x\n\n")),
    "text: paragraphs": ("a.txt", _repeated("It is so.\n\n")),
    "text: combining marks": ("a.txt", _repeated("\u0301\u0323", "a")),
    "text: spaces": ("a.txt", _repeated(" ")),
    "text: line breaks": ("a.txt", _repeated("\n ")),
    "text: hyphens": ("a.txt", _repeated("infla-\ntion ")),
    "text: bullets": ("a.txt", _repeated("- ")),
    "text: short lines": ("a.txt", _repeated("x\n")),
    "text: capitals": ("a.txt", _repeated("AA BB. ")),
    "text: quotation marks": ("a.txt", _repeated("“a. ")),
    "text: full stops": ("a.txt", _repeated(".")),
    "text: abbreviations": ("a.txt", _repeated("Mr. A. ")),
    "text: one word": ("a.txt", _repeated("a")),
    "text: mail header": ("a.txt", _repeated("From: a\n")),
    "text: wrong decoding": ("a.txt", _repeated("â€™")),
    "text: names": ("a.txt", _repeated("Aaaa Bbbb ")),
    "text: bars": ("a.txt", _repeated("a | ")),
    "text: bylines": ("a.txt", _repeated("By A. | b (AFP\n\n")),
    "Word: empty paragraphs": ("a.docx", lambda size: _word("<w:p/>" * (size // 6))),
    "Word: runs": (
        "a.docx",
        lambda size: _word(f"<w:p>{'<w:r><w:t>x </w:t></w:r>' * (size // 25)}</w:p>"),
    ),
    "RTF: groups": ("a.rtf", _repeated("{", "{\\rtf1 ", "It rains.")),
    "RTF: closed groups": ("a.rtf", _repeated("{}", "{\\rtf1 ", "It rains.")),
    "RTF: cells": ("a.rtf", _repeated("x\\cell ", "{\\rtf1 ", "}")),
    "RTF: bytes": ("a.rtf", _repeated("\\'41", "{\\rtf1 ", "}")),
    "RTF: paragraphs": ("a.rtf", _repeated("x\\par ", "{\\rtf1 ", "}")),
    "RTF: escapes": ("a.rtf", _repeated("\\u8217?", "{\\rtf1 ", "}")),
    "OpenDocument: paragraphs": ("a.odt", lambda size: _open("<t:p>x</t:p>" * (size // 12))),
    "OpenDocument: spans": (
        "a.odt",
        lambda size: _open(f"<t:p>{'<t:span>x</t:span>' * (size // 18)}</t:p>"),
    ),
}
"""By what each has too much of."""
