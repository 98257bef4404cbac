"""The page in a real browser: choosing a sentence lights what belongs to it, by mouse and keys."""

from dataclasses import replace
from pathlib import Path

import pytest

from summarize.output import render
from summarize.records import Article, Result, Sentence
from tests.browser import Browser
from tests.output.conftest import KHMER

LIT = "[...document.querySelectorAll('.lit')].map(s => s.id.slice(3)).sort().join(' ')"
FIRST = "a1 a2 a3 k1 s1"
SECOND = "a4 k2 s2"


@pytest.fixture
def page(browser: Browser, traced: Result, tmp_path: Path) -> Browser:
    return shown(browser, [traced], tmp_path)


def shown(browser: Browser, results: list[Result], folder: Path, width: int = 1280) -> Browser:
    file = folder / "page.html"
    file.write_bytes(render(results, "html"))
    browser.resize(width)
    browser.prefer("light")
    browser.open(file)
    return browser


def in_view(page: Browser, id: str) -> bool:
    box = f"document.getElementById('{id}').getBoundingClientRect()"
    return bool(page.run(f"{box}.top >= 0 && {box}.bottom <= innerHeight"))


@pytest.mark.parametrize(
    ("chosen", "lit"),
    [
        ("k1", FIRST),
        ("s1", FIRST),
        ("k2", SECOND),
        ("a4", SECOND),
        ("a2", "a2 k1 s1"),
    ],
)
def test_a_click_lights_what_a_sentence_came_from_and_became(
    page: Browser, chosen: str, lit: str
) -> None:
    page.click(f"#r1-{chosen}")
    assert page.run(LIT) == lit


def test_another_click_lights_another_and_the_same_click_clears(page: Browser) -> None:
    page.click("#r1-k1")
    page.click("#r1-k2")
    assert page.run(LIT) == SECOND
    page.click("#r1-k2")
    assert page.run(LIT) == ""


@pytest.mark.parametrize("key", ["Enter", " "])
def test_keys_do_what_a_click_does(page: Browser, key: str) -> None:
    page.run("document.getElementById('r1-k1').focus()")
    page.press(key)
    assert page.run(LIT) == FIRST
    assert page.run("document.activeElement.getAttribute('aria-pressed')") == "true"
    page.press("Escape")
    assert page.run(LIT) == ""
    assert page.run("document.activeElement.getAttribute('aria-pressed')") == "false"


def test_the_tab_key_reaches_every_sentence_with_links_and_shows_where_it_is(
    page: Browser,
) -> None:
    seen = []
    for _ in range(14):
        page.press("Tab")
        seen.append(page.run("document.activeElement.id.slice(3)"))
    assert {"s1", "s2", "k1", "k2", "a1", "a2", "a3", "a4"} <= set(seen)
    style = "getComputedStyle(document.activeElement).outlineStyle"
    assert page.run(style) == "solid"


def test_what_is_lit_is_told_to_screen_readers(page: Browser) -> None:
    page.click("#r1-k2")
    told = page.run("document.querySelector('[role=status]').textContent")
    assert told == "Belongs to English 2, article 4"


@pytest.mark.parametrize("width", [1280, 390])
def test_the_other_end_comes_into_view(
    browser: Browser, traced: Result, tmp_path: Path, width: int
) -> None:
    page = shown(browser, [long(traced)], tmp_path, width)
    assert not in_view(page, "r1-a4")
    page.click("#r1-k2")
    assert in_view(page, "r1-a4")
    page.click("#r1-a4")
    assert in_view(page, "r1-s2")


def long(result: Result) -> Result:
    """The same, with more than a screen of other sentences before the last of the article."""
    *first, last = result.article.sentences
    others = [Sentence(f"x{n}", "Nothing else happened.", 0, 0, 9 + n) for n in range(60)]
    sentences = (*first, *others, replace(last, paragraph=99))
    return replace(result, article=replace(result.article, sentences=sentences))


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_nothing_is_wider_than_the_screen(
    browser: Browser, traced: Result, tmp_path: Path, width: int
) -> None:
    article: Article = replace(traced.article, source="https://example.org/" + "a" * 400)
    page = shown(browser, [replace(traced, article=article)], tmp_path, width)
    assert page.run("document.documentElement.scrollWidth <= innerWidth")


def test_dark_is_dark(page: Browser) -> None:
    paper = "getComputedStyle(document.body).backgroundColor"
    light = page.run(paper)
    page.prefer("dark")
    assert (light, page.run(paper)) == ("rgb(255, 255, 255)", "rgb(23, 24, 26)")


def test_several_articles_do_not_light_each_other(
    browser: Browser, traced: Result, tmp_path: Path
) -> None:
    page = shown(browser, [traced, traced], tmp_path)
    page.click("#r2-k2")
    ids = page.run("[...document.querySelectorAll('.lit')].map(s => s.id).sort().join(' ')")
    assert ids == "r2-a4 r2-k2 r2-s2"


def test_a_translated_text_leads_from_khmer_to_the_article(
    browser: Browser, traced: Result, tmp_path: Path
) -> None:
    assert traced.draft is not None
    segments = tuple(
        replace(s, sentence=s.sentence.replace("s", "a")) for s in traced.draft.segments
    )
    whole = replace(traced, summary=None, draft=replace(traced.draft, segments=segments))
    page = shown(browser, [whole], tmp_path)
    page.click("#r1-k2")
    assert page.run(LIT) == "a2 k2"


def test_without_scripts_it_is_a_document_whose_links_light(
    browser: Browser, traced: Result, tmp_path: Path
) -> None:
    browser.send("Emulation.setScriptExecutionDisabled", value=True)
    try:
        page = shown(browser, [traced], tmp_path)
        assert KHMER[1] in page.run("document.body.innerText")
        assert page.run("document.querySelector('[role=button]')") is None
        assert page.run("document.getElementById('hint').checkVisibility()") is False
        page.click("[lang=km] a[href='#r1-s2']")
        assert page.run("document.querySelector(':target').id") == "r1-s2"
    finally:
        browser.send("Emulation.setScriptExecutionDisabled", value=False)


def test_no_other_script_may_run(browser: Browser, traced: Result, tmp_path: Path) -> None:
    foreign = b"<script>document.title = 'taken over'</script></body>"
    file = tmp_path / "page.html"
    file.write_bytes(render([traced], "html").replace(b"</body>", foreign))
    browser.open(file)
    assert browser.run("document.title") == "Courts to act"
    browser.click("#r1-k2")
    assert browser.run(LIT) == SECOND
