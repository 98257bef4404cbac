"""The page in a real browser: what it looks like, on phones, for everyone."""

import importlib.resources
from importlib.util import find_spec

import pytest

from summarize.memory import Entry
from summarize.review.records import Edit
from summarize.review.web.desk import Desk
from tests.browser import CONTROL, SHIFT, Browser
from tests.review.web.page import button
from tests.review.web.sample import ARTICLE, THEIRS


def test_no_text_runs(page: Browser) -> None:
    assert page.run("document.title") == "Courts <b>open</b>"
    assert page.run("document.querySelectorAll('.text img, .text script').length") == 0
    assert page.run("document.querySelector('.text').innerText.includes('<script>')")


def test_khmer_is_shown_in_the_font_that_comes_with_the_page(page: Browser) -> None:
    assert page.run(
        "document.fonts.ready.then(() => document.fonts.check('16px \"Noto Sans Khmer\"', 'ខ្មែរ'))"
    )
    loaded = "[...document.fonts].filter(f => f.status === 'loaded').length"
    assert page.wait(loaded)


@pytest.mark.parametrize("width", [1280, 390, 320])
@pytest.mark.parametrize("place", ["article", "list"])
def test_nothing_is_wider_than_the_screen(page: Browser, width: int, place: str) -> None:
    page.resize(width)
    if place == "list":
        page.open(page.run("new URL('/', location.href).href"))
    assert page.run("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.skipif(
    find_spec("axe_playwright_python") is None,
    reason="axe-core is not here (pip install axe-playwright-python)",
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize(
    "place",
    ["list", "article", "conflict", "history", "keys", "note", "add", "concordance", "replacing"],
)
def test_axe_finds_nothing(page: Browser, desk: Desk, place: str, width: int, scheme: str) -> None:
    page.resize(width)
    page.prefer(scheme)
    if place == "list":
        page.open(page.run("new URL('/?q=lorry', location.href).href"))
    else:
        arrange(page, desk, place)
    axe = importlib.resources.files("axe_playwright_python").joinpath("axe.min.js")
    page.run(axe.read_text("utf-8") + ";0")
    faults = page.run(
        "axe.run().then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html)))"
    )
    assert faults == []


def arrange(page: Browser, desk: Desk, place: str) -> None:
    """Bring up what is seldom seen."""
    page.press("j")
    page.press("c")
    page.type("Which court?")
    page.press("Enter")
    page.wait("document.querySelector('#k1 .notes li button') !== null")
    page.wait("document.querySelector('#k1 .terms') !== null")
    if place == "conflict":
        desk.store.change([Edit(ARTICLE, "k1", 0, THEIRS)], "Sophea")
        page.click(button("approve"))
        page.wait("!document.querySelector('#k1 .conflict').hidden")
    elif place == "concordance":
        desk.memory.add([Entry("The court sat.", "តុលាការបានប្រជុំ។", "Sophea", "2026-01-02T03:04Z")])
        page.press("k", CONTROL)
        page.type("court")
        page.wait("document.querySelector('#concordance mark') !== null")
    elif place == "replacing":
        desk.store.change([Edit(ARTICLE, "k2", 0, state="approved")], "Sophea")
        page.press("F", CONTROL | SHIFT)
        page.type("បាន")
        page.wait("document.querySelectorAll('#replacing li').length === 2")
    elif place == "note":
        page.press("c")
    elif place != "article":
        page.press({"history": "h", "keys": "?", "add": "g"}[place])
        page.wait(f"document.getElementById('{place}').open")
