"""A tiny model hub on loopback: the few endpoints that the hub's own library needs."""

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

COMMIT = "0123456789abcdef0123456789abcdef01234567"


class Hub(ThreadingHTTPServer):
    """Serves one repository from a folder; ``status`` other than 200 refuses every request."""

    daemon_threads = True

    def __init__(self, repo: str, folder: Path, status: int = 200, code: str = "") -> None:
        self.repo, self.folder, self.status, self.code = repo, folder, status, code
        self.requested: list[str] = []
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
            self.answer(hub.status, b"{}", {"X-Error-Code": hub.code})
        elif path in {f"/api/models/{hub.repo}/revision/{name}" for name in ("main", COMMIT)}:
            self.answer_json({"id": hub.repo, "sha": COMMIT, "siblings": []})
        elif path == f"/api/models/{hub.repo}/tree/{COMMIT}":
            self.answer_json([self.entry(file) for file in sorted(hub.folder.rglob("*"))])
        elif path.startswith(f"/{hub.repo}/resolve/{COMMIT}/"):
            self.answer_file(hub.folder / path.split(COMMIT + "/")[1])
        else:
            self.answer(404, b"{}", {"X-Error-Code": "RepoNotFound"})

    def entry(self, file: Path) -> dict[str, object]:
        name = file.relative_to(self.server.folder).as_posix()
        if file.is_dir():
            return {"type": "directory", "path": name, "oid": "0" * 40, "size": 0}
        return {"type": "file", "path": name, "oid": etag(file), "size": file.stat().st_size}

    def answer_file(self, file: Path) -> None:
        headers = {"ETag": f'"{etag(file)}"', "X-Repo-Commit": COMMIT}
        self.answer(200, file.read_bytes(), headers)

    def answer_json(self, data: object) -> None:
        self.answer(200, json.dumps(data).encode(), {"Content-Type": "application/json"})

    def answer(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


def etag(file: Path) -> str:
    return hashlib.sha1(file.read_bytes(), usedforsecurity=False).hexdigest()


@contextmanager
def serving(repo: str, folder: Path, status: int = 200, code: str = "") -> Iterator[Hub]:
    with Hub(repo, folder, status, code) as hub:
        thread = Thread(target=hub.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield hub
        finally:
            hub.shutdown()
            thread.join()
