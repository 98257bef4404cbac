"""Files made to be slow or large: refused in words, or read in bounded time."""

import io
import time
import zipfile
from collections.abc import Callable
from contextlib import suppress

import pytest

from summarize.articles.read import article_from_file
from summarize.errors import ArticleError, SummarizeError

SIZE = 1_000_000
SECONDS = 20.0
"""On any machine, however busy; before, these took minutes, or for ever."""
STORY = "The court ruled on Monday that the lake is public and that they were right. " * 9
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OASIS = "urn:oasis:names:tc:opendocument:xmlns"


def packed(**parts: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), text)
    return data.getvalue()


def docx(body: str) -> bytes:
    text = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return packed(word__document_dot_xml=text)


def odt(body: str) -> bytes:
    names = f'xmlns:office="{OASIS}:office:1.0" xmlns:text="{OASIS}:text:1.0"'
    inner = f"<office:body><office:text>{body}</office:text></office:body>"
    return packed(
        content_dot_xml=f"<office:document-content {names}>{inner}</office:document-content>"
    )


def epub(body: str, times: int = 1) -> bytes:
    reference = '<itemref idref="a"/>'
    item = '<item id="a" href="a.html" media-type="application/xhtml+xml"/>'
    return packed(
        **{"META-INF__container_dot_xml": '<c><rootfile full-path="p.opf"/></c>'},
        p_dot_opf=f"<package>{item}{reference * times}</package>",
        a_dot_html=f"<html><body>{body}</body></html>",
    )


def page(body: str, head: str = "") -> bytes:
    return f"<html><head>{head}</head><body>{body}<p>{STORY}</p></body></html>".encode()


def repeated(text: str) -> bytes:
    return (text * (SIZE // len(text.encode()) + 1)).encode()[:SIZE]


CASES: dict[str, Callable[[], bytes]] = {
    "million classes.html": lambda: page(f"<p class='{'a ' * 400_000}'>x</p>"),
    "one long class.html": lambda: page(f"<p class='{'a-' * 400_000}'>x</p>"),
    "style of spaces.html": lambda: page(f"<p style='display{' ' * 800_000}'>x</p>"),
    "attributes.html": lambda: page("<p " + " ".join(f"a{i}=1" for i in range(100_000)) + ">x</p>"),
    "bare attributes.html": lambda: page(
        "<p " + " ".join(f"a{i}" for i in range(100_000)) + ">x</p>"
    ),
    "slashed attributes.html": lambda: page(
        "<p " + "/".join(f"a{i}" for i in range(100_000)) + ">x</p>"
    ),
    "open tag.html": lambda: page("<p " + " ".join(f"a{i}='1'" for i in range(80_000))),
    "headings.html": lambda: page("<h1>a b c</h1>" * 40_000, f"<title>{'a b | ' * 1000}</title>"),
    "title.html": lambda: page("<h1>a</h1>", f"<title>{' | a' * 200_000}</title>"),
    "elements.html": lambda: page("<b></b>" * 140_000),
    "json.html": lambda: page("", f"<script type='application/ld+json'>{'[' * 900_000}</script>"),
    "punycode.html": lambda: page("a-z" * 100_000, "<meta charset=punycode>"),
    "marks.txt": lambda: repeated("a" + "\u0301\u0323" * 100_000),
    "prolog.txt": lambda: repeated("<!---->"),
    "fragment.txt": lambda: repeated("<a "),
    "dotted.txt": lambda: repeated("U.S. "),
    "capitals.txt": lambda: repeated("AA "),
    "quotes.md": lambda: repeated("> "),
    "lists.md": lambda: repeated("- "),
    "emphasis.md": lambda: repeated("*a **b "),
    "links.md": lambda: repeated("[a]"),
    "images.md": lambda: repeated("![a]("),
    "references.md": lambda: repeated("[a]: b\n"),
    "footnotes.md": lambda: repeated("^["),
    "comments.md": lambda: repeated("a <!-- "),
    "front.md": lambda: repeated("---\n"),
    "paragraphs.docx": lambda: docx("<w:p/>" * 6_000_000),
    "runs.docx": lambda: docx(f"<w:p>{'<w:r><w:t>a</w:t></w:r>' * 150_000}</w:p>"),
    "paragraphs.odt": lambda: odt("<text:p/>" * 4_000_000),
    "spaces.odt": lambda: odt("<text:p>" + "<text:s text:c='99'/>" * 900_000 + "</text:p>"),
    "no number.odt": lambda: odt("<text:p>a<text:s text:c='x'/></text:p>"),
    "long number.odt": lambda: odt(f"<text:p>a<text:s text:c='{'9' * 5000}'/></text:p>"),
    "blocks.epub": lambda: epub("<div>a</div>" * 3_000_000),
    "spans.epub": lambda: epub(("<span>" * 200 + "<div>a</div>" + "</span>" * 200) * 200),
    "again.epub": lambda: epub(f"<p>{STORY}</p>", 100_000),
    "groups.rtf": lambda: b"{\\rtf1 " + b"{" * 900_000,
}


@pytest.mark.parametrize("name", CASES)
def test_no_file_takes_long(name: str) -> None:
    data = CASES[name]()
    began = time.monotonic()
    with suppress(SummarizeError):
        article_from_file(data, name, force=True)
    assert time.monotonic() - began < SECONDS


@pytest.mark.parametrize(
    "charset",
    ["punycode", "idna", "utf-7", "unicode_escape", "rot13", "zip", "undefined", "x" * 30],
)
def test_what_is_no_charset_of_the_web_is_not_believed(charset: str) -> None:
    text = STORY.replace("court", "+AGEAYQ- court")
    found = article_from_file(page(f"<p>{text}</p>", f"<meta charset={charset}>"), "a.html")
    assert "+AGEAYQ-" in found.text


MANY: dict[str, Callable[[int], bytes]] = {
    "items.html": lambda count: page("<li>x" * count),
    "paragraphs.docx": lambda count: docx("<w:p><w:r><w:t>x</w:t></w:r></w:p>" * count),
    "paragraphs.odt": lambda count: odt("<text:p>x</text:p>" * count),
    "paragraphs.rtf": lambda count: b"{\\rtf1 " + b"x\\par " * count + STORY.encode() + b"}",
    "cells.rtf": lambda count: b"{\\rtf1 " + b"x\\cell " * count + STORY.encode() + b"}",
    "items.epub": lambda count: epub("<li>x</li>" * count),
    "paragraphs.txt": lambda count: b"It is so.\n\n" * count,
    "paragraphs.md": lambda count: b"It is so.\n\n" * count,
}


@pytest.mark.parametrize("name", MANY)
def test_too_many_paragraphs_are_refused_in_words(name: str) -> None:
    with pytest.raises(ArticleError, match="more than 10,000 paragraphs"):
        article_from_file(MANY[name](11_000), name, force=True)


def test_elements_without_an_end_are_counted_like_others() -> None:
    with pytest.raises(ArticleError, match="more than 60,000 elements"):
        article_from_file(page("x<br>" * 61_000), "a.html", force=True)


def test_the_attributes_of_a_usual_page_are_no_attack() -> None:
    picture = f'<img src="data:image/png;base64,{"A/b=" * 10_000}" alt="{"a lake " * 400}">'
    assert article_from_file(page(picture), "a.html").text.startswith("The court")
