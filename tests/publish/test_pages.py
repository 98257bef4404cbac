"""Published pages: the story and nothing else, safe, in Khmer type, and read by other programs."""

import io
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import etree, html
from markdown_it import MarkdownIt

from summarize.output.fonts import FOLDER
from summarize.output.post import Post
from summarize.publish import PAGE_FORMATS, PageFormat, publish
from summarize.publish.story import Story
from tests.browser import Browser
from tests.publish.conftest import STORY

EVIL = "<script>alert(1)</script> & <b>«x»</b> \"'[a](javascript:alert(1)) *x* # =1+1"
HOSTILE = Story(EVIL, f"{EVIL}៖", (EVIL, f"# {EVIL}"))
WORD = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}


def shown(browser: Browser, story: Story, folder: Path, width: int = 1000) -> Browser:
    page = folder / "page.html"
    page.write_bytes(publish(story, "html"))
    browser.resize(width)
    browser.open(page)
    return browser


def text_of(story: Story) -> list[str]:
    first, *others = story.paragraphs
    return [story.headline, f"{story.dateline} {first}", *others]


@pytest.mark.parametrize("story", [STORY, HOSTILE], ids=["story", "hostile"])
def test_a_browser_shows_every_letter_and_runs_nothing(
    story: Story, browser: Browser, tmp_path: Path
) -> None:
    page = shown(browser, story, tmp_path)
    blocks = "[...document.querySelectorAll('h1, p')].map(block => block.textContent)"
    assert page.run(blocks) == text_of(story)
    assert page.run("document.scripts.length") == 0
    assert page.run("document.title") == story.name
    assert page.run("document.documentElement.lang") == "km"


def test_the_font_comes_with_the_page_and_is_used(browser: Browser, tmp_path: Path) -> None:
    page = shown(browser, STORY, tmp_path)
    assert page.run("document.fonts.size") == 1
    assert page.run("[...document.fonts][0].status") == "loaded"
    page.send("DOM.enable")
    page.send("CSS.enable")
    root = page.send("DOM.getDocument")["root"]["nodeId"]
    node = page.send("DOM.querySelector", nodeId=root, selector="p")["nodeId"]
    used = page.send("CSS.getPlatformFontsForNode", nodeId=node)["fonts"]
    khmer = max(used, key=lambda font: font["glyphCount"])
    assert (khmer["familyName"], khmer["isCustomFont"]) == ("Noto Sans Khmer", True)


@pytest.mark.parametrize("width", [320, 1400])
def test_nothing_is_wider_than_the_screen(width: int, browser: Browser, tmp_path: Path) -> None:
    page = shown(browser, STORY, tmp_path, width)
    assert page.run("document.documentElement.scrollWidth <= innerWidth")


def test_the_policy_of_the_page_lets_nothing_else_in() -> None:
    root: Any = html.document_fromstring(publish(STORY, "html"))
    (policy,) = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "script-src 'none'" in policy
    assert "font-src data:" in policy
    assert root.xpath("//@src | //@href | //@style") == []


def test_a_page_is_small() -> None:
    assert len(publish(STORY, "html")) < 40_000


def test_the_licence_of_the_font_is_beside_it() -> None:
    licence = FOLDER.joinpath("OFL.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence


@pytest.mark.parametrize("story", [STORY, HOSTILE], ids=["story", "hostile"])
def test_word_has_every_letter_in_khmer_type(story: Story) -> None:
    data = publish(story, "docx")
    assert [block.text for block in docx.Document(io.BytesIO(data)).paragraphs] == text_of(story)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root: Any = etree.fromstring(archive.read("word/document.xml"))
    runs = root.findall(".//w:r", WORD)
    assert {run.find("w:rPr/w:rFonts", WORD).get(f"{{{WORD['w']}}}cs") for run in runs} == {
        "Khmer OS Siemreap"
    }
    assert all(run.find("w:rPr/w:cs", WORD) is not None for run in runs)


@pytest.mark.parametrize("story", [STORY, HOSTILE], ids=["story", "hostile"])
def test_markdown_shows_exactly_these_letters(story: Story) -> None:
    rendered = MarkdownIt("commonmark").render(publish(story, "md").decode())
    blocks: Any = html.fragments_fromstring(rendered)
    assert [block.text_content() for block in blocks if not isinstance(block, str)] == text_of(
        story
    )


def test_text_is_headline_and_paragraphs() -> None:
    assert publish(STORY, "txt").decode() == "\n\n".join(text_of(STORY)) + "\n"


@pytest.mark.parametrize("name", ["html", "docx", "md", "txt", "telegram", "facebook"])
def test_a_story_without_headline_and_dateline_is_its_text(name: str) -> None:
    story = Story("", "", STORY.paragraphs)
    data = publish(story, name)  # type: ignore[arg-type]
    if name == "docx":
        assert len(docx.Document(io.BytesIO(data)).paragraphs) == len(STORY.paragraphs)
    elif name == "html":
        assert html.document_fromstring(data).xpath("//h1 | //b") == []
    else:
        assert data.decode() == "\n\n".join(STORY.paragraphs) + "\n"


@pytest.mark.parametrize("name", PAGE_FORMATS)
def test_the_label_is_on_every_page_and_post_where_it_is_asked_for(name: PageFormat) -> None:
    label = "Drafted by machine, checked by Sok on 29 November 2026"
    labelled = replace(STORY, post=Post("0" * 64, "km", "", (), label=label))
    data = publish(labelled, name)
    shown = docx_text(data) if name == "docx" else data.decode()
    assert label in shown
    assert label not in publish(STORY, name).decode("latin-1")


def docx_text(data: bytes) -> str:
    return "\n".join(block.text for block in docx.Document(io.BytesIO(data)).paragraphs)
