"""Sentences are put into Khmer in their place; everything else stays as it was."""

import io
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Pt
from hypothesis import given
from hypothesis import strategies as st

from summarize.errors import ArticleError
from summarize.service.documents.markup import Markup
from summarize.service.documents.plain import Plain
from summarize.service.documents.word import Word

PIECES = st.sampled_from(
    ["The court opened.", "It rained!", " ", "\n", "\t", "\r\n", "ខ្មែរ។", "😀", "12.5", "Mr. Sok"]
)
TAGS = st.sampled_from(
    ["<p>", "</p>", "<b>", "</b>", "<i>", "</a>", '<a href="x">', "<br>", "&lt;"]
)


def translated(document: Any) -> Any:
    """Each sentence becomes its id in angle quotes."""
    return document.written({one.id: f"«{one.id}»" for one in document.article.sentences})


def english(document: Any) -> list[str]:
    return [one.text for one in document.article.sentences]


def test_lines_and_spaces_of_plain_text_stay() -> None:
    text = "  The court opened. It rained.\n\n- Two men came.\r\n"
    assert translated(Plain(text)) == "  «a1» «a2»\n\n- «a3»\r\n"


@pytest.mark.parametrize("marker", ["- ", "• ", "1. ", "12) ", "## ", "> "])
def test_what_marks_a_line_stays(marker: str) -> None:
    assert translated(Plain(f"{marker}It rained.")) == f"{marker}«a1»"


@pytest.mark.parametrize("text", ["", "  ", "😀", "12.5 %", "រដ្ឋមន្ត្រី។", "…"])
def test_what_has_no_english_stays(text: str) -> None:
    assert english(Plain(text)) == []
    assert translated(Plain(text)) == text


@given(st.lists(PIECES, max_size=12).map("".join))
def test_nothing_but_sentences_is_changed_in_plain_text(text: str) -> None:
    document = Plain(text)
    assert document.written({one.id: one.text for one in document.article.sentences}) == text


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>The court opened.</p>", "<p>«a1»</p>"),
        ("The court <b>opened</b> today.", "«a1»"),
        ("<p><b>The court opened.</b> It rained.</p>", "<p><b>«a1»</b> «a2»</p>"),
        ("<p><b><i>The</i></b> court opened.</p>", "<p>«a1»</p>"),
        ("<ul><li>One man came.<li>Two men ran.</ul>", "<ul><li>«a1»</li><li>«a2»</li></ul>"),
        ("<p>The court\n opened.<br>It rained.</p>", "<p>«a1»<br>«a2»</p>"),
        ('<p><a href="/x">The court opened.</a></p>', '<p><a href="/x">«a1»</a></p>'),
        ('<p>It <img src="a.png"> rained.</p>', '<p><img src="a.png">«a1»</p>'),
        ("<pre>ls -l</pre><p>It rained.</p>", "<pre>ls -l</pre><p>«a1»</p>"),
        ("<script>alert('It rained.')</script>", "<script>alert('It rained.')</script>"),
        ('<p translate="no">Phnom Penh Post</p>', '<p translate="no">Phnom Penh Post</p>'),
        ("<p>It rained.<!-- so they say --></p>", "<p>«a1»<!-- so they say --></p>"),
        ("A &lt; B &amp; C.", "«a1»"),
        ("3 &lt; 5", "3 &lt; 5"),
        ("", ""),
    ],
)
def test_elements_stay_and_their_text_is_translated(html: str, expected: str) -> None:
    assert translated(Markup(html)) == expected


def test_sentences_of_html_go_over_markup_and_lines() -> None:
    html = "<p>The <b>court</b>\nopened. It <i>rained.</i></p>"
    assert english(Markup(html)) == ["The court opened.", "It rained."]


def test_a_whole_page_keeps_its_head_and_its_document_type() -> None:
    page = "<!DOCTYPE html><html lang='en'><head><title>It rained</title></head><body>Mud.</body>"
    found = translated(Markup(page))
    assert found.startswith("<!DOCTYPE html>")
    assert "<title>«a1»</title>" in found
    assert "<body>«a2»</body>" in found.replace("<p>", "").replace("</p>", "")


def test_what_a_translation_says_becomes_no_markup() -> None:
    document = Markup("<p>It rained.</p>")
    assert document.written({"a1": "<script>&"}) == "<p>&lt;script&gt;&amp;</p>"


@given(st.lists(st.one_of(PIECES, TAGS), max_size=12).map("".join))
def test_all_sentences_of_any_markup_are_in_what_is_written(html: str) -> None:
    document = Markup(html)
    found = document.written({one.id: f"«{one.id}»" for one in document.article.sentences})
    assert all(f"«{one.id}»" in found for one in document.article.sentences)


def test_deep_markup_is_read_without_recursion() -> None:
    html = "<div>" * 5_000 + "It rained."
    assert isinstance(translated(Markup(html)), str)


def test_endless_markup_is_refused() -> None:
    with pytest.raises(ArticleError, match="elements"):
        Markup("<b>x</b>" * 200_000)


def word_file() -> bytes:
    document = docx.Document()
    document.add_heading("Courts open", level=1)
    paragraph = document.add_paragraph("The minister said ")
    paragraph.add_run("it rained").bold = True
    paragraph.add_run(". Nobody came.")
    large = document.add_paragraph().add_run("It was late.")
    large.font.size, large.font.underline = Pt(20), True
    document.add_table(1, 2).cell(0, 1).text = "Two men came."
    document.add_paragraph("12.5 %")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_every_paragraph_of_a_word_file_is_translated_in_its_place() -> None:
    document = Word(word_file())
    assert english(document) == [
        "Courts open",
        "The minister said it rained.",
        "Nobody came.",
        "It was late.",
        "Two men came.",
    ]
    found = docx.Document(io.BytesIO(translated(document)))
    assert [one.text for one in found.paragraphs] == ["«a1»", "«a2» «a3»", "«a4»", "12.5 %"]
    assert found.tables[0].cell(0, 1).text == "«a5»"
    assert found.paragraphs[0].style is not None
    assert found.paragraphs[0].style.name == "Heading 1"


def test_khmer_in_a_word_file_has_the_font_and_the_size_it_needs_in_the_order_of_the_schema() -> (
    None
):
    found = docx.Document(io.BytesIO(translated(Word(word_file()))))
    properties: Any = found.paragraphs[2].runs[0]._element.rPr
    names = [one.tag for one in properties]
    assert names.index(qn("w:szCs")) < names.index(qn("w:u")) < names.index(qn("w:cs"))
    assert properties.find(qn("w:szCs")).get(qn("w:val")) == "40"
    assert properties.find(qn("w:lang")).get(qn("w:bidi")) == "km-KH"


@pytest.mark.parametrize("data", [b"", b"plain text", b"PK\x03\x04 no more"])
def test_what_is_no_word_file_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(ArticleError, match=r"damaged|cannot be read"):
        Word(data)
