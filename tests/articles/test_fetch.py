"""Pages over HTTP, served on loopback by a real server that can be as bad as the web."""

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from summarize.articles import read_article
from summarize.articles.fetch import USER_AGENT, fetch
from summarize.errors import ArticleError, FetchError

HTML = frozenset({"text/html"})
STORY = (
    "<p>The provincial court on Monday delayed its ruling on the fishing rights of 240 families, "
    "who’ve fished there for generations.</p><p>Lawyers for the families said they would appeal "
    "if the ruling went against them, because the lake feeds them.</p>"
)
PAGE = f"<html><head><title>Court delays ruling</title></head><body><article>{STORY}</article>"
META = PAGE.replace("<head>", '<head><meta http-equiv="x" content="text/html; charset=gb18030">')


class Site(BaseHTTPRequestHandler):
    """One path for each way a page can come."""

    seen: dict[str, str]

    def do_GET(self) -> None:
        type(self).seen = dict(self.headers)
        name = self.path.strip("/").replace("-", "_")
        getattr(self, f"give_{name}", self.give_missing)()

    def give_article(self) -> None:
        self.reply(PAGE.encode())

    def give_windows(self) -> None:
        self.reply(PAGE.encode("cp1252"), kind="text/html; charset=windows-1252")

    def give_meta(self) -> None:
        self.reply(META.encode("gb18030"))

    def give_text(self) -> None:
        self.reply(b"The court ruled on Monday that the lake is public.", kind="text/plain")

    def give_feed(self) -> None:
        self.reply(b"<rss><channel></channel></rss>", kind="application/rss+xml")

    def give_feed_as_xml(self) -> None:
        self.reply(b"<?xml version='1.0'?><feed></feed>", kind="text/xml")

    def give_feed_as_page(self) -> None:
        self.reply(b"<rss><channel></channel></rss>")

    def give_other_xml(self) -> None:
        self.reply(b"<opml></opml>", kind="text/xml")

    def give_login(self) -> None:
        self.reply(b"<html><body><form>Log in</form></body></html>")

    def give_picture(self) -> None:
        self.reply(b"\x89PNG", kind="image/png")

    def give_missing(self) -> None:
        self.reply(b"<p>not here</p>", status=404)

    def give_blocked(self) -> None:
        self.reply(b"<p>no robots</p>", status=403)

    def give_moved(self) -> None:
        self.reply(b"", status=302, location="/article")

    def give_loop(self) -> None:
        self.reply(b"", status=302, location="/loop")

    def give_ftp(self) -> None:
        self.reply(b"", status=302, location="ftp://127.0.0.1/a.txt")

    def give_file(self) -> None:
        self.reply(b"", status=302, location="file:///etc/passwd")

    def give_large(self) -> None:
        self.reply(b"a" * 300_000)

    def give_bomb(self) -> None:
        self.reply(gzip.compress(b"a" * 3_000_000), coding="gzip")

    def give_cut(self) -> None:
        self.reply(b"<p>half", length=1000)

    def give_silence(self) -> None:
        time.sleep(1.5)

    def give_dripping_headers(self) -> None:
        self.drip(b"HTTP/1.1 200 OK\r\nX-Slow: " + b"a" * 1000)

    def give_dripping_body(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        self.drip(b"<p>" + b"a" * 1000)

    def drip(self, data: bytes) -> None:
        for byte in data[:60]:
            self.wfile.write(bytes([byte]))
            time.sleep(0.05)

    def reply(
        self,
        body: bytes,
        status: int = 200,
        kind: str = "text/html",
        location: str = "",
        coding: str = "",
        length: int = 0,
    ) -> None:
        self.send_response(status)
        given = {"Content-Type": kind, "Location": location, "Content-Encoding": coding}
        for name, value in given.items():
            if value:
                self.send_header(name, value)
        self.send_header("Content-Length", str(length or len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Clients that hang up are what these tests are about."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with Server(("127.0.0.1", 0), Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.mark.parametrize("path", ["article", "windows", "meta", "moved"])
def test_an_article_is_read_from_its_page(site: str, path: str) -> None:
    article = read_article(f"{site}/{path}")
    assert (article.title, article.source) == ("Court delays ruling", f"{site}/{path}")
    assert article.text.startswith("The provincial court")
    assert "who’ve fished" in article.text
    assert Site.seen["User-Agent"] == USER_AGENT


def test_plain_text_is_read_as_such(site: str) -> None:
    assert read_article(f"{site}/text").text == "The court ruled on Monday that the lake is public."


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("missing", "answered 404"),
        ("blocked", "answered 403"),
        ("picture", "image/png"),
        ("feed", "is a feed"),
        ("feed-as-xml", "is a feed"),
        ("feed-as-page", "is a feed"),
        ("other-xml", "is text/xml, not a page"),
        ("loop", "redirects more than 5 times"),
        ("ftp", "no http or https address"),
        ("file", "no http or https address"),
        ("cut", "broke off"),
    ],
)
def test_a_bad_answer_is_explained(site: str, path: str, reason: str) -> None:
    with pytest.raises(FetchError, match=reason) as caught:
        read_article(f"{site}/{path}")
    assert caught.value.hint
    assert f"{site}/{path}" in caught.value.message


def test_a_page_without_an_article_is_refused(site: str) -> None:
    with pytest.raises(ArticleError, match="without an article"):
        read_article(f"{site}/login")


@pytest.mark.parametrize("path", ["large", "bomb"])
def test_a_page_beyond_the_limit_is_dropped_on_the_way(site: str, path: str) -> None:
    with pytest.raises(FetchError, match="larger than 0 MB"):
        fetch(f"{site}/{path}", HTML, limit=100_000)


@pytest.mark.parametrize("path", ["silence", "dripping-headers", "dripping-body"])
def test_a_slow_page_is_given_up_however_it_is_slow(site: str, path: str) -> None:
    with pytest.raises(FetchError, match=r"did not answer within 0\.5 seconds"):
        fetch(f"{site}/{path}", HTML, seconds=0.5)


def test_a_refused_connection_is_explained() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    with pytest.raises(FetchError, match="cannot be reached"):
        read_article(f"http://127.0.0.1:{port}/")


@pytest.mark.parametrize("url", ["http://", "http://[::1", "https://exa mple/", "http://x:port/"])
def test_a_broken_address_is_explained(url: str) -> None:
    with pytest.raises(FetchError) as caught:
        read_article(url)
    assert caught.value.hint
