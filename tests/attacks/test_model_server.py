"""A model server that answers without end, too deep, or packed beyond measure."""

import gzip
import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from summarize.engines import server as module
from summarize.engines.server import Server, Timing
from summarize.errors import ModelError
from summarize.options import BackendOptions
from summarize.tokens import Message, Sampling

CHAT = (Message("Summarise this."),)
LIMIT = 100_000


@contextmanager
def answering(
    parts: Iterator[bytes], headers: Mapping[str, str], status: int = 200
) -> Iterator[str]:
    """The address of a server that answers with ``parts`` for as long as anybody listens."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            self.do_GET()

        def do_GET(self) -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            for part in parts:
                self.wfile.write(part)

        def log_message(self, *_: object) -> None:
            pass

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            """Clients hang up, which is the point."""

    with Quiet(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/v1"
        server.shutdown()


def ask(url: str, timing: Timing | None = None) -> str:
    options = BackendOptions(Path(), server_url=url)
    engine = Server("tiny", options, timing or Timing(pause=lambda _: None), environment={})
    return engine.complete([CHAT], Sampling(max_new_tokens=8))[0].text


def endless() -> Iterator[bytes]:
    while True:
        yield b"[" * 65_536


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_ANSWER_BYTES", LIMIT)


@pytest.mark.parametrize("status", [200, 400, 404, 503])
def test_an_answer_without_end_is_left(status: int) -> None:
    with answering(endless(), {}, status) as url, pytest.raises(ModelError, match="too many bytes"):
        ask(url)


@pytest.mark.parametrize("times", [1, 2])
def test_a_packed_answer_without_end_is_left(times: int) -> None:
    data = bytes(100 * LIMIT)
    for _ in range(times):
        data = gzip.compress(data)
    headers = {"Content-Encoding": ", ".join(["gzip"] * times), "Content-Length": str(len(data))}
    with answering(iter([data]), headers) as url, pytest.raises(ModelError, match="too many bytes"):
        ask(url)


def test_an_answer_of_any_depth_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with answering(iter([b"[" * 90_000]), {}) as url, pytest.raises(ModelError) as caught:
        ask(url)
    assert len(caught.value.message) < 1000


def test_an_answer_that_drips_is_left() -> None:
    timing = Timing(whole=0.0, pause=lambda _: None)
    with answering(endless(), {}) as url, pytest.raises(ModelError, match="did not answer in time"):
        ask(url, timing)


def test_a_packed_answer_is_read() -> None:
    answer = {"choices": [{"message": {"content": "Done."}, "finish_reason": "stop"}]}
    data = gzip.compress(json.dumps(answer).encode())
    with answering(iter([data]), {"Content-Encoding": "gzip"}) as url:
        assert ask(url) == "Done."
