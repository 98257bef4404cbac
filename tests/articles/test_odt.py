"""OpenDocument text: what the document says, without what it deletes, hides or notes."""

import io
import zipfile

import pytest

from summarize.articles.limits import MAX_UNPACKED_BYTES
from summarize.articles.odt import read_odt
from summarize.articles.page import Page
from summarize.errors import ArticleError

SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "text": "text",
        "style": "style",
        "table": "table",
        "draw": "drawing",
    }.items()
)
STYLES = """<office:automatic-styles>
<style:style style:name="P1" style:parent-style-name="Title"/>
<style:style style:name="T1">
<style:text-properties style:text-line-through-style="solid"/></style:style>
<style:style style:name="T2"><style:text-properties text:display="none"/></style:style>
</office:automatic-styles>"""


def odt(body: str, **parts: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f"<office:document-content {SPACES}>{STYLES}<office:body><office:text>{body}"
            "</office:text></office:body></office:document-content>",
        )
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def read(body: str) -> Page:
    return read_odt(odt(body), "a.odt")


def test_title_headings_paragraphs_and_lists() -> None:
    page = read(
        '<text:p text:style-name="P1">Court rules</text:p><text:h>Reactions</text:h>'
        "<text:p>It ruled<text:s/>on <text:span>Monday</text:span>.<text:line-break/>It is late."
        "</text:p><text:list><text:list-item><text:p>a map</text:p></text:list-item></text:list>"
        "<text:section><text:p>It is over.</text:p></text:section>"
    )
    assert page == Page("Court rules", ("It ruled on Monday. It is late.", "a map", "It is over."))


def test_without_a_title_the_first_heading_is_one() -> None:
    assert read("<text:h>Court rules</text:h><text:p>It ruled.</text:p>").title == "Court rules"


@pytest.mark.parametrize(
    "unseen",
    [
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>x</text:p>"
        "</text:note-body></text:note>",
        '<text:span text:style-name="T1">never</text:span>',
        '<text:span text:style-name="T2">never</text:span>',
        "<office:annotation><text:p>check</text:p></office:annotation>",
    ],
    ids=["note", "struck out", "hidden", "comment"],
)
def test_what_is_no_running_text_is_left_out(unseen: str) -> None:
    assert read(f"<text:p>It ruled{unseen} today.</text:p>").paragraphs == ("It ruled today.",)


def test_tracked_deletions_are_gone_and_insertions_stay() -> None:
    page = read(
        '<text:tracked-changes><text:changed-region text:id="c"><text:deletion><text:p>2 million'
        "</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>It cost "
        '<text:change text:change-id="c"/><text:change-start text:change-id="d"/>3 million'
        '<text:change-end text:change-id="d"/>.</text:p>'
    )
    assert page.paragraphs == ("It cost 3 million.",)


def test_the_text_of_a_box_follows_its_paragraph() -> None:
    page = read(
        "<text:p>It <draw:frame><draw:text-box><text:p>In a box.</text:p></draw:text-box>"
        "</draw:frame>ruled.</text:p>"
    )
    assert page.paragraphs == ("It ruled.", "In a box.")


def _table(*cells: str) -> str:
    inner = "".join(f"<table:table-cell><text:p>{one}</text:p></table:table-cell>" for one in cells)
    return f"<table:table><table:table-row>{inner}</table:table-row></table:table>"


def test_a_table_of_figures_is_left_out_and_said() -> None:
    page = read(f"<text:p>It ruled.</text:p>{_table('Year', '2025', '14')}")
    assert page == Page("", ("It ruled.",), ("a table",))


def test_a_table_that_lays_out_prose_is_read() -> None:
    prose = "The court ruled on Monday that the lake is public again."
    assert read(_table(prose, prose)) == Page("", (prose, prose))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"Just text", "not an .odt file"),
        (b"%PDF-1.4", "PDF"),
        (b"PK\x03\x04 cut off", "damaged"),
        (odt("<text:p>not closed"), "not sound XML"),
        (odt("", **{"META-INF/manifest.xml": "<encryption-data/>"}), "encrypted"),
    ],
)
def test_other_files_are_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ArticleError, match=reason) as caught:
        read_odt(data, "a.odt")
    assert caught.value.hint


def test_a_bomb_and_entities_are_refused() -> None:
    with pytest.raises(ArticleError, match="unpacks to"):
        read_odt(odt("", bomb="\0" * MAX_UNPACKED_BYTES), "a.odt")
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("content.xml", '<!DOCTYPE d [<!ENTITY e "x">]><d>&e;</d>')
    with pytest.raises(ArticleError, match="entities"):
        read_odt(buffer.getvalue(), "a.odt")
