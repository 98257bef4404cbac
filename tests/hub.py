"""A tiny model hub on loopback: the few endpoints that the hub's own library needs, and faults."""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from urllib.parse import urlsplit

COMMIT = "0123456789abcdef0123456789abcdef01234567"
LARGE = (".safetensors", ".model", ".spm")


class Hub(ThreadingHTTPServer):
    """Serves one repository from a folder; ``status`` other than 200 refuses every request.

    ``cut`` (bytes) ends the first transfer of weights early, ``stall`` keeps it open instead;
    ``corrupt`` serves weights with one byte changed. ``ranges`` lists the Range headers.
    """

    daemon_threads = True

    def __init__(self, repo: str, folder: Path, status: int = 200, code: str = "") -> None:
        self.repo, self.folder, self.status, self.code = repo, folder, status, code
        self.extra: dict[str, str] = {}
        self.cut = 0
        self.stall = self.corrupt = False
        self.stalled, self.released = Event(), Event()
        self.requested: list[str] = []
        self.ranges: list[str] = []
        super().__init__(("127.0.0.1", 0), Handler)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class Handler(BaseHTTPRequestHandler):
    server: Hub

    def log_message(self, *_: object) -> None:
        pass

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        hub, path = self.server, urlsplit(self.path).path
        hub.requested.append(path)
        if hub.status != 200:
            self.answer(hub.status, b"{}", {"X-Error-Code": hub.code, **hub.extra})
        elif path in {f"/api/models/{hub.repo}/revision/{name}" for name in ("main", COMMIT)}:
            self.answer_json({"id": hub.repo, "sha": COMMIT, "siblings": []})
        elif path == f"/api/models/{hub.repo}/tree/{COMMIT}":
            self.answer_json([self.entry(file) for file in sorted(hub.folder.iterdir())])
        elif path.startswith(f"/{hub.repo}/resolve/{COMMIT}/"):
            self.answer_file(hub.folder / path.split(COMMIT + "/")[1])
        else:
            self.answer(404, b"{}", {"X-Error-Code": "RepoNotFound"})

    def entry(self, file: Path) -> dict[str, object]:
        name = file.relative_to(self.server.folder).as_posix()
        if file.is_dir():
            return {"type": "directory", "path": name, "oid": "0" * 40, "size": 0}
        size = file.stat().st_size
        found = {"type": "file", "path": name, "oid": git_oid(file), "size": size}
        if is_large(file):
            found["lfs"] = {"oid": sha256(file), "size": size, "pointerSize": 134}
        return found

    def answer_file(self, file: Path) -> None:
        body = file.read_bytes()
        headers = {"ETag": f'"{etag(file)}"', "X-Repo-Commit": COMMIT, "Accept-Ranges": "bytes"}
        asked = self.headers.get("Range")
        if is_large(file) and self.command == "GET":
            self.server.ranges.append(asked or "")
            if self.server.corrupt:
                body = body[:-1] + bytes([body[-1] ^ 1])
        if asked:
            start = int(asked.removeprefix("bytes=").rstrip("-"))
            headers["Content-Range"] = f"bytes {start}-{len(body) - 1}/{len(body)}"
            self.answer(206, body[start:], headers)
        elif is_large(file) and self.command == "GET" and self.server.cut:
            self.answer_part(body, headers)
        else:
            self.answer(200, body, headers)

    def answer_part(self, body: bytes, headers: dict[str, str]) -> None:
        """Promise all of ``body`` and send the start of it."""
        hub = self.server
        start, hub.cut = hub.cut, 0
        self.begin(200, headers, len(body))
        self.wfile.write(body[:start])
        self.wfile.flush()
        if hub.stall:
            hub.stalled.set()
            hub.released.wait(60)
        self.close_connection = True

    def answer_json(self, data: object) -> None:
        self.answer(200, json.dumps(data).encode(), {"Content-Type": "application/json"})

    def answer(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.begin(status, headers, len(body))
        if self.command != "HEAD":
            self.wfile.write(body)

    def begin(self, status: int, headers: dict[str, str], length: int) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(length))
        self.end_headers()


def is_large(file: Path) -> bool:
    return file.name.endswith(LARGE)


def etag(file: Path) -> str:
    return sha256(file) if is_large(file) else git_oid(file)


def sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def git_oid(file: Path) -> str:
    body = file.read_bytes()
    header = f"blob {len(body)}\0".encode()
    return hashlib.sha1(header + body, usedforsecurity=False).hexdigest()


@contextmanager
def serving(repo: str, folder: Path, status: int = 200, code: str = "") -> Iterator[Hub]:
    with Hub(repo, folder, status, code) as hub:
        thread = Thread(target=hub.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield hub
        finally:
            hub.released.set()
            hub.shutdown()
            thread.join()
