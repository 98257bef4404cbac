"""An approval goes on to untouched drafts of the same English sentence."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from summarize.review.records import Edit, Reviewed
from summarize.review.web.desk import Desk
from summarize.review.web.spreading import NOTE
from tests.browser import Browser
from tests.review.web.page import button, state, told
from tests.review.web.sample import ARTICLE, ENGLISH, KHMER, build_result

TWIN = build_result("Roads").article.id
NEW = "រដ្ឋមន្ត្រីបានជួបអ្នកកាសែត។"


def approve(client: TestClient, number: int = 2, **wanted: object) -> dict[str, Any]:
    edit = {"article": ARTICLE, "id": f"k{number}", "version": 0, "state": "approved", **wanted}
    asked = {"edits": [edit], "spread": True, "force": True}
    return dict(client.post("/api/change", json=asked).json())


def twin(desk: Desk, number: int = 2) -> Reviewed:
    """The same sentence in the other article."""
    return desk.store.segments(TWIN)[number - 1]


def test_the_same_sentence_gets_the_same_khmer_and_says_why(client: TestClient, desk: Desk) -> None:
    assert approve(client, target=NEW)["spread"] == {"count": 1, "segments": []}
    assert (twin(desk).target, twin(desk).state, twin(desk).who) == (NEW, "approved", "Dara")
    assert desk.store.history(TWIN, "k2")[-1].note == NOTE
    assert desk.store.undo(TWIN, "k2", "Dara").segment.target == KHMER[1]


def test_the_memory_takes_it_once_somebody_opens_it(client: TestClient, desk: Desk) -> None:
    approve(client, target=NEW)
    assert [entry.article for entry in desk.memory.entries()] == [ARTICLE]
    desk.store.change([Edit(TWIN, "k2", 1, opened=True)], "Dara")
    assert [entry.article for entry in desk.memory.entries()] == [ARTICLE, TWIN]


@pytest.mark.parametrize(
    "edit",
    [
        Edit(TWIN, "k2", 0, "ជួប។"),
        Edit(TWIN, "k2", 0, state="needs-work"),
        Edit(TWIN, "k2", 0, "ជួប។", "approved"),
    ],
    ids=["edited", "needs work", "approved"],
)
def test_where_people_have_been_it_is_left(client: TestClient, desk: Desk, edit: Edit) -> None:
    desk.store.change([edit], "Sok")
    before = twin(desk)
    assert approve(client)["spread"]["count"] == 0
    assert twin(desk) == before


def test_an_error_that_one_person_accepted_is_accepted_there_only(
    client: TestClient, desk: Desk
) -> None:
    answer = approve(client, 1)
    assert answer["results"][0]["result"] == "done"
    assert (answer["spread"]["count"], twin(desk, 1).state) == (0, "draft")


def test_nothing_follows_what_is_no_approval(client: TestClient, desk: Desk) -> None:
    assert approve(client, target=NEW, state=None)["spread"]["count"] == 0
    assert twin(desk).target == KHMER[1]


def test_the_page_says_how_many_followed(page: Browser, desk: Desk) -> None:
    assert twin(desk).source == ENGLISH[1]
    page.click(button("approve", 2))
    page.wait(f"{told(2)}.startsWith('saved; 1 other sentence with')")
    assert twin(desk).state == "approved"


def test_it_can_be_switched_off(page: Browser, desk: Desk) -> None:
    page.press("?")
    page.click("#spread")
    page.press("Escape")
    page.click(button("approve", 2))
    page.wait(f"{state(2)} === 'approved'")
    assert twin(desk).state == "draft"
    page.run("localStorage.clear()")
