"""The page in a real browser: notes to colleagues, by keys alone."""

from starlette.testclient import TestClient

from summarize.review.web.desk import Desk
from tests.browser import Browser
from tests.review.web.page import HERE, opened
from tests.review.web.sample import ARTICLE

NOTES = "[...document.querySelectorAll('#k2 .notes li')].map(li => li.firstChild.textContent)"
SHOWN = "[...document.querySelectorAll('.card')].filter(c => !c.hidden).map(c => c.id).join(' ')"
ASKED = "Which <b>minister</b>?"


def test_a_note_is_written_found_and_removed_by_keys(page: Browser, desk: Desk) -> None:
    page.press("j")
    page.press("j")
    page.press("c")
    page.type(ASKED)
    page.press("Enter")
    page.wait(f"{NOTES}.length === 1 && {HERE} === 'k2'")
    assert [(one.id, one.who, one.text) for one in desk.store.notes(ARTICLE)] == [
        ("k2", "Dara", ASKED)
    ]
    page = opened(page)
    assert page.run(NOTES) == [ASKED]
    page.run(
        "document.getElementById('show').value = 'noted';"
        "document.getElementById('show').dispatchEvent(new Event('change'))"
    )
    assert page.run(SHOWN) == "k2"
    page.run("document.querySelector('#k2 .notes li button').focus()")
    page.press("Enter")
    page.wait(f"{NOTES}.length === 0")
    assert desk.store.notes(ARTICLE) == []


def test_esc_leaves_the_line_and_what_is_written_in_it_stays(page: Browser, desk: Desk) -> None:
    page.press("j")
    page.press("c")
    page.type("Who")
    page.press("Escape")
    assert page.run(HERE) == "k1"
    page.press("c")
    assert page.run("document.activeElement.value") == "Who"
    assert desk.store.notes(ARTICLE) == []


def test_the_note_of_a_colleague_can_be_read_and_not_removed(page: Browser, desk: Desk) -> None:
    desk.store.add_note(ARTICLE, "k2", "Sok", ASKED)
    page = opened(page)
    assert page.run(NOTES) == [ASKED]
    assert "Sok" in page.run("document.querySelector('#k2 .notes li').textContent")
    assert page.run("document.querySelectorAll('#k2 .notes li button').length") == 0


def test_an_empty_note_is_refused(client: TestClient) -> None:
    asked = {"article": ARTICLE, "id": "k1", "text": " \n"}
    answer = client.post("/api/note", json=asked)
    assert (answer.status_code, answer.json()["message"]) == (400, "A note is to have some text.")
