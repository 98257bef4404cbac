"""Pages from hostile servers: bombs, logins, and ways into the machine's own network."""

import gzip
import threading
import zlib
from collections.abc import Iterator

import pytest

from summarize.articles import read_article
from summarize.articles.fetch import fetch
from summarize.articles.private import hosts_of, is_private, without_login
from summarize.batch.plan import Selection, find_inputs
from summarize.bodies import BodyError, TooLargeError, unpacked
from summarize.errors import FetchError, UsageError
from summarize.feeds.parse import parse_feed
from summarize.feeds.polite import Polite
from tests.web import Site, article_page, rss, serving

STORY = "The court on Monday delayed its ruling on the fishing rights of 240 families. " * 3
LIMIT = 1_000_000


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as found:
        yield found


def bomb(times: int) -> bytes:
    data = bytes(20 * LIMIT)
    for _ in range(times):
        data = gzip.compress(data, mtime=0)
    return data


@pytest.mark.parametrize("times", [1, 2, 3, 40])
def test_what_unpacks_without_end_is_refused(site: Site, times: int) -> None:
    codings = ", ".join(["gzip"] * times)
    site.put("/bomb", bomb(times), headers={"Content-Encoding": codings})
    with pytest.raises(FetchError, match=r"larger than|times over"):
        fetch(f"{site.address}/bomb", None, limit=LIMIT)


@pytest.mark.parametrize("coding", ["br", "zstd", "compress", "gzip, br", "x" * 100_000])
def test_a_packing_that_was_not_asked_for_is_told(coding: str) -> None:
    with pytest.raises(BodyError, match="not asked for"):
        unpacked(gzip.compress(b"text", mtime=0), coding, LIMIT)


@pytest.mark.parametrize(
    "data", [b"text", gzip.compress(b"text" * 99, mtime=0)[5:], b"\x1f\x8b" * 9]
)
def test_a_damaged_packing_is_told(data: bytes) -> None:
    with pytest.raises(BodyError, match="damaged"):
        unpacked(data, "gzip", LIMIT)


@pytest.mark.parametrize(
    ("codings", "data"),
    [
        ("", b"text"),
        ("identity", b"text"),
        ("gzip", gzip.compress(b"text", mtime=0)),
        ("X-GZip", gzip.compress(b"text", mtime=0)),
        ("deflate", zlib.compress(b"text")),
        ("deflate", zlib.compress(b"text")[2:-4]),
        ("gzip, gzip", gzip.compress(gzip.compress(b"text", mtime=0), mtime=0)),
    ],
)
def test_usual_packings_are_unpacked(codings: str, data: bytes) -> None:
    assert unpacked(data, codings, 100) == b"text"


def test_the_limit_is_exact() -> None:
    assert unpacked(gzip.compress(b"text", mtime=0), "gzip", 4) == b"text"
    with pytest.raises(TooLargeError):
        unpacked(gzip.compress(b"text", mtime=0), "gzip", 3)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.8.8.8",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1%eth0",
        "fd00::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "no address",
    ],
)
def test_private_addresses_are_known(address: str) -> None:
    assert is_private(address)


@pytest.mark.parametrize(
    "address", ["1.1.1.1", "8.8.8.8", "2606:4700:4700::1111", "64:ff9b::808:808"]
)
def test_public_addresses_are_not_private(address: str) -> None:
    assert not is_private(address)


def test_an_address_from_elsewhere_may_not_lead_to_this_machine(site: Site) -> None:
    site.put("/secret", "<p>secret</p>")
    port = site.address.rpartition(":")[2]
    for host in ("127.0.0.1", "localhost", "127.1", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]"):
        with pytest.raises(FetchError, match=r"own network|cannot be reached|address"):
            fetch(f"http://{host}:{port}/secret", None, trusted=frozenset())
    assert site.asked == []


def test_a_host_that_a_person_named_may_be_private(site: Site) -> None:
    site.put("/a", "<p>a</p>")
    assert fetch(f"{site.address}/a", None).data == b"<p>a</p>"
    assert fetch(f"{site.address}/a", None, trusted=None).data == b"<p>a</p>"
    web = Polite(threading.Event(), 0.0, trusted=hosts_of([site.address]))
    assert web.get(f"{site.address}/a", None).data == b"<p>a</p>"


def test_a_redirect_may_not_lead_to_this_machine_from_elsewhere(site: Site) -> None:
    with serving() as other:
        other.put("/inside", "<p>inside</p>")
        site.put("/away", "", status=302, headers={"Location": f"{other.address}/inside"})
        assert fetch(f"{site.address}/away", None).data == b"<p>inside</p>"  # at home already
        other.asked.clear()
        with pytest.raises(FetchError, match="own network"):
            fetch(f"{site.address}/away", None, trusted=hosts_of(["http://example.org"]))
        assert other.asked == []


def test_a_feed_may_not_lead_to_another_service_of_this_machine(site: Site) -> None:
    with serving() as other:
        other.put("/admin", "<p>admin</p>")
        web = Polite(threading.Event(), 0.0, trusted=hosts_of([f"{site.address}/feed.xml"]))
        with pytest.raises(FetchError, match="own network"):
            web.get(f"{other.address}/admin", None)
        assert other.asked == []


def test_a_login_is_sent_and_never_recorded(site: Site) -> None:
    site.put("/story", article_page("Court", STORY))
    article = read_article(site.address.replace("//", "//ann:secret@") + "/story")
    assert "Basic" in site.asked[0].headers["Authorization"]
    assert article.source == f"{site.address}/story"
    assert "secret" not in repr(article)


@pytest.mark.parametrize("path", ["missing", "feed.xml"])
def test_a_login_is_not_told_in_errors(site: Site, path: str) -> None:
    site.put("/feed.xml", rss(("a", "http://a.example/a")))
    with pytest.raises(FetchError) as caught:
        read_article(site.address.replace("//", "//ann:secret@") + f"/{path}")
    assert "secret" not in caught.value.message + caught.value.hint


def test_a_batch_refuses_a_login_without_telling_it() -> None:
    with pytest.raises(UsageError) as caught:
        find_inputs(["https://ann:secret@example.org/a"], Selection())
    assert "secret" not in caught.value.message + caught.value.hint


def test_links_of_a_feed_lose_their_logins() -> None:
    feed = parse_feed(rss(("a", "http://ann:secret@a.example/a")).encode(), "http://a.example/")
    assert [item.link for item in feed.items] == ["http://a.example/a"]


@pytest.mark.parametrize("url", ["http://[::1/a@b", "http://a/b@c", "not an address"])
def test_what_has_no_login_stays(url: str) -> None:
    assert without_login(url) == url


@pytest.mark.parametrize(
    "host",
    [
        "a..b",
        "x" * 64 + ".org",
        ".",
        "-",
        "a b",
        "[",
        "[::1",
        "[zz]",
        "xn--\udcff",
        "é" * 300,
        "%00",
        "a:99999999",
        "a:x",
        "*",
        "\u2024",
        "a\tb",
        "xn--a",
        "...",
    ],
)
def test_a_bad_host_name_is_told_as_one(host: str) -> None:
    with pytest.raises(FetchError):
        read_article(f"http://{host}/")
