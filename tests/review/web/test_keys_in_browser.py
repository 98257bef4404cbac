"""The page in a real browser: by keys alone, and finding sentences."""

import pytest

from summarize.review.web.desk import Desk
from tests.browser import CONTROL, Browser
from tests.review.web.page import FOCUS, HERE, kept, state, text, write
from tests.review.web.sample import ARTICLE, RIGHT

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
    for _ in range(45):
        page.press("Tab")
        seen.append(page.run(f"{FOCUS}.dataset.do || {FOCUS}.id || {FOCUS}.tagName"))
        if seen[-1] != "BODY":
            assert page.run(f"getComputedStyle({FOCUS}).outlineStyle") in ("solid", "auto")
    for name in ("show", "search", "next", "bulk", "help", "TEXTAREA", "approve", "undo", "a1"):
        assert name in seen
    assert seen.index("show") < seen.index("TEXTAREA") < seen.index("approve") < seen.index("a1")


# -- finding ------------------------------------------------------------------------------------

SHOWN = "[...document.querySelectorAll('.card')].filter(c => !c.hidden).map(c => c.id).join(' ')"


def show(page: Browser, wanted: str) -> None:
    page.run(
        f"document.getElementById('show').value = '{wanted}';"
        "document.getElementById('show').dispatchEvent(new Event('change'))"
    )


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
    show(page, wanted)
    assert page.run(SHOWN) == found


def test_sentences_that_people_changed_since_a_time_can_be_shown(page: Browser) -> None:
    assert not page.run("document.getElementById('since').checkVisibility()")
    show(page, "since")
    assert page.run("document.getElementById('since').checkVisibility()")
    assert page.run(SHOWN) == ""
    show(page, "")
    page.click("#k2 [data-do=doubt]")
    page.wait(f"{state(2)} === 'needs-work'")
    show(page, "since")
    assert page.run(SHOWN) == "k2"
    page.run(
        "document.getElementById('since').value = '2999-01-01T00:00';"
        "document.getElementById('since').dispatchEvent(new Event('change'))"
    )
    assert page.run(SHOWN) == ""


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
