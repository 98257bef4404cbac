"""A review to serve, those who come to it, and its page in a browser."""

import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from summarize.checks import Context
from summarize.cli.serving import Approving
from summarize.glossary import Glossary, Term
from summarize.memory import Memory
from summarize.review.store import ReviewStore
from summarize.review.web.app import build_app
from summarize.review.web.desk import Desk
from summarize.review.web.security import CSRF_HEADER, Keys
from summarize.serving.address import LOOPBACK
from summarize.serving.server import bound, make_server
from summarize.settings import Settings
from tests.browser import Browser
from tests.review.web.page import opened
from tests.review.web.sample import RESULT, build_result

PORT = 8000
ORIGIN = f"http://{LOOPBACK}:{PORT}"
GLOSSARY = Glossary((Term("minister", "រដ្ឋមន្ត្រី"), Term("court", "តុលាការ", forbidden=("សាលា",))))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    memory, context = Memory(tmp_path / "memory.sqlite"), Context(GLOSSARY)
    store = ReviewStore(tmp_path / "review.sqlite", context, memory.learn)
    store.add([RESULT, replace(build_result("Roads"), findings=())])
    approve = Approving(Settings(glossary=tmp_path / "glossary.csv"), "Dara")
    yield Desk(store, memory, "Dara", approve)
    store.close()
    memory.close()


@pytest.fixture
def keys() -> Keys:
    return Keys(LOOPBACK, PORT)


@pytest.fixture
def stranger(desk: Desk, keys: Keys) -> Iterator[TestClient]:
    """A browser that has not been let in."""
    with TestClient(build_app(desk, keys), base_url=ORIGIN, follow_redirects=False) as client:
        yield client


@pytest.fixture
def client(stranger: TestClient, keys: Keys) -> TestClient:
    """A browser that has been let in, with what its page sends along."""
    assert stranger.get("/", params={"token": keys.token}).status_code == 303
    stranger.headers.update({"origin": ORIGIN, CSRF_HEADER: keys.csrf})
    return stranger


@pytest.fixture
def link(desk: Desk) -> Iterator[str]:
    """The page, served on a real port; the address lets one in."""
    with bound(LOOPBACK, 0) as listener:
        keys = Keys(LOOPBACK, listener.getsockname()[1])
        server = make_server(build_app(desk, keys))
        thread = threading.Thread(target=server.run, args=([listener],))
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield f"http://{LOOPBACK}:{keys.port}/?token={keys.token}"
        server.should_exit = True
        thread.join()


@pytest.fixture
def page(browser: Browser, link: str) -> Browser:
    """The article, opened by the link and the list."""
    browser.resize(1280)
    browser.prefer("light")
    browser.open(link)
    return opened(browser)
