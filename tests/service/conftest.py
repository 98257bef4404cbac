"""The service on a real port, with a translator whose Khmer is known."""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass

import httpx
import pytest

from summarize.backends.base import Candidate, SummarySpec, TranslationSpec, Translator
from summarize.checks import Context
from summarize.pipeline import Pipeline
from summarize.service.app import build_app
from summarize.service.desk import Desk
from summarize.service.worker import ROOM, Worker
from summarize.serving.address import LOOPBACK
from summarize.serving.server import bound, make_server
from tests.scripted import LeadSummarizer

PATIENCE = 30.0
MEETING = "The meeting ended without a decision."
MEETING_KHMER = "កិច្ចប្រជុំបានបញ្ចប់ដោយគ្មានការសម្រេចចិត្ត។"
OTHER_KHMER = "ការប្រជុំបានបញ្ចប់ដោយគ្មានការសម្រេចចិត្តឡើយ។"
COURT = "The court jailed 16 people."
COURT_KHMER = "តុលាការបានដាក់ពន្ធនាគារមនុស្ស១៦នាក់។"
BOOK = {MEETING: (MEETING_KHMER, OTHER_KHMER), COURT: (COURT_KHMER,)}


class Book:
    """Translates by a phrase book; what is not in it becomes a numbered phrase.

    ``go`` holds it up, ``began`` tells that it has something in hand.
    """

    signature = "book|test"

    def __init__(self) -> None:
        self.given: list[str] = []
        self.go, self.began = threading.Event(), threading.Event()
        self.go.set()

    def translate(self, sentences: Sequence[str], spec: TranslationSpec) -> list[str]:
        return [own[0].text for own in self.candidates(sentences, spec, 1)]

    def candidates(
        self, sentences: Sequence[str], spec: TranslationSpec, most: int
    ) -> list[list[Candidate]]:
        self.given += sentences
        self.began.set()
        assert self.go.wait(PATIENCE)
        return [
            [Candidate(text, -0.1 * n) for n, text in enumerate(BOOK.get(one, (MEETING_KHMER,)))][
                :most
            ]
            for one in sentences
        ]


@dataclass(frozen=True)
class Service:
    """A running server, a client that asks it, and the worker behind it."""

    client: httpx.Client
    worker: Worker
    port: int

    @property
    def address(self) -> str:
        return f"http://{LOOPBACK}:{self.port}"


Serve = Callable[..., AbstractContextManager[Service]]


@contextmanager
def serving(translator: Translator, *, key: str = "", room: int = ROOM) -> Iterator[Service]:
    """The service with ``translator``, for the block."""
    worker = Worker(Pipeline(LeadSummarizer(), translator), room)
    with bound(LOOPBACK, 0) as listener:
        port = listener.getsockname()[1]
        desk = Desk(worker, LOOPBACK, port, key, Context(), SummarySpec(2))
        server = make_server(build_app(desk))
        thread = threading.Thread(target=server.run, args=([listener],))
        thread.start()
        worker.start()
        while not server.started:
            time.sleep(0.01)
        with httpx.Client(base_url=f"http://{LOOPBACK}:{port}", timeout=PATIENCE) as client:
            yield Service(client, worker, port)
        server.should_exit = True
        thread.join()
        assert worker.stop(PATIENCE)


@pytest.fixture
def book() -> Iterator[Book]:
    translator = Book()
    yield translator
    translator.go.set()


@pytest.fixture
def service(book: Book) -> Iterator[Service]:
    with serving(book) as found:
        yield found


@pytest.fixture
def client(service: Service) -> httpx.Client:
    return service.client
