"""Find and replace on the page: seen first, done where it is ticked."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from summarize.review.records import Edit
from summarize.review.web.desk import Desk
from summarize.review.web.replacing import MAX_CHARACTERS
from tests.browser import CONTROL, SHIFT, Browser
from tests.review.web.page import FOCUS, kept, state, text
from tests.review.web.sample import ARTICLE, KHMER, THEIRS

FIND, PUT = "បាន", "ត្រូវបាន"
"""In the first two sentences, once each."""
ROWS = "[...document.querySelectorAll('#replacing li label')].map(label => label.innerText)"
TICKS = "[...document.querySelectorAll('#replacing li input')].map(box => box.checked)"
TOLD = "document.querySelector('#replacing [role=status]').textContent"
NOW = "document.querySelector('#replacing button[type=button]')"
MARKED = "document.querySelectorAll('#replacing li:first-child :is(del, ins)').length"


def look(client: TestClient, find: str = FIND, put: str = PUT) -> list[dict[str, Any]]:
    asked = {"article": ARTICLE, "find": find, "put": put}
    return list(client.get("/api/replacements", params=asked).json()["found"])


def replace(client: TestClient, rows: list[dict[str, Any]]) -> dict[str, Any]:
    edits = [{"article": ARTICLE, "id": row["id"], "version": row["version"]} for row in rows]
    asked = {"find": FIND, "put": PUT, "edits": edits}
    return dict(client.post("/api/replace", json=asked).json())


def approve(desk: Desk, number: int) -> None:
    desk.store.change([Edit(ARTICLE, f"k{number}", 0, state="approved")], "Sok")


def test_each_sentence_is_shown_with_what_would_differ(client: TestClient, desk: Desk) -> None:
    approve(desk, 2)
    rows = look(client)
    assert [(row["id"], row["state"], row["count"]) for row in rows] == [
        ("k1", "draft", 1),
        ("k2", "approved", 1),
    ]
    went = "".join(piece["text"] for piece in rows[0]["pieces"] if piece["kind"] != "added")
    came = "".join(piece["text"] for piece in rows[0]["pieces"] if piece["kind"] != "removed")
    assert (went, came) == (KHMER[0], KHMER[0].replace(FIND, PUT))
    assert [one.target for one in desk.store.segments(ARTICLE)] == list(KHMER)


def test_only_what_was_chosen_is_changed_and_its_findings_are_renewed(
    client: TestClient, desk: Desk
) -> None:
    rows = look(client, "១៣", "១២")
    edits = [{"article": ARTICLE, "id": "k1", "version": rows[0]["version"]}]
    asked = {"find": "១៣", "put": "១២", "edits": edits}
    answer = client.post("/api/replace", json=asked).json()
    assert (answer["count"], answer["conflicts"], answer["again"]) == (1, 0, 0)
    assert all(one["severity"] != "error" for one in answer["findings"].get("k1", []))
    assert [(one["id"], one["state"]) for one in answer["segments"]] == [("k1", "edited")]
    assert kept(desk, 2).version == 0


def test_a_replaced_approval_is_to_be_given_again(client: TestClient, desk: Desk) -> None:
    approve(desk, 2)
    answer = replace(client, look(client))
    assert (answer["count"], answer["again"]) == (2, 1)
    assert (kept(desk, 2).state, kept(desk, 2).opened) == ("edited", False)
    undone = desk.store.undo(ARTICLE, "k2", "Dara").segment
    assert (undone.target, undone.state) == (KHMER[1], "approved")


def test_where_somebody_was_quicker_it_is_a_conflict_and_their_text_stands(
    client: TestClient, desk: Desk
) -> None:
    rows = look(client)
    desk.store.change([Edit(ARTICLE, "k1", 0, THEIRS)], "Sok")
    answer = replace(client, rows)
    assert (answer["count"], answer["conflicts"]) == (1, 1)
    assert [one["target"] for one in answer["segments"]] == [THEIRS, KHMER[1].replace(FIND, PUT)]
    assert kept(desk).target == THEIRS


@pytest.mark.parametrize("name", ["find", "put"])
def test_long_texts_are_refused(client: TestClient, name: str) -> None:
    asked = {"article": ARTICLE, "find": FIND, "put": PUT, name: "ក" * (MAX_CHARACTERS + 1)}
    answer = client.get("/api/replacements", params=asked)
    assert (answer.status_code, answer.json()["message"]) == (
        413,
        f"{name} has more than {MAX_CHARACTERS} characters.",
    )


def test_a_text_is_replaced_by_keys_alone(page: Browser, desk: Desk) -> None:
    approve(desk, 2)
    at = KHMER[0].index(FIND)
    page.run(f"{text()}.focus(); {text()}.setSelectionRange({at}, {at + len(FIND)})")
    page.press("F", CONTROL | SHIFT)
    page.wait(f"{TICKS}.length === 2")
    page.press("Tab")
    page.type(PUT)
    page.wait(f"!{NOW}.disabled && {MARKED}")
    assert page.run(TICKS) == [True, False]
    assert "will have to be approved anew" in page.run(ROWS)[1]
    for _ in range(3):
        page.press("Tab")
    page.wait(f"{FOCUS} === {NOW}")
    assert page.run(f"{NOW}.textContent") == "Replace in 1 sentence"
    page.press("Enter")
    page.wait(f"{TOLD}.includes('changed')")
    assert page.run(TOLD) == "1 sentence changed; 1 left; 0 in conflict"
    page.press("Escape")
    assert page.run(f"{text()}.value") == KHMER[0].replace(FIND, PUT) == kept(desk).target
    assert (page.run(state()), kept(desk, 2).version) == ("edited", 1)
    page.run("document.getElementById('k1').focus()")
    page.press("u")
    page.wait(f"{state()} === 'draft'")
    assert kept(desk).target == KHMER[0]


def test_what_was_left_out_stays_left_out(page: Browser, desk: Desk) -> None:
    page.press("F", CONTROL | SHIFT)
    page.type(FIND)
    page.wait(f"{TICKS}.length === 2")
    page.click("#replacing li:last-child input")
    page.run("document.querySelectorAll('#replacing input')[1].focus()")
    page.type(PUT)
    page.wait(f"!{NOW}.disabled && {MARKED}")
    assert page.run(TICKS) == [True, False]
    page.click("#replacing button[type=button]")
    page.wait(f"{TOLD}.includes('changed')")
    assert page.run(TICKS) == [False]
    assert [one.version for one in desk.store.segments(ARTICLE)] == [1, 0, 0]


def test_the_keys_act_on_a_khmer_keyboard_as_well(page: Browser) -> None:
    page.run(
        "document.dispatchEvent(new KeyboardEvent('keydown',"
        " {key: 'ថ', code: 'KeyF', ctrlKey: true, shiftKey: true}))"
    )
    assert page.run("document.getElementById('replacing').open")
