"""Markdown, HTML and Word: the prose and the title, and nothing around them."""

import io
import zipfile
from pathlib import Path

import docx
import pytest

from summarize.articles import read_article
from summarize.articles.html import read_html
from summarize.articles.limits import MAX_UNPACKED_BYTES
from summarize.articles.markdown import read_markdown
from summarize.articles.page import Page
from summarize.articles.word import read_word
from summarize.errors import ArticleError

RULING = (
    "The provincial court on Monday delayed its ruling on the fishing rights of 240 families until "
    "next month, saying that it needed more evidence."
)
APPEAL = "Lawyers for the families said they would appeal if the ruling went against them."


def word_bytes(*styled: tuple[str, str]) -> bytes:
    document = docx.Document()
    for style, text in styled:
        document.add_paragraph(text, style=style)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def with_document_xml(xml: str) -> bytes:
    """Return a real Word file whose main part is replaced by ``xml``."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(word_bytes())) as source,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for part in source.infolist():
            replaced = part.filename == "word/document.xml"
            target.writestr(part.filename, xml if replaced else source.read(part))
    return buffer.getvalue()


def test_markdown_gives_prose_without_its_marks() -> None:
    page = read_markdown(
        "# Court *delays* ruling\n\nThe [court](http://a.example) **on Monday**\nruled.\n\n"
        "![boat](b.png)\n\n## Reactions\n\n> It is `over`, he said.\n\n- a map\n- a boat\n\n"
        "```\ncode = 1\n```\n\n<div>markup</div>\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    )
    paragraphs = ("The court on Monday ruled.", "It is over, he said.", "a map", "a boat", "markup")
    assert (page.title, page.left_out) == ("Court delays ruling", ("a table",))
    assert tuple(filter(None, page.paragraphs)) == paragraphs


def test_front_matter_gives_the_title_and_nothing_else() -> None:
    page = read_markdown('---\ntitle: "Court delays ruling"\ndate: 2026\n---\n\nIt ruled.\n')
    assert page == Page("Court delays ruling", ("It ruled.",))


def test_html_gives_the_article_of_the_page() -> None:
    page = read_html(
        f"""<html><head><title>Court delays ruling | Mekong Daily</title>
        <meta property="og:title" content="Court delays ruling"></head>
        <body><nav><a href="/">Home</a> <a href="/news">News</a></nav><article>
        <h1>Court delays ruling</h1><p>{RULING.replace(" on", chr(10) + "on")}</p>
        <figure><img src="a.jpg"><figcaption>Fishermen wait. AFP</figcaption></figure>
        <h2>Appeal</h2><p>{APPEAL}</p><ul><li>The map of the lake is missing.</li></ul>
        <script>alert("x")</script></article><footer>Contact us</footer></body></html>""",
        "page",
    )
    assert page == Page("Court delays ruling", (RULING, APPEAL, "The map of the lake is missing."))


def test_two_line_breaks_in_html_part_paragraphs_and_one_does_not() -> None:
    half = len(RULING) // 2
    cut = RULING.index(" ", half)
    broken = f"{RULING[:cut]}<br>{RULING[cut:]}<br><br>{APPEAL}"
    page = read_html(f"<html><body><article><p>{broken}</p></article></body></html>", "page")
    assert page.paragraphs == (RULING, APPEAL)


@pytest.mark.parametrize(
    "page",
    ["", "<html></html>", "<html><body><form>Log in <input></form></body></html>", "<p>Wait…</p>"],
)
def test_a_page_without_an_article_is_refused(page: str) -> None:
    with pytest.raises(ArticleError, match="without an article"):
        read_html(page, "page")


def test_word_styles_tell_title_headings_and_captions() -> None:
    page = read_word(
        word_bytes(
            ("Heading 1", "News"),
            ("Title", "Court delays ruling"),
            ("Normal", RULING),
            ("Heading 2", "Appeal"),
            ("List Bullet", "a map"),
            ("Caption", "Fishermen wait."),
            ("Normal", f"{APPEAL}\nIt is late."),
        ),
        "a.docx",
    )
    assert page == Page("Court delays ruling", (RULING, "a map", APPEAL, "It is late."))


def test_a_word_file_without_title_style_takes_its_first_heading() -> None:
    data = word_bytes(("Heading 1", "Court delays ruling"), ("Normal", RULING))
    assert read_word(data, "a.docx") == Page("Court delays ruling", (RULING,))


def test_an_archive_bomb_is_refused_before_it_is_unpacked() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"\0" * (MAX_UNPACKED_BYTES + 1))
    assert len(buffer.getvalue()) < 100_000
    with pytest.raises(ArticleError, match="unpacks to 50 MB"):
        read_word(buffer.getvalue(), "a.docx")


def test_external_entities_in_a_word_file_are_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("the secret")
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    data = with_document_xml(
        f'<!DOCTYPE d [<!ENTITY e SYSTEM "file://{tmp_path}/secret.txt">]><w:document {space}>'
        "<w:body><w:p><w:r><w:t>It is &e; out.</w:t></w:r></w:p></w:body></w:document>"
    )
    with pytest.raises(ArticleError, match="no sound Word file"):
        read_word(data, "a.docx")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"Just text", "not a Word file"),
        (b"%PDF-1.4", "PDF"),
        (b"PK\x03\x04 cut off", "damaged"),
        (with_document_xml("<not closed"), "no sound Word file"),
    ],
)
def test_what_only_pretends_to_be_a_word_file_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ArticleError, match=reason) as caught:
        read_word(data, "a.docx")
    assert caught.value.hint


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".HTM", ".docx", ".text"])
def test_every_format_gives_the_same_article(suffix: str, tmp_path: Path) -> None:
    title, path = "Court delays ruling", tmp_path / f"story{suffix}"
    html = f"<html><body><article><h1>{title}</h1><p>{RULING}</p><p>{APPEAL}</p></article></body>"
    written = {
        ".md": f"# {title}\n\n{RULING}\n\n{APPEAL}\n".encode(),
        ".html": html.encode(),
        ".htm": html.encode(),
        ".docx": word_bytes(("Title", title), ("Normal", RULING), ("Normal", APPEAL)),
    }
    plain = f"{title}\n\n{RULING}\n\n{APPEAL}\n".encode()
    path.write_bytes(written.get(suffix.lower(), plain))
    article = read_article(str(path))
    assert (article.title, article.text) == (title, f"{RULING}\n\n{APPEAL}")
