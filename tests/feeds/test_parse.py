"""Feeds of every kind, and documents that are none: each is read, or refused with a reason."""

import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.articles.forms import form_of
from summarize.errors import ArticleError
from summarize.feeds.parse import feeds_named, parse_feed
from summarize.feeds.records import canonical
from tests.web import rss

AT = "https://news.example/feed.xml"
LONG = " ".join(["The court met on Monday and heard both sides."] * 20)
RDF = """<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
 <channel rdf:about="https://news.example/"><title>News</title></channel>
 <item rdf:about="https://news.example/a"><title>A</title><link>https://news.example/a</link>
 <dc:date>2026-11-20T07:00:00+07:00</dc:date></item></rdf:RDF>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://news.example/x/">
 <title type="html">News &amp;amp; views</title><entry><id>tag:1</id><title>A</title>
 <link rel="self" href="self"/><link href="a"/><updated>2026-11-20T00:00:00Z</updated>
 <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{long}</p></div></content>
 </entry></feed>"""
JSON = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "News",
    "items": [{"id": 1, "url": "/a", "title": "A", "content_html": f"<p>{LONG}</p>"}, "broken"],
}
NEWS_MAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
 <url><loc>https://news.example/old</loc><lastmod>2026-11-19</lastmod></url>
 <url><loc>https://news.example/a</loc><news:news><news:title>A</news:title>
 <news:publication_date>2026-11-20</news:publication_date></news:news></url></urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
 <sitemap><loc>https://news.example/1.xml</loc></sitemap></sitemapindex>"""


@pytest.mark.parametrize(
    ("document", "kind", "first"),
    [
        (rss(("A", "https://news.example/a")), "RSS feed", "a"),
        (f'<?xml version="1.0"?><!-- x -->\n{rss(("A", "/a"))}', "RSS feed", "a"),
        (f'<!DOCTYPE rss PUBLIC "-//N" "http://n/0.91.dtd">{rss(("A", "/a"))}', "RSS feed", "a"),
        (RDF, "RSS feed", "a"),
        (ATOM.format(long=LONG), "Atom feed", "x/a"),
        (json.dumps(JSON), "JSON feed", "a"),
        (NEWS_MAP, "sitemap", "a"),
        (INDEX, "sitemap index", "1.xml"),
    ],
)
def test_every_kind_of_feed_is_known_and_read(document: str, kind: str, first: str) -> None:
    for data in (document.encode(), b"\xef\xbb\xbf" + document.encode()):
        if kind != "JSON feed" or data.startswith(b"{"):
            assert form_of(data) == "feed"
            feed = parse_feed(data, AT)
            assert (feed.kind, feed.items[0].link) == (kind, f"https://news.example/{first}")


def test_a_feed_in_gzip_or_utf_16_is_read() -> None:
    packed = gzip.compress(NEWS_MAP.encode())
    assert form_of(packed) == "feed"
    assert len(parse_feed(packed, AT).items) == 2
    wide = f'<?xml version="1.0" encoding="utf-16"?>{rss(("Ā", "/a"))}'.encode("utf-16")
    assert form_of(wide) == "feed"
    assert parse_feed(wide, AT).items[0].title == "Ā"


def test_the_newest_comes_first_and_each_link_once() -> None:
    items = "<item><link>/{}</link><pubDate>Fri, {} Nov 2026 08:00 GMT</pubDate></item>"
    listed = "".join(items.format(*pair) for pair in (("a", 18), ("b", 20), ("a#x", 18), ("c", 19)))
    feed = parse_feed(f"<rss><channel>{listed}</channel></rss>".encode(), AT)
    assert [one.link[-1] for one in feed.items] == ["b", "c", "a"]


def test_without_dates_the_order_of_the_feed_stays() -> None:
    listed = "".join(f"<item><link>/{name}</link></item>" for name in "cab")
    feed = parse_feed(f"<rss><channel>{listed}</channel></rss>".encode(), AT)
    assert "".join(one.link[-1] for one in feed.items) == "cab"


@pytest.mark.parametrize(
    ("encoded", "carried"),
    [
        (f"<p>{LONG}</p>", True),
        (f"<p>{LONG}</p><p>The post A appeared first on B.</p>", True),
        ("<p>A teaser of one line.</p>", False),
        (f"<p>{LONG}</p><p><a href='/a'>Read more</a></p>", False),
        (f"<p>{LONG} …</p>", False),
        (f"<p>{LONG} [&hellip;]</p><p>The post A appeared first on B.</p>", False),
    ],
)
def test_a_full_text_is_told_from_a_teaser(encoded: str, carried: bool) -> None:
    more = f"<c:encoded xmlns:c='http://purl.org/rss/1.0/modules/content/'><![CDATA[{encoded}]]></c:encoded>"
    [item] = parse_feed(rss(("A", "/a"), more=more).encode(), AT).items
    assert bool(item.html) == carried


def test_an_item_without_link_comes_only_with_its_text() -> None:
    items = [{"id": "1", "content_text": LONG}, {"id": "2", "content_text": "short"}]
    feed = parse_feed(json.dumps({**JSON, "items": items}).encode(), AT)
    assert [one.id for one in feed.items] == [f"{AT}#1"]


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "file:///etc/passwd", "http://[", "mailto:a"]
)
def test_only_web_links_are_followed(link: str) -> None:
    assert parse_feed(rss(("A", link)).encode(), AT).items == ()


def test_a_feed_broken_in_a_usual_way_is_mended_and_told() -> None:
    broken = rss(("R&D caf&eacute; \x0b x", "/a?b=1&c=2"))
    feed = parse_feed(broken.encode(), AT)
    assert feed.items[0].title == "R&D café x"
    assert feed.items[0].link == "https://news.example/a?b=1&c=2"
    assert "not sound XML" in feed.note


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        ("", "empty"),
        ("<rss><channel><item>", "not sound XML"),
        ("<rss><channel></rss>", "not sound XML"),
        ("<opml><body/></opml>", "XML document"),
        ("plain words", "not sound XML"),
        ('{"a": 1}', "not a feed"),
        ("{broken", "no JSON"),
        ('<!DOCTYPE r [<!ENTITY a "b">]><rss><channel>&a;</channel></rss>', "entities"),
    ],
)
def test_what_is_no_feed_is_refused_with_a_reason(document: str, reason: str) -> None:
    with pytest.raises(ArticleError, match=reason) as error:
        parse_feed(document.encode(), AT)
    assert error.value.hint
    assert AT in error.value.message


def test_a_small_file_cannot_grow_without_bound() -> None:
    with pytest.raises(ArticleError, match="larger than"):
        parse_feed(gzip.compress(b"<rss>" + b" " * 11_000_000), AT)


@given(st.binary(max_size=300))
def test_no_bytes_are_a_defect(data: bytes) -> None:
    for prefix in (b"", b"<rss><channel><item><link>", b"{", b"\x1f\x8b\x08"):
        form_of(prefix + data)
        try:
            parse_feed(prefix + data, AT)
        except ArticleError:
            continue


@pytest.mark.parametrize("unit", ["<![CDATA[", "&", "<!--", "<item>", "<a ", "]]>"])
def test_a_hostile_feed_takes_time_in_proportion_to_its_size(unit: str) -> None:
    with pytest.raises(ArticleError):
        parse_feed(f"<rss>{unit * 200_000}".encode(), AT)


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (b" <!DOCTYPE html><html>", "page"),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html>', "page"),
        (b"<rss version='2.0'>", "feed"),
        (b"<p>text</p>", "other"),
        (b"<!--" * 5000, "other"),
        (b"", "other"),
        (b"\x1f\x8bbroken", "other"),
    ],
)
def test_the_form_shows_in_the_first_bytes(data: bytes, form: str) -> None:
    assert form_of(data) == form


def test_a_page_names_its_feeds() -> None:
    page = (
        b'<head><link rel=alternate type="application/rss+xml" href="/rss"><link href="/x"></head>'
    )
    assert feeds_named(page, "https://news.example/") == ["https://news.example/rss"]


@given(st.text(alphabet="ab=&?#/%_u.", max_size=30))
def test_a_link_is_the_same_however_often_it_is_made_canonical(tail: str) -> None:
    once = canonical(f"https://News.example/a{tail}")
    assert canonical(once) == once


@pytest.mark.parametrize(
    "link",
    [
        "https://h/a#top",
        "https://H/a",
        "https://h/a?utm_source=rss&utm_medium=x",
        "https://h/a?fbclid=1",
    ],
)
def test_what_only_tells_where_a_reader_came_from_does_not_count(link: str) -> None:
    assert canonical(link) == "https://h/a"
