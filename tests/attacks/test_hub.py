"""A hub that lies: names that lead out of the cache, sizes that are wrong, answers without end."""

import json
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from summarize.errors import ModelCorruptedError, ModelError
from summarize.models import remote
from summarize.models.download import download, fetch_config
from summarize.models.remote import is_safe_path

COMMIT = "0123456789abcdef0123456789abcdef01234567"
GOOD = "a" * 64
NAME = "acme/tiny"
Answer = Callable[[BaseHTTPRequestHandler], None]


def tree(**changes: Any) -> list[dict[str, Any]]:
    weights = {"type": "file", "path": "model.safetensors", "size": 10, "oid": "b" * 40}
    weights["lfs"] = {"oid": GOOD, "size": 10, "pointerSize": 1}
    return [{**weights, **changes}]


class Liar:
    """What it says of the commit and the files, and what it sends for one."""

    def __init__(self) -> None:
        self.sha: Any = COMMIT
        self.tree: Answer = lambda handler: send(handler, json.dumps(tree()).encode())
        self.file: Answer = lambda handler: send(handler, bytes(10))


def send(handler: BaseHTTPRequestHandler, body: bytes, **headers: str) -> None:
    handler.send_response(200)
    for name, value in {"Content-Type": "application/json", **headers}.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def endless(handler: BaseHTTPRequestHandler, pause: float = 0.0) -> None:
    handler.send_response(200)
    handler.end_headers()
    while True:
        handler.wfile.write(b"[" * 100 if pause else b"[" * 65_536)
        time.sleep(pause)


@contextmanager
def lying() -> Iterator[tuple[Liar, str]]:
    liar = Liar()

    class Handler(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            self.do_GET()

        def do_GET(self) -> None:
            if "/tree/" in self.path:
                liar.tree(self)
            elif self.path.startswith("/api/"):
                send(self, json.dumps({"id": NAME, "sha": liar.sha, "siblings": []}).encode())
            else:
                liar.file(self)

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_: object) -> None:
            """Clients hang up, which is the point."""

    with Server(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield liar, f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.fixture
def hub(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Liar]:
    monkeypatch.setenv("HF_HOME", str(tmp_path / "home"))
    with lying() as (liar, address):
        monkeypatch.setenv("HF_ENDPOINT", address)
        yield liar


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "down" / "cache"


def outside(cache: Path) -> list[Path]:
    """Files in the world of the test that are in neither the cache nor the home of the client."""
    for own in (cache, cache.parents[2] / "home"):
        shutil.rmtree(own, ignore_errors=True)
    return [path for path in cache.parents[2].rglob("*") if path.is_file()]


def fetch(cache: Path) -> None:
    download(NAME, cache, lambda _: None)


@pytest.mark.parametrize(
    "oid",
    ["../../../../evil", "/tmp/evil", "", "a" * 63, "A" * 64, "g" * 64, "a" * 40 + "/../x", 7],
)
def test_a_checksum_that_is_none_is_refused(hub: Liar, cache: Path, oid: Any) -> None:
    lie = json.dumps(tree(lfs={"oid": oid, "size": 10, "pointerSize": 1})).encode()
    hub.tree = lambda handler: send(handler, lie)
    with pytest.raises(ModelError):
        fetch(cache)
    small = json.dumps(tree(path="config.json", lfs=None, oid=oid)).encode()
    hub.tree = lambda handler: send(handler, small)
    with pytest.raises(ModelError):
        fetch_config(NAME, cache)
    assert outside(cache) == []


@pytest.mark.parametrize("sha", ["../../evil", "/tmp/evil", "", None, 7, "main"])
def test_a_commit_that_is_none_is_refused(hub: Liar, cache: Path, sha: Any) -> None:
    hub.sha = sha
    with pytest.raises(ModelError):
        fetch(cache)
    assert outside(cache) == []


@pytest.mark.parametrize(
    "path",
    [
        "model-/../../../x-of-y.safetensors",
        "../x",
        "/x",
        "a//b",
        "a/",
        "./a",
        "a\\b",
        "c:x",
        ".git",
        "a/../b",
        "",
        "x\n",
        "a\0b",
        "x" * 300,
    ],
)
def test_paths_that_lead_elsewhere_are_known(path: str) -> None:
    assert not is_safe_path(path)


@pytest.mark.parametrize("path", ["config.json", "model-00001-of-00002.safetensors", "a/b.json"])
def test_usual_paths_are_safe(path: str) -> None:
    assert is_safe_path(path)


@pytest.mark.parametrize("size", [-1, "ten", None, 1e9, [], 10**30])
def test_a_size_that_is_none_is_refused(hub: Liar, cache: Path, size: Any) -> None:
    lie = json.dumps(tree(size=size)).encode()
    hub.tree = lambda handler: send(handler, lie)
    with pytest.raises(ModelError):
        fetch(cache)


def test_a_body_longer_than_its_size_stops_there(hub: Liar, cache: Path) -> None:
    hub.file = endless
    with pytest.raises(ModelCorruptedError, match="more than the 10 bytes"):
        fetch(cache)
    assert not list(cache.rglob("*.partial"))


def test_a_listing_without_end_is_left(
    hub: Liar, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remote, "MAX_LISTING_BYTES", 100_000)
    hub.tree = endless
    with pytest.raises(ModelError, match="beyond"):
        fetch(cache)


def test_a_listing_that_drips_is_left(
    hub: Liar, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remote, "LISTING_SECONDS", 0.3)
    hub.tree = lambda handler: endless(handler, 0.05)
    with pytest.raises(ModelError, match="did not tell"):
        fetch(cache)


def test_pages_of_a_listing_without_end_are_left(
    hub: Liar, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remote, "MAX_LISTED", 20)

    def page(handler: BaseHTTPRequestHandler) -> None:
        host = handler.headers["Host"]
        send(
            handler, json.dumps(tree()).encode(), Link=f'<http://{host}{handler.path}>; rel="next"'
        )

    hub.tree = page
    with pytest.raises(ModelError, match="more than 20 files"):
        fetch(cache)


def test_a_packed_listing_is_refused(hub: Liar, cache: Path) -> None:
    hub.tree = lambda handler: send(handler, b"", Content_Encoding="gzip, gzip")
    with pytest.raises(ModelError, match="packed"):
        fetch(cache)


def test_a_deep_listing_is_told(hub: Liar, cache: Path) -> None:
    hub.tree = lambda handler: send(handler, b"[" * 100_000)
    with pytest.raises(ModelError):
        fetch(cache)
