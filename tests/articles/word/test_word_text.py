"""Text of Word's XML as it stands once all changes are accepted."""

import io
import zipfile

import pytest

from summarize.articles.page import Page
from summarize.articles.word import read_word
from summarize.errors import ArticleError

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def word_file(body: str, styles: str = "") -> bytes:
    space = f'xmlns:w="{SPACE}" xmlns:mc="{COMPATIBILITY}"'
    parts = {"word/document.xml": f"<w:document {space}><w:body>{body}</w:body></w:document>"}
    if styles:
        parts["word/styles.xml"] = f"<w:styles {space}>{styles}</w:styles>"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def run(text: str, properties: str = "") -> str:
    made = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{made}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*pieces: str) -> str:
    return f"<w:p>{''.join(pieces)}</w:p>"


def read(body: str) -> tuple[str, ...]:
    return read_word(word_file(body), "a.docx").paragraphs


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        (
            [run("cost $"), f"<w:del>{run('4.7')}</w:del>", f"<w:ins>{run('1.2')}</w:ins>"],
            "cost $1.2",
        ),
        (
            [
                f"<w:moveFrom>{run('Now ')}</w:moveFrom>",
                run("it rains "),
                f"<w:moveTo>{run('now')}</w:moveTo>",
            ],
            "it rains now",
        ),
        (
            [run("In "), f"<w:sdt><w:sdtPr/><w:sdtContent>{run('May')}</w:sdtContent></w:sdt>"],
            "In May",
        ),
        ([run("In "), f"<w:smartTag>{run('Kampot')}</w:smartTag>", run(" town")], "In Kampot town"),
        ([run("see "), f"<w:hyperlink>{run('this')}</w:hyperlink>"], "see this"),
        ([run("hid"), run("XX", "<w:vanish/>"), run("den")], "hidden"),
        ([run("80", "<w:strike/>"), run("70")], "70"),
        ([run("80", '<w:strike w:val="0"/>')], "80"),
        ([run("80", "<w:dstrike/>"), run("70")], "70"),
        (
            [run("16,000"), run("1", '<w:vertAlign w:val="superscript"/>'), run(" boats")],
            "16,000 boats",
        ),
        ([run("14 km"), run("2", '<w:vertAlign w:val="superscript"/>')], "14 km²"),
        (
            [
                run("2"),
                run("1", '<w:vertAlign w:val="superscript"/>'),
                run("/"),
                run("2", '<w:vertAlign w:val="subscript"/>'),
            ],
            "2½",
        ),
        (["<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t></w:r>"], "a b-c"),
        (["<w:r><w:fldChar/><w:instrText>PAGE</w:instrText></w:r>", run("7")], "7"),
        ([run("a"), "<w:r><w:footnoteReference/></w:r>", run(" b")], "a b"),
        (['<w:r><w:sym w:font="Symbol" w:char="F0B7"/><w:sym w:char="00B0"/></w:r>'], "°"),
    ],
)
def test_a_paragraph_reads_as_it_is_printed(pieces: list[str], text: str) -> None:
    assert read(paragraph(*pieces)) == (text,)


def test_text_in_tables_and_boxes_is_read_where_it_stands() -> None:
    box = f"<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{paragraph(run('In a box.'))}"
    box += f"</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>{paragraph(run('In a box.'))}"
    box += "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"
    cells = "".join(
        f"<w:tc>{paragraph(run(text))}</w:tc>" for text in ("One boat is here.", "Two left.")
    )
    body = (
        paragraph(run("First."), box)
        + f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
        + paragraph(run("Last."))
    )
    assert read(body) == ("First.", "In a box.", "One boat is here.", "Two left.", "Last.")


def test_a_table_of_figures_and_an_embedded_document_are_said() -> None:
    row = "".join(f"<w:tc>{paragraph(run(text))}</w:tc>" for text in ("Boats", "24"))
    body = paragraph(run("First.")) + f"<w:tbl>{f'<w:tr>{row}</w:tr>' * 3}</w:tbl><w:altChunk/>"
    found = read_word(word_file(body), "a.docx")
    assert (found.paragraphs, found.left_out) == (("First.",), ("a table", "an embedded document"))


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    mark = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    assert read(paragraph(mark, run("It rained ")) + paragraph(run("all day."))) == (
        "It rained all day.",
    )


def test_styles_are_known_by_name_in_whatever_language_their_ids_are() -> None:
    styles = '<w:style w:styleId="Titel"><w:name w:val="Title"/></w:style>'
    styles += '<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
    body = paragraph('<w:pPr><w:pStyle w:val="Titel"/></w:pPr>', run("Ferry starts"))
    body += paragraph('<w:pPr><w:pStyle w:val="berschrift1"/></w:pPr>', run("The price"))
    assert read_word(word_file(body + paragraph(run("It sails."))), "a.docx").title == ""
    assert read_word(word_file(body + paragraph(run("It sails.")), styles), "a.docx") == Page(
        "Ferry starts", ("It sails.",)
    )


def test_a_file_with_too_many_elements_is_refused() -> None:
    with pytest.raises(ArticleError, match="more than 100,000 elements"):
        read_word(word_file("<w:p/>" * 900_000), "a.docx")
