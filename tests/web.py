"""A web server on loopback: a test sets and changes its pages, and sees what it was asked."""

import hashlib
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass(frozen=True)
class Page:
    """One answer; ``seconds`` is how long the server takes."""

    body: bytes = b""
    kind: str = "text/html; charset=utf-8"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    seconds: float = 0.0


@dataclass(frozen=True)
class Asked:
    """One request, with the time at which it came and that of its answer."""

    path: str
    headers: Mapping[str, str]
    began: float
    status: int
    ended: float


class Site:
    """Pages by path; what has no page is answered with 404. Every page has an ETag."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.pages: dict[str, Page] = {}
        self.asked: list[Asked] = []

    def put(self, path: str, body: str | bytes, kind: str = "", **more: object) -> None:
        data = body.encode() if isinstance(body, str) else body
        kinds = {"xml": "application/rss+xml", "txt": "text/plain", "json": "application/json"}
        found = kind or kinds.get(path.rpartition(".")[2], "text/html; charset=utf-8")
        self.pages[path] = Page(data, found, **more)  # type: ignore[arg-type]

    def paths(self) -> list[str]:
        """The paths asked for since the last time, but for robots.txt."""
        found = [one.path for one in self.asked if one.path != "/robots.txt"]
        self.asked.clear()
        return found


@contextmanager
def serving() -> Iterator[Site]:
    """A site of its own for the block."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            began = time.monotonic()
            page = site.pages.get(self.path, Page(b"<p>not here</p>", status=404))
            time.sleep(page.seconds)
            etag = f'"{hashlib.sha256(page.body).hexdigest()[:12]}"'
            same = page.status == 200 and self.headers.get("If-None-Match") == etag
            status = 304 if same else page.status
            body = b"" if same else page.body
            given = {"Content-Type": page.kind, "ETag": etag, **page.headers}
            headers = dict(self.headers)
            site.asked.append(Asked(self.path, headers, began, status, time.monotonic()))
            self.send_response(status)
            for name, value in given.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, request: object, client_address: object) -> None:
            """Clients may hang up."""

    with Server(("127.0.0.1", 0), Handler) as server:
        site = Site(f"http://127.0.0.1:{server.server_address[1]}")
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield site
        server.shutdown()


def rss(*items: tuple[str, str], title: str = "News", more: str = "") -> str:
    """An RSS 2.0 feed of pairs of title and link, the newest first."""
    listed = "".join(
        f"<item><title>{name}</title><link>{link}</link>"
        f"<pubDate>Fri, 20 Nov 2026 {23 - n:02}:00:00 +0700</pubDate>{more}</item>"
        for n, (name, link) in enumerate(items)
    )
    return f'<rss version="2.0"><channel><title>{title}</title>{listed}</channel></rss>'


def article_page(title: str, text: str) -> str:
    """A web page with the article ``text``, whose paragraphs are parted by blank lines."""
    paragraphs = "".join(f"<p>{one}</p>" for one in text.split("\n\n"))
    return (
        f"<!doctype html><html><head><title>{title}</title></head><body>"
        f"<article><h1>{title}</h1>{paragraphs}</article></body></html>"
    )
