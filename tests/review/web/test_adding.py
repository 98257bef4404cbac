"""Terms and names added on the page, from what is selected."""

import pytest
from starlette.testclient import TestClient

from summarize.glossary.files import read_terms
from summarize.glossary.ledger import NAME
from summarize.glossary.records import Term
from summarize.review.web.desk import Desk
from tests.browser import Browser
from tests.review.web.page import HERE, text
from tests.review.web.sample import ARTICLE, KHMER

LORRY = "រថយន្ត"


def own_terms(desk: Desk) -> tuple[Term, ...]:
    """The glossary of the reviewer."""
    return read_terms(desk.store.path.with_name("glossary.csv")).terms


@pytest.mark.parametrize(("is_name", "note"), [(False, ""), (True, NAME)])
def test_an_entry_is_approved_by_who_added_it(
    client: TestClient, desk: Desk, is_name: bool, note: str
) -> None:
    asked = {"article": ARTICLE, "source": " a  lorry", "khmer": LORRY, "is_name": is_name}
    assert client.post("/api/add", json=asked).status_code == 200
    (term,) = own_terms(desk)
    assert (term.source, term.target, term.status) == ("a lorry", LORRY, "approved")
    assert (term.note, term.approver, term.origin) == (note, "Dara", "")


def test_the_checks_look_for_it_at_once(client: TestClient) -> None:
    asked = {"article": ARTICLE, "source": "lorry", "khmer": "ឡាន", "is_name": False}
    found = client.post("/api/add", json=asked).json()["findings"]["k3"]
    assert "ឡាន" in found[0]["message"]


@pytest.mark.parametrize("missing", ["source", "khmer"])
def test_half_an_entry_is_refused(client: TestClient, missing: str) -> None:
    asked = {"article": ARTICLE, "source": "lorry", "khmer": LORRY, missing: " \u200b"}
    answer = client.post("/api/add", json=asked)
    assert (answer.status_code, answer.json()["message"]) == (
        400,
        "An entry is to have English and Khmer.",
    )


def test_what_is_selected_is_added_by_keys_and_offered_at_once(page: Browser, desk: Desk) -> None:
    at = KHMER[2].index(LORRY)
    page.run("document.getElementById('k3').focus()")
    page.run(f"{text(3)}.setSelectionRange({at}, {at + len(LORRY)})")
    page.run(
        "getSelection().setBaseAndExtent(...['lorry', ''].flatMap((word, end) => {"
        "const node = document.querySelector('#k3 .english').firstChild;"
        "return [node, node.data.indexOf('lorry') + end * 5]; }))"
    )
    page.press("g")
    assert page.run("document.querySelector('#add [name=english]').value") == "lorry"
    assert page.run("document.querySelector('#add [name=khmer]').value") == LORRY
    page.press("Enter")
    page.wait("!document.getElementById('add').open")
    page.wait("document.querySelector('#k3 .terms') !== null")
    assert page.run(HERE) == "k3"
    assert [(term.source, term.target) for term in own_terms(desk)] == [("lorry", LORRY)]


def test_what_is_missing_is_said_in_the_dialog_and_nothing_is_added(page: Browser) -> None:
    page.press("j")
    page.press("g")
    page.type("lorry")
    page.press("Enter")
    page.wait("document.querySelector('#add .error').textContent.startsWith('An entry is')")
    page.press("Escape")
    assert not page.run("document.getElementById('add').open")
