"""A tiny model hub on loopback: the endpoints that the hub's own library needs, and its faults.

Large files answer with a redirect to a second host, as the hub's do.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from urllib.parse import urlsplit

import pytest

COMMIT = "0123456789abcdef0123456789abcdef01234567"
LARGE = (".safetensors", ".model", ".spm", ".bin", ".msgpack", ".ot", ".h5")
BOT = "SFconvertbot"
"""Who opens the pull requests that hold a repository's weights as safetensors."""


@dataclass(frozen=True)
class Branch:
    """The files of one branch; pull requests have branches of their own, with an ``author``."""

    folder: Path
    commit: str = COMMIT
    author: str = BOT


@dataclass
class Repository:
    """Branches by name, ``main`` and ``refs/pr/N``; ``gated`` answers 401 to strangers."""

    branches: dict[str, Branch] = field(default_factory=dict)
    gated: bool = False

    def find(self, revision: str) -> Branch | None:
        """The branch of that name or with that commit."""
        by_commit = {branch.commit: branch for branch in self.branches.values()}
        return self.branches.get(revision) or by_commit.get(revision)


class Store(ThreadingHTTPServer):
    """The second host, which has the content of large files and nothing else, by checksum."""

    daemon_threads = True

    def __init__(self) -> None:
        self.files: dict[str, Path] = {}
        self.cut = 0
        self.stall = self.corrupt = False
        self.stalled, self.released = Event(), Event()
        self.ranges: list[str] = []
        self.credentials: list[str] = []
        super().__init__(("127.0.0.1", 0), StoreHandler)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class Hub(ThreadingHTTPServer):
    """Serves repositories from folders; ``status`` other than 200 refuses every request.

    ``cut`` (bytes) ends the first transfer of weights early, ``stall`` keeps it open instead;
    ``corrupt`` serves weights with one byte changed. ``ranges`` lists the Range headers.
    """

    daemon_threads = True

    def __init__(
        self, repositories: Mapping[str, Repository], status: int = 200, code: str = ""
    ) -> None:
        self.repositories, self.status, self.code = repositories, status, code
        self.store = Store()
        self.extra: dict[str, str] = {}
        self.requested: list[str] = []
        super().__init__(("127.0.0.1", 0), Handler)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    @property
    def ranges(self) -> list[str]:
        return self.store.ranges

    @property
    def folder(self) -> Path:
        """Of the only repository's main branch."""
        [repository] = self.repositories.values()
        return repository.branches["main"].folder


class Answers(BaseHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        raise NotImplementedError

    def do_HEAD(self) -> None:
        self.do_GET()

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


class Handler(Answers):
    server: Hub

    def do_GET(self) -> None:
        hub, path = self.server, urlsplit(self.path).path
        hub.requested.append(path)
        if hub.status != 200:
            self.answer(hub.status, b"{}", {"X-Error-Code": hub.code, **hub.extra})
            return
        kind = "api" if path.startswith("/api/models/") else "file"
        owner, name, *rest = path.removeprefix("/api/models").strip("/").split("/")
        repository = hub.repositories.get(f"{owner}/{name}")
        if repository is None:
            self.answer(404, b"{}", {"X-Error-Code": "RepoNotFound"})
        elif kind == "api":
            self.answer_about(f"{owner}/{name}", repository, rest)
        elif repository.gated and not self.headers.get("Authorization"):
            self.answer(401, b"{}", {"X-Error-Code": "GatedRepo"})
        else:
            self.answer_file(repository, rest)

    def answer_about(self, name: str, repository: Repository, rest: list[str]) -> None:
        what, *parts = rest
        revision = "/".join(parts).replace("%2F", "/")
        branch = repository.find(revision)
        if what == "discussions":
            self.answer_json(discussions(repository))
        elif branch is None:
            self.answer(404, b"{}", {"X-Error-Code": "RevisionNotFound"})
        elif what == "tree":
            self.answer_json([entry(f, branch.folder) for f in sorted(branch.folder.iterdir())])
        else:
            self.answer_json({"id": name, "sha": branch.commit, "siblings": []})

    def answer_file(self, repository: Repository, rest: list[str]) -> None:
        for length in range(2, len(rest)):  # a revision may have slashes
            branch = repository.find("/".join(rest[1:length]).replace("%2F", "/"))
            if branch is not None:
                break
        file = branch.folder / "/".join(rest[length:]) if branch else None
        if branch is None or file is None or not file.is_file():
            self.answer(404, b"{}", {"X-Error-Code": "EntryNotFound"})
            return
        headers = {"ETag": f'"{etag(file)}"', "X-Repo-Commit": branch.commit}
        if is_large(file):
            store = self.server.store
            store.files[sha256(file)] = file
            headers["X-Linked-Etag"] = f'"{sha256(file)}"'
            headers["X-Linked-Size"] = str(file.stat().st_size)
            self.answer(302, b"", {**headers, "Location": f"{store.url}/{sha256(file)}"})
        else:
            self.answer(200, file.read_bytes(), headers)


class StoreHandler(Answers):
    server: Store

    def do_GET(self) -> None:
        store = self.server
        file = store.files[self.path.strip("/")]
        body = file.read_bytes()
        headers = {"ETag": f'"{sha256(file)}"', "Accept-Ranges": "bytes"}
        asked = self.headers.get("Range")
        store.credentials.append(self.headers.get("Authorization", ""))
        if self.command == "GET":
            store.ranges.append(asked or "")
            if store.corrupt:
                body = body[:-1] + bytes([body[-1] ^ 1])
        if asked:
            start = int(asked.removeprefix("bytes=").rstrip("-"))
            headers["Content-Range"] = f"bytes {start}-{len(body) - 1}/{len(body)}"
            self.answer(206, body[start:], headers)
        elif self.command == "GET" and store.cut:
            self.answer_part(body, headers)
        else:
            self.answer(200, body, headers)

    def answer_part(self, body: bytes, headers: dict[str, str]) -> None:
        """Promise all of ``body`` and send the start of it."""
        store = self.server
        start, store.cut = store.cut, 0
        self.begin(200, headers, len(body))
        self.wfile.write(body[:start])
        self.wfile.flush()
        if store.stall:
            store.stalled.set()
            store.released.wait(60)
        self.close_connection = True


def discussions(repository: Repository) -> dict[str, object]:
    """Pull requests as the hub lists them, newest first."""
    numbers = [
        (int(name.rsplit("/", 1)[1]), branch.author)
        for name, branch in repository.branches.items()
        if name.startswith("refs/pr/")
    ]
    rows = [
        {
            "num": number,
            "author": {"name": author},
            "title": "Adding `safetensors` variant of this model",
            "status": "open",
            "isPullRequest": True,
            "createdAt": "2024-12-09T00:00:00.000Z",
            "repo": {"name": "acme/tiny", "type": "model"},
        }
        for number, author in sorted(numbers, reverse=True)
    ]
    return {"discussions": rows, "count": len(rows), "start": 0}


def entry(file: Path, root: Path) -> dict[str, object]:
    name = file.relative_to(root).as_posix()
    if file.is_dir():
        return {"type": "directory", "path": name, "oid": "0" * 40, "size": 0}
    size = file.stat().st_size
    found = {"type": "file", "path": name, "oid": git_oid(file), "size": size}
    if is_large(file):
        found["lfs"] = {"oid": sha256(file), "size": size, "pointerSize": 134}
    return found


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
def serving_all(
    repositories: Mapping[str, Repository], status: int = 200, code: str = ""
) -> Iterator[Hub]:
    with Hub(repositories, status, code) as hub, hub.store as store:
        threads = [Thread(target=server.serve_forever, args=(0.01,)) for server in (hub, store)]
        for thread in threads:
            thread.start()
        try:
            yield hub
        finally:
            store.released.set()
            for server, thread in zip((hub, store), threads, strict=True):
                server.shutdown()
                thread.join()


@contextmanager
def serving(repo: str, folder: Path, status: int = 200, code: str = "") -> Iterator[Hub]:
    """One repository with one branch."""
    with serving_all({repo: Repository({"main": Branch(folder)})}, status, code) as hub:
        yield hub


def point_to(
    hub: Hub, home: Path, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str]
) -> None:
    """Fetch from ``hub`` into an empty ``home``, here and in processes of ``environment``."""
    own = {
        "HF_HOME": str(home),
        "HF_ENDPOINT": hub.url,
        "SUMMARIZE_OFFLINE": "0",
        "OMP_NUM_THREADS": "1",
    }
    for name, value in own.items():
        monkeypatch.setenv(name, value)
        environment[name] = value
    for name in ("HF_HUB_CACHE", "HF_TOKEN"):
        monkeypatch.delenv(name, raising=False)
        environment.pop(name, None)
