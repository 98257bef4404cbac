"""What is posted to the review page is bounded, and a signal ends it whatever it is busy with."""

import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from starlette.exceptions import HTTPException
from starlette.testclient import TestClient

from summarize.checks import Context
from summarize.memory import Memory
from summarize.review.store import ReviewStore
from summarize.review.web import asked
from summarize.review.web.app import build_app
from summarize.review.web.desk import Desk
from summarize.review.web.security import CSRF_HEADER, Keys
from summarize.serving import server as servers

EDIT = {"article": "a", "id": "s1", "version": 1, "target": "ក"}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    memory, context = Memory(tmp_path / "memory.sqlite"), Context()
    store = ReviewStore(tmp_path / "review.sqlite", context, memory.learn)
    yield Desk(store, memory, "Dara", lambda name, khmer, kind: context)
    store.close()
    memory.close()


@pytest.fixture
def client(desk: Desk) -> Iterator[TestClient]:
    keys = Keys("127.0.0.1", 8000)
    origin = "http://127.0.0.1:8000"
    with TestClient(build_app(desk, keys), base_url=origin, follow_redirects=False) as client:
        client.get("/", params={"token": keys.token})
        client.headers.update({"origin": origin, CSRF_HEADER: keys.csrf})
        yield client


@pytest.mark.parametrize("name", ["target", "article", "id"])
def test_a_long_text_is_refused_in_words(client: TestClient, name: str) -> None:
    answer = client.post("/api/check", json={**EDIT, name: "1:" * 50_000})
    assert answer.status_code == 413
    assert "characters" in answer.json()["message"]


@pytest.mark.parametrize(
    ("edits", "status"),
    [
        ([EDIT] * 5_000, 413),
        ([{**EDIT, "target": "ក" * 20_000}], 413),
        ([{**EDIT, "version": 10**400}], 400),
        ([{**EDIT, "version": -1}], 400),
        ([{**EDIT, "version": 1e9}], 400),
        ([[]], 400),
        ("x" * 20_000, 400),
    ],
)
def test_edits_that_are_too_many_or_too_large_are_refused(
    client: TestClient, edits: Any, status: int
) -> None:
    assert client.post("/api/change", json={"edits": edits}).status_code == status


def test_a_text_of_the_largest_size_is_taken() -> None:
    assert asked.text({"q": "x" * asked.MAX_CHARACTERS}, "q")
    with pytest.raises(HTTPException):
        asked.text({"q": "x" * (asked.MAX_CHARACTERS + 1)}, "q")


def test_a_signal_ends_the_server_though_an_answer_never_comes(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended, code = threading.Event(), list[int]()
    monkeypatch.setattr(servers, "PATIENCE", 0.01)

    def leave(status: int) -> None:
        code.append(status)
        ended.set()

    monkeypatch.setattr(os, "_exit", leave)
    monkeypatch.setattr(uvicorn.Server, "run", lambda *_: ended.wait(20))
    server = servers.make_server(build_app(desk, Keys("127.0.0.1", 8000)))
    server.handle_exit(signal.SIGTERM, None)
    server.run()
    assert code == [128 + signal.SIGTERM]
