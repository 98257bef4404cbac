"""Words looked up in what was approved before."""

import pytest
from starlette.testclient import TestClient

from summarize.memory import Entry
from summarize.review.web.concordance import MOST
from summarize.review.web.desk import Desk
from tests.browser import CONTROL, Browser
from tests.review.web.page import FOCUS, text
from tests.review.web.sample import KHMER

ENTRIES = [
    Entry("The Court sat on Monday.", "តុលាការបានប្រជុំកាលពីថ្ងៃចន្ទ។", "Sophea", "2026-01-02T03:04Z"),
    Entry("Nobody came.", "គ្មាននរណាម្នាក់មកទេ។", "Sok", "2026-01-03T03:04Z"),
]
FOUND = "[...document.querySelectorAll('#concordance li [lang=en]')].map(p => p.textContent)"
MARKED = "[...document.querySelectorAll('#concordance mark')].map(m => m.textContent)"


def found(client: TestClient, words: str) -> list[str]:
    answer = client.get("/api/concordance", params={"q": words}).json()
    return [entry["source"] for entry in answer["entries"]]


@pytest.mark.parametrize(
    ("words", "sources"),
    [
        ("court sat", ["The Court sat on Monday."]),
        ("តុលាការ", ["The Court sat on Monday."]),
        ("o", ["Nobody came.", "The Court sat on Monday."]),
        ("lorry", []),
        (" \u200b ", []),
    ],
)
def test_words_of_either_language_are_found_the_last_approved_first(
    client: TestClient, desk: Desk, words: str, sources: list[str]
) -> None:
    desk.memory.add(ENTRIES)
    assert found(client, words) == sources


def test_there_are_never_more_than_can_be_read(client: TestClient, desk: Desk) -> None:
    desk.memory.add(Entry(f"Court {number}.", "ក។") for number in range(MOST + 1))
    assert len(found(client, "court")) == MOST


def test_a_memory_that_cannot_be_used_is_told(client: TestClient, desk: Desk) -> None:
    desk.memory.path.write_bytes(b"certainly not a database" * 100)
    answer = client.get("/api/concordance", params={"q": "court"}).json()
    assert answer["entries"] == []
    assert "damaged" in answer["problem"]


def test_what_is_selected_in_the_text_is_looked_up_and_esc_leads_back(
    page: Browser, desk: Desk
) -> None:
    desk.memory.add(ENTRIES)
    word = KHMER[0][: len("តុលាការ")]
    page.run(f"{text()}.focus(); {text()}.setSelectionRange(0, {len(word)})")
    page.press("k", CONTROL)
    page.wait(f"{FOUND}.length === 1")
    assert page.run(MARKED) == [word]
    page.type("NOBODY")
    page.wait(f"{FOUND}[0] === 'Nobody came.'")
    assert page.run(MARKED) == ["Nobody"]
    page.press("Escape")
    assert page.run(f"{FOCUS} === {text()}")
