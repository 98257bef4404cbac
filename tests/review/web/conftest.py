"""A review to serve: one article whose first Khmer sentence has a wrong number."""

import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from summarize.checks import Context
from summarize.glossary import Glossary, Term
from summarize.memory import Memory
from summarize.records import (
    Draft,
    Finding,
    Provenance,
    Result,
    Segment,
    Source,
    Summary,
    SummarySentence,
)
from summarize.review.store import ReviewStore
from summarize.review.web.address import LOOPBACK
from summarize.review.web.app import build_app
from summarize.review.web.desk import Desk
from summarize.review.web.security import CSRF_HEADER, Keys
from summarize.review.web.serve import bound, make_server
from tests.builders import build_article

TEXT = (
    "The court opened 12 cases on Monday.",
    "The minister of justice met reporters afterwards.",
    "Nobody was hurt when a lorry overturned.",
    "<img src=x onerror=\"document.title='taken over'\"> & <script>alert(1)</script>",
)
ENGLISH = (TEXT[0], "The minister met reporters.", TEXT[2])
KHMER = (
    "តុលាការបានបើកសំណុំរឿង ១៣ កាលពីថ្ងៃចន្ទ។",
    "រដ្ឋមន្ត្រីបានជួបអ្នកសារព័ត៌មាន។",
    "គ្មាននរណាម្នាក់រងរបួសទេ នៅពេលដែលរថយន្តក្រឡាប់។",
)
RIGHT = KHMER[0].replace("១៣", "១២")
ALTERNATIVES = {1: (RIGHT, "តុលាការបើករឿង ១៣ នៅថ្ងៃចន្ទ។")}
"""Other wordings of the model, by the number of the sentence."""
PORT = 8000
ORIGIN = f"http://{LOOPBACK}:{PORT}"


def build_result(title: str = "Courts <b>open</b>", khmer: tuple[str, ...] = KHMER) -> Result:
    """The second summary sentence rests on two sentences of the article, the others on one."""
    article = build_article(*TEXT, title=title, source="courts.txt")
    first, second, third, _ = (Source(s.id, s.start, s.end) for s in article.sentences)
    summary = Summary(
        (
            SummarySentence("s1", ENGLISH[0], (first,), support=1.0),
            SummarySentence("s2", ENGLISH[1], (second, first), support=0.75),
            SummarySentence("s3", ENGLISH[2], (third,), replaced="The model wrote of a lorry."),
        ),
        "lead",
    )
    pairs = enumerate(zip(ENGLISH, khmer, strict=True), start=1)
    segments = tuple(
        Segment(f"k{n}", f"s{n}", en, km, alternatives=ALTERNATIVES.get(n, ()))
        for n, (en, km) in pairs
    )
    draft = Draft(segments, "book")
    findings = (Finding("cut_off", "warning", "The English has no end.", "s2"),)
    return Result(article, summary, draft, findings, Provenance("0.1.0"))


RESULT = build_result()
ARTICLE = RESULT.article.id
GLOSSARY = Glossary((Term("minister", "រដ្ឋមន្ត្រី"), Term("court", "តុលាការ", forbidden=("សាលា",))))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    memory, context = Memory(tmp_path / "memory.sqlite"), Context(GLOSSARY)
    store = ReviewStore(tmp_path / "review.sqlite", context, memory.learn)
    store.add([RESULT, replace(build_result("Roads"), findings=())])
    yield Desk(store, memory, context, "Dara")
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
        server = make_server(desk, keys)
        thread = threading.Thread(target=server.run, args=([listener],))
        thread.start()
        while not server.started:
            time.sleep(0.01)
        yield f"http://{LOOPBACK}:{keys.port}/?token={keys.token}"
        server.should_exit = True
        thread.join()
