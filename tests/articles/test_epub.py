"""EPUB: the documents of the spine in their order."""

import io
import zipfile

import pytest

from summarize.articles.epub import read_epub
from summarize.articles.limits import MAX_UNPACKED_BYTES
from summarize.articles.page import Page
from summarize.errors import ArticleError

CONTAINER = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="OEBPS/a.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>"""
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf"><metadata
xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The Mekong Reader</dc:title></metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="two" href="text/two%20.xhtml" media-type="application/xhtml+xml"/>
<item id="one" href="text/one.xhtml" media-type="application/xhtml+xml"/>
<item id="css" href="a.css" media-type="text/css"/></manifest>
<spine><itemref idref="nav"/><itemref idref="one"/><itemref idref="two"/></spine></package>"""


def epub(one: str, two: str = "", **parts: str) -> bytes:
    page = (
        '<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml">'
        "<head><title>x</title></head><body>{}</body></html>"
    )
    files = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OEBPS/a.opf": PACKAGE,
        "OEBPS/nav.xhtml": page.format("<p>Contents</p>"),
        "OEBPS/text/one.xhtml": page.format(one),
        "OEBPS/text/two .xhtml": page.format(two),
        **parts,
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def read(one: str, two: str = "") -> Page:
    return read_epub(epub(one, two), "a.epub")


def test_the_spine_gives_the_order_and_the_first_heading_the_title() -> None:
    page = read(
        "<h1>Court rules</h1><p>It ruled&nbsp;on <b>Monday</b>.<br/>It is late.</p>",
        "<h2>Reactions</h2><ul><li>a map</li><li>a boat</li></ul>",
    )
    assert page == Page("Court rules", ("It ruled on Monday. It is late.", "a map", "a boat"))


def test_without_a_heading_the_book_gives_the_title() -> None:
    assert read("<p>It ruled.</p>") == Page("The Mekong Reader", ("It ruled.",))


def test_text_beside_a_block_is_a_paragraph_of_its_own() -> None:
    page = read(
        "<div>It ruled.<p>It is late.</p>They <i>appeal</i>.<blockquote>No.</blockquote></div>"
    )
    assert page.paragraphs == ("It ruled.", "It is late.", "They appeal.", "No.")


def test_notes_and_pictures_and_deletions_are_left_out() -> None:
    page = read(
        '<p>It<a epub:type="noteref" href="#n">1</a> ruled <del>never</del>today.</p>'
        '<figure><img src="a.png"/><figcaption>A boat.</figcaption></figure>'
        '<aside epub:type="footnote" id="n"><p>Not yet.</p></aside><script>alert(1)</script>'
    )
    assert page.paragraphs == ("It ruled today.",)


def test_a_table_of_figures_is_left_out_and_said() -> None:
    page = read("<p>It ruled.</p><table><tr><td>Year</td><td>2025</td></tr></table>")
    assert (page.paragraphs, page.left_out) == (("It ruled.",), ("a table",))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"Just text", "not an EPUB file"),
        (b"PK\x03\x04 cut off", "damaged"),
        (epub("", **{"META-INF/container.xml": "<container/>"}), "names no package"),
        (epub("", **{"META-INF/container.xml": "<not closed"}), "not sound XML"),
        (epub("", **{"META-INF/rights.xml": "<rights/>"}), "protected"),
        (epub("", bomb="\0" * MAX_UNPACKED_BYTES), "unpacks to"),
    ],
)
def test_other_files_are_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ArticleError, match=reason) as caught:
        read_epub(data, "a.epub")
    assert caught.value.hint
