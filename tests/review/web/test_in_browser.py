"""The page in a real browser: working by mouse and by keys, two tabs, phones, accessibility."""

import importlib.resources
import json
from importlib.util import find_spec

import pytest

from summarize.memory import Entry
from summarize.review.records import Edit, Reviewed
from summarize.review.web.desk import Desk
from tests.browser import CONTROL, Browser
from tests.review.web.conftest import ALTERNATIVES, ARTICLE, KHMER, RIGHT

THEIRS = "តុលាការបើកសំណុំរឿង ១២ នៅថ្ងៃចន្ទ។"
FOCUS = "document.activeElement"
HERE = f"{FOCUS}.closest('.card')?.id"


def text(number: int = 1) -> str:
    return f"document.querySelector('#k{number} textarea')"


def told(number: int = 1) -> str:
    return f"document.querySelector('#k{number} .told').textContent"


def state(number: int = 1) -> str:
    return f"document.getElementById('k{number}').dataset.state"


def button(name: str, number: int = 1) -> str:
    return f"#k{number} [data-do={name}]"


def kept(desk: Desk, number: int = 1) -> Reviewed:
    return desk.store.segments(ARTICLE)[number - 1]


def write(page: Browser, khmer: str, number: int = 1) -> None:
    """Put another text in the place of the one that is there, as by typing."""
    page.run(f"{text(number)}.focus(); {text(number)}.select()")
    page.type(khmer)


@pytest.fixture
def page(browser: Browser, link: str) -> Browser:
    """The article, opened by the link and the list."""
    browser.resize(1280)
    browser.prefer("light")
    browser.open(link)
    return article(browser)


def article(browser: Browser) -> Browser:
    path = browser.run("new URL('/article/" + ARTICLE + "', location.href).href")
    browser.open(path)
    return browser


def reloaded(page: Browser) -> Browser:
    return article(page)


# -- editing and approving ----------------------------------------------------------------------


def test_the_link_leads_to_the_list_and_does_not_stay_in_the_address(
    browser: Browser, link: str
) -> None:
    browser.open(link)
    assert browser.run("location.search") == ""
    browser.click(".articles a")
    assert browser.wait("document.querySelectorAll('.card').length") == 3


def test_an_edit_is_checked_while_typing_kept_on_leaving_and_there_after_loading_again(
    page: Browser, desk: Desk
) -> None:
    assert page.run("document.querySelectorAll('#k1 .findings .error').length") == 1
    write(page, RIGHT)
    page.wait("document.querySelectorAll('#k1 .findings li').length === 0")
    assert kept(desk).version == 0
    page.press("Escape")
    page.wait(f"{told()} === 'saved'")
    assert (kept(desk).target, kept(desk).state, kept(desk).who) == (RIGHT, "edited", "Dara")
    assert reloaded(page).run(f"{text()}.value") == RIGHT


def test_a_text_that_is_left_at_once_is_checked_as_well(page: Browser) -> None:
    write(page, KHMER[1].replace("រដ្ឋមន្ត្រី", "សាលា"), 2)
    page.press("Escape")
    page.wait(f"{told(2)} === 'saved'")
    page.wait("document.querySelector('#k2 .findings .warning') !== null")


def test_an_approval_is_there_after_loading_again(page: Browser, desk: Desk) -> None:
    page.click(button("approve", 2))
    page.wait(f"{state(2)} === 'approved'")
    assert page.run("document.getElementById('count').textContent") == "1 of 3 approved"
    assert kept(desk, 2).state == "approved"
    assert desk.memory.stats().entries == 1
    page = reloaded(page)
    assert page.run(state(2)) == "approved"
    page.click(button("approve", 2))
    page.wait(f"{state(2)} === 'draft'")


def test_errors_have_to_be_approved_twice(page: Browser, desk: Desk) -> None:
    page.click(button("approve"))
    page.wait(f"{told()}.startsWith('1 error')")
    assert kept(desk).state == "draft"
    page.click(button("approve"))
    page.wait(f"{state()} === 'approved'")


def test_text_typed_after_the_warning_has_to_be_approved_anew(page: Browser, desk: Desk) -> None:
    page.click(button("approve"))
    page.wait(f"{told()}.startsWith('1 error')")
    write(page, KHMER[0].replace("១៣", "១៤"))
    page.press("Enter", CONTROL)
    page.wait(f"{told()}.startsWith('1 error')")
    assert kept(desk).state == "draft"


def test_all_without_errors_are_approved_after_asking(page: Browser, desk: Desk) -> None:
    page.click("#bulk")
    page.wait("document.querySelector('#sure').open")
    assert page.run("document.getElementById('sure-text').textContent").startswith("2 sentences")
    page.click("#sure button[value=no]")
    page.wait("!document.querySelector('#sure').open")
    assert kept(desk, 2).state == "draft"
    page.click("#bulk")
    page.click("#sure button[value=yes]")
    page.wait(f"{state(2)} === 'approved' && {state(3)} === 'approved'")
    assert [one.state for one in desk.store.segments(ARTICLE)] == ["draft", "approved", "approved"]


def test_undo_brings_the_text_before_back(page: Browser, desk: Desk) -> None:
    write(page, RIGHT)
    page.click(button("undo"))  # leaving the text keeps it, then it is taken back
    page.wait(f"{text()}.value === {json.dumps(KHMER[0])}")
    assert [one.target for one in desk.store.history(ARTICLE, "k1")] == [KHMER[0], RIGHT, KHMER[0]]


def test_history_shows_what_was_changed_and_brings_a_version_back(page: Browser) -> None:
    write(page, RIGHT)
    page.press("Escape")
    page.wait(f"{told()} === 'saved'")
    page.click(button("history"))
    page.wait("document.querySelectorAll('#versions li').length === 2")
    assert page.run("document.querySelector('#versions ins').textContent") == "១២"
    assert page.run("document.querySelector('#versions del').textContent") == "១៣"
    page.click("#versions li:last-child button")
    assert page.run(f"{text()}.value") == KHMER[0]


def test_terms_and_sentences_approved_before_can_be_put_in(page: Browser, desk: Desk) -> None:
    desk.memory.add([Entry("The minister met reporters.", THEIRS, "Sophea")])
    page.press("j")
    page.press("j")
    page.wait("document.querySelector('#k2 .aid') !== null")
    page.click("#k2 .aid button")
    assert page.run(f"{text(2)}.value") == THEIRS
    page.run(f"{text(2)}.setSelectionRange(0, 0)")
    page.click("#k2 .terms button")
    assert page.run(f"{text(2)}.value") == f"រដ្ឋមន្ត្រី{THEIRS}"


def test_another_wording_of_the_model_can_be_put_in_and_approved(page: Browser, desk: Desk) -> None:
    page.press("j")
    page.wait("document.querySelectorAll('#k1 .wording').length === 2")
    assert page.run("document.querySelector('#k1 .wording p').textContent") == ALTERNATIVES[1][0]
    assert page.run("document.querySelector('#k1 .wording ins').textContent") == "១២"
    page.click("#k1 .wording button")
    assert page.run(f"{text()}.value") == RIGHT
    page.wait("document.querySelectorAll('#k1 .findings li').length === 0")
    page.press("Enter", CONTROL)
    page.wait(f"{state()} === 'approved'")
    assert kept(desk).target == RIGHT


# -- never a lost edit --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("choice", "result"), [("Keep mine", RIGHT), ("Take theirs", THEIRS)], ids=["mine", "theirs"]
)
def test_two_tabs_conflict_and_the_person_chooses(
    page: Browser, desk: Desk, choice: str, result: str
) -> None:
    first = page.tab()
    page.open(page_address(page, first))
    write(page, THEIRS)
    page.press("Escape")
    page.wait(f"{told()} === 'saved'")
    second = page.tab(first)
    write(page, RIGHT)
    page.press("Escape")
    page.wait("!document.querySelector('#k1 .conflict').hidden")
    assert THEIRS in page.run("document.querySelector('#k1 .conflict').textContent")
    assert page.run(f"{text()}.value") == RIGHT
    assert kept(desk).target == THEIRS
    page.run(
        f"[...document.querySelectorAll('.conflict button')]"
        f".find(b => b.textContent === '{choice}').click()"
    )
    page.wait("document.querySelector('#k1 .conflict').hidden")
    page.press("Escape")
    page.wait(f"{text()}.value === {json.dumps(result)} && {told()} !== 'not saved'")
    assert kept(desk).target == result
    assert THEIRS in {one.target for one in desk.store.history(ARTICLE, "k1")}
    page.close_tab(second)


def page_address(page: Browser, session: str) -> str:
    """The address that is open in the tab ``session``."""
    back = page.tab(session)
    address = str(page.run("location.href"))
    page.tab(back)
    return address


def test_an_approval_of_a_text_that_others_have_changed_is_a_conflict(
    page: Browser, desk: Desk
) -> None:
    desk.store.change([Edit(ARTICLE, "k2", 0, THEIRS)], "Sophea")
    page.click(button("approve", 2))
    page.wait("!document.querySelector('#k2 .conflict').hidden")
    assert "Sophea" in page.run("document.querySelector('#k2 .conflict').textContent")
    assert kept(desk, 2).state == "edited"


def test_a_text_is_saved_when_the_page_goes_out_of_sight(page: Browser, desk: Desk) -> None:
    write(page, RIGHT)
    page.run("Object.defineProperty(document, 'hidden', {value: true})")
    page.run("document.dispatchEvent(new Event('visibilitychange', {bubbles: true}))")
    page.wait(f"{told()} === 'saved'")
    assert kept(desk).target == RIGHT


def test_what_is_typed_while_an_undo_is_under_way_stays(page: Browser, desk: Desk) -> None:
    page.click(button("doubt"))
    page.wait(f"{state()} === 'needs-work'")
    page.run(f"document.querySelector('{button('undo')}').click(); {text()}.value = 'ក'")
    page.wait(f"{state()} === 'draft'")
    assert page.run(f"{text()}.value") == "ក"
    assert page.run(told()) == "not saved yet"


def test_leaving_the_page_with_a_text_that_is_not_saved_asks_first(page: Browser) -> None:
    page.dialogs.clear()
    page.click("#k1 textarea")
    page.type("ក")
    reloaded(page)
    assert page.dialogs == ["beforeunload"]
    reloaded(page)
    assert page.dialogs == ["beforeunload"]


def test_a_text_that_cannot_be_saved_stays_and_can_be_saved_later(
    page: Browser, desk: Desk
) -> None:
    page.send("Network.enable")
    offline = {"latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
    page.send("Network.emulateNetworkConditions", offline=True, **offline)
    write(page, RIGHT)
    page.press("Escape")
    page.wait(f"{told()}.startsWith('not saved: The program does not answer')")
    page.send("Network.emulateNetworkConditions", offline=False, **offline)
    assert page.run(f"{text()}.value") == RIGHT
    page.press("Enter")
    page.press("Escape")
    page.wait(f"{told()} === 'saved'")
    assert kept(desk).target == RIGHT


# -- keys ---------------------------------------------------------------------------------------


def test_an_article_can_be_reviewed_by_keys_alone(page: Browser, desk: Desk) -> None:
    page.press("j")
    assert page.run(HERE) == "k1"
    page.press("Enter")
    assert page.run(f"{FOCUS}.tagName") == "TEXTAREA"
    page.run(f"{FOCUS}.select()")
    page.type(RIGHT)
    page.press("Enter", CONTROL)
    page.wait(f"{HERE} === 'k2'")
    page.press("a")
    page.wait(f"{state(2)} === 'approved'")
    page.press("n")
    assert page.run(HERE) == "k3"
    page.press("w")
    page.wait(f"{state(3)} === 'needs-work'")
    page.press("k")
    page.press("u")
    page.wait(f"{state(2)} === 'draft'")
    assert [one.state for one in desk.store.segments(ARTICLE)] == [
        "approved",
        "draft",
        "needs-work",
    ]


def test_help_opens_by_a_key_and_closes_by_another(page: Browser) -> None:
    page.press("?")
    assert page.run("document.getElementById('keys').open")
    page.press("Escape")
    assert not page.run("document.getElementById('keys').open")


def test_single_letters_can_be_switched_off(page: Browser, desk: Desk) -> None:
    page.click("#help")
    page.click("#letters")
    page.press("Escape")
    page.run("document.getElementById('k2').focus()")
    page.press("a")
    page.press("j")
    assert page.run(HERE) == "k2"
    assert kept(desk, 2).state == "draft"
    page.run("localStorage.clear()")


def test_letters_typed_into_a_text_are_text(page: Browser, desk: Desk) -> None:
    write(page, "x", 2)
    page.press("a")
    assert page.run(f"{text(2)}.value") == "xa"
    assert kept(desk, 2).state == "draft"


def test_the_tab_key_reaches_everything_in_order_and_shows_where_it_is(page: Browser) -> None:
    seen = []
    page.run("document.body.tabIndex = -1; document.body.focus()")
    for _ in range(35):
        page.press("Tab")
        seen.append(page.run(f"{FOCUS}.dataset.do || {FOCUS}.id || {FOCUS}.tagName"))
        if seen[-1] != "BODY":
            assert page.run(f"getComputedStyle({FOCUS}).outlineStyle") in ("solid", "auto")
    for name in ("show", "search", "next", "bulk", "help", "TEXTAREA", "approve", "undo", "a1"):
        assert name in seen
    assert seen.index("show") < seen.index("TEXTAREA") < seen.index("approve") < seen.index("a1")


# -- finding ------------------------------------------------------------------------------------

SHOWN = "[...document.querySelectorAll('.card')].filter(c => !c.hidden).map(c => c.id).join(' ')"


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("error", "k1"),
        ("check:numbers", "k1"),
        ("open", "k1 k2 k3"),
        ("approved", ""),
        ("", "k1 k2 k3"),
    ],
)
def test_sentences_can_be_filtered_by_finding_and_state(
    page: Browser, wanted: str, found: str
) -> None:
    page.run(
        f"document.getElementById('show').value = '{wanted}';"
        "document.getElementById('show').dispatchEvent(new Event('change'))"
    )
    assert page.run(SHOWN) == found


def test_search_and_back(page: Browser) -> None:
    page.press("/")
    page.type("សំណុំរឿង")
    page.wait(f"{SHOWN} === 'k1'")
    page.type(" Laos")
    page.wait(f"{SHOWN} === ''")
    page.click("#all")
    assert page.run(SHOWN) == "k1 k2 k3"


LIT = "[...document.querySelectorAll('.lit')].map(s => s.id).sort().join(' ')"


def test_a_sentence_lights_what_it_comes_from_and_the_article_what_came_of_it(
    page: Browser,
) -> None:
    page.run(f"{text(2)}.focus()")
    assert page.run(LIT) == "a1 a2 k2"
    page.click("#a3")
    assert page.run(LIT) == "a3 k3"
    assert page.run(HERE) == "k3"
    page.click("#a1")
    assert page.run(LIT) == "a1 k1 k2"


def test_an_address_with_a_segment_leads_to_it(page: Browser) -> None:
    page.run("location.hash = '#k3'")
    page.wait(f"{HERE} === 'k3'")


# -- looks --------------------------------------------------------------------------------------


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
@pytest.mark.parametrize("place", ["list", "article", "conflict", "history", "keys"])
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
    page.wait("document.querySelector('#k1 .terms') !== null")
    if place == "conflict":
        desk.store.change([Edit(ARTICLE, "k1", 0, THEIRS)], "Sophea")
        page.click(button("approve"))
        page.wait("!document.querySelector('#k1 .conflict').hidden")
    elif place != "article":
        page.press({"history": "h", "keys": "?"}[place])
        page.wait(f"document.getElementById('{place}').open")
