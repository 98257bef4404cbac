"""A batch of feeds: what is taken from them, what is known of it, and what is the same story."""

import gzip
import json
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest

from summarize.batch.feeds import MOST_ITEMS
from summarize.batch.plan import Selection
from tests.batch.conftest import Desk, text_of
from tests.web import Site, article_page, rss, serving

ENCODED = "<e:encoded xmlns:e='http://purl.org/rss/1.0/modules/content/'><![CDATA[{}]]></e:encoded>"
LONG = (
    "The provincial court on Monday delayed its ruling on the fishing rights of 240 families, who "
    "have fished in it for generations.\n\nThe judge said the court needed more time to study "
    "the maps that both sides had handed in.\n\nLawyers for the families said they would appeal if "
    "the ruling went against them, because the lake feeds them.\n\nThe company that leases the "
    "shore paid 35,000 dollars for it and will respect any decision of the court.\n\nThe hearing "
    "goes on in December, when three villagers and an official of the fisheries are to be heard, "
    "and when the maps of the lake will be shown to all who come to the court on that day."
)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as found:
        for number in range(4):
            found.put(f"/{number}", article_page(f"School {number} opens", text_of(number)))
        found.put("/feed.xml", rss(("School 0 opens", "/0"), ("School 1 opens", "/1")))
        yield found


@pytest.fixture
def told() -> list[str]:
    """What a run says to people."""
    return []


def run(desk: Desk, *sources: str, **options: Any) -> dict[str, dict[str, Any]]:
    """One batch; the inputs of its manifest by the last part of their name."""
    desk.run(*sources, pause=0.0, **options)
    return {one["input"].rpartition("/")[2]: one for one in desk.manifest()["inputs"]}


def statuses(desk: Desk, *sources: str, **options: Any) -> dict[str, str]:
    return {name: one["status"] for name, one in run(desk, *sources, **options).items()}


def test_each_item_of_a_feed_is_read_from_its_page(desk: Desk, site: Site) -> None:
    assert statuses(desk, f"{site.address}/feed.xml") == {"0": "done", "1": "done"}
    assert desk.lines()["1"]["article"]["title"] == "School 1 opens"
    assert site.paths() == ["/feed.xml", "/0", "/1"]
    place = site.address.removeprefix("http://").replace(":", "_")
    assert f"{place}/0.md" in desk.files()


def test_a_second_run_asks_whether_the_feed_changed_and_fetches_nothing_else(
    desk: Desk, site: Site
) -> None:
    run(desk, f"{site.address}/feed.xml")
    site.asked.clear()
    found = statuses(desk, f"{site.address}/feed.xml")
    assert found == {"0": "unchanged", "1": "unchanged"}
    [feed] = [one for one in site.asked if one.path != "/robots.txt"]
    assert (feed.path, feed.status) == ("/feed.xml", 304)
    assert "If-None-Match" in feed.headers


def test_only_what_is_new_or_changed_in_the_feed_is_fetched(desk: Desk, site: Site) -> None:
    run(desk, f"{site.address}/feed.xml")
    site.put("/feed.xml", rss(("School 2 opens", "/2"), ("School 0 opened", "/0")))
    site.paths()
    assert statuses(desk, f"{site.address}/feed.xml") == {"2": "done", "0": "unchanged"}
    assert site.paths() == ["/feed.xml", "/2", "/0"]
    statuses(desk, f"{site.address}/feed.xml")
    assert site.paths() == ["/feed.xml"]


def test_a_run_that_was_cut_off_goes_on_although_the_feed_has_not_changed(
    desk: Desk, site: Site
) -> None:
    def stop(_: object) -> None:
        desk.stop.wanted.set()

    desk.translator.act = stop
    first = run(desk, f"{site.address}/feed.xml", tokens=1)
    assert len(first) == 1
    desk.translator.act = lambda _: None
    assert statuses(desk, f"{site.address}/feed.xml") == {"0": "unchanged", "1": "done"}


def test_the_full_text_of_a_feed_is_taken_instead_of_the_page(desk: Desk, site: Site) -> None:
    body = "".join(f"<p>{one}</p>" for one in LONG.split("\n\n"))
    site.put("/feed.xml", rss(("Court delays ruling", "/x"), more=ENCODED.format(body)))
    assert statuses(desk, f"{site.address}/feed.xml") == {"x": "done"}
    assert desk.lines()["x"]["article"]["text"] == LONG
    assert site.paths() == ["/feed.xml"]


def test_the_same_story_from_two_feeds_is_worked_on_once_and_told(desk: Desk, site: Site) -> None:
    site.put("/a", article_page("Court delays ruling", LONG))
    site.put("/b", article_page("Lake ruling put off", LONG.replace("on Monday ", "")))
    site.put("/one.xml", rss(("Court delays ruling", "/a"), ("School 0 opens", "/0")))
    site.put("/two.xml", rss(("Lake ruling put off", "/b"), ("School 0 opens", "/0?utm_source=x")))
    feeds = [f"{site.address}/one.xml", f"{site.address}/two.xml"]
    found = run(desk, *feeds)
    assert {name: one["status"] for name, one in found.items()} == {
        "a": "done",
        "0": "done",
        "b": "joined",
    }
    assert found["b"]["same_as"] == f"{site.address}/a"
    assert found["b"]["files"] == found["a"]["files"]
    assert desk.manifest()["counts"]["joined"] == 1
    assert "The same story" in (desk.output / "report.html").read_text("utf-8")
    rows = list(map(json.loads, (desk.output / "results.jsonl").read_bytes().splitlines()))
    assert {"input": f"{site.address}/b", "same_as": f"{site.address}/a"} in rows
    assert len(desk.summarizer.seen) == 2
    assert statuses(desk, *feeds) == {"a": "unchanged", "0": "unchanged", "b": "joined"}
    assert len(desk.summarizer.seen) == 2


def test_a_copy_that_comes_after_a_restart_is_joined_too(desk: Desk, site: Site) -> None:
    site.put("/a", article_page("Court delays ruling", LONG))
    site.put("/b", article_page("Lake ruling put off", LONG.replace("on Monday ", "")))
    site.put("/feed.xml", rss(("Court delays ruling", "/a")))
    run(desk, f"{site.address}/feed.xml")
    site.put("/feed.xml", rss(("Lake ruling put off", "/b")))
    assert statuses(desk, f"{site.address}/feed.xml") == {"b": "joined"}


def test_a_copy_whose_first_telling_has_lost_its_files_is_worked_on(desk: Desk, site: Site) -> None:
    site.put("/a", article_page("Court delays ruling", LONG))
    site.put("/b", article_page("Lake ruling put off", LONG.replace("on Monday ", "")))
    site.put("/feed.xml", rss(("Court delays ruling", "/a")))
    [first] = run(desk, f"{site.address}/feed.xml").values()
    (desk.output / first["files"][0]).unlink()
    site.put("/feed.xml", rss(("Lake ruling put off", "/b")))
    assert statuses(desk, f"{site.address}/feed.xml") == {"b": "done"}


def test_a_limit_takes_the_newest_and_so_does_the_usual_bound(desk: Desk, site: Site) -> None:
    selection = Selection(outside=desk.output, limit=1)
    assert list(run(desk, f"{site.address}/feed.xml", selection=selection)) == ["0"]
    many = rss(*((f"Story {n}", f"/none/{n}") for n in range(1)), title="x")
    listed = "".join(f"<item><link>/none/{n}</link></item>" for n in range(MOST_ITEMS + 5))
    site.put("/feed.xml", many.replace("</channel>", f"{listed}</channel>"))
    assert len(run(desk, f"{site.address}/feed.xml")) == MOST_ITEMS


def test_patterns_select_items(desk: Desk, site: Site) -> None:
    selection = Selection(outside=desk.output, exclude=("*/1",))
    assert list(run(desk, f"{site.address}/feed.xml", selection=selection)) == ["0"]


def test_feeds_and_pages_may_stand_in_a_list(desk: Desk, site: Site) -> None:
    desk.root.joinpath("list.txt").write_text(f"{site.address}/feed.xml\n{site.address}/2\n")
    refused = statuses(desk, str(desk.root / "list.txt"))
    assert refused == {"feed.xml": "failed", "2": "failed"}  # they are on this machine
    found = statuses(desk, str(desk.root / "list.txt"), private=True)
    assert found == {"0": "done", "1": "done", "2": "done"}


def test_a_page_in_the_place_of_a_feed_is_an_article_and_fetched_once(
    desk: Desk, site: Site
) -> None:
    assert statuses(desk, f"{site.address}/2") == {"2": "done"}
    assert site.paths() == ["/2"]


def test_a_feed_under_any_address_and_type_is_one(desk: Desk, site: Site) -> None:
    site.put("/latest", rss(("School 0 opens", "/0")), kind="text/html")
    assert statuses(desk, f"{site.address}/latest") == {"0": "done"}


def test_the_sitemaps_of_an_index_are_read_in_gzip_too(desk: Desk, site: Site) -> None:
    listed = "<urlset><url><loc>{0}/{1}</loc></url></urlset>"
    site.put(
        "/1.xml.gz", gzip.compress(listed.format(site.address, 1).encode()), "application/gzip"
    )
    site.put("/2.xml", listed.format(site.address, 2))
    places = "".join(
        f"<sitemap><loc>{site.address}/{name}</loc></sitemap>"
        for name in ("1.xml.gz", "gone.xml", "2.xml")
    )
    site.put("/sitemap.xml", f"<sitemapindex>{places}</sitemapindex>")
    assert statuses(desk, f"{site.address}/sitemap.xml") == {"1": "done", "2": "done"}


def test_what_robots_txt_forbids_is_not_fetched(desk: Desk, site: Site) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /1\n")
    found = run(desk, f"{site.address}/feed.xml")
    assert {name: one["status"] for name, one in found.items()} == {"0": "done", "1": "failed"}
    assert "robots.txt" in found["1"]["error"]
    assert site.paths() == ["/feed.xml", "/0"]


@pytest.mark.parametrize(
    ("body", "options", "reason"),
    [
        ("<rss><channel><title>x</title></channel></rss>", {}, "without items"),
        ("<rss><channel><item>", {}, "not sound XML"),
        (article_page("Login", LONG), {"kind": "text/html"}, "web page, not with a feed"),
        ("", {}, "empty"),
        ("x", {"status": 404}, "answered 404"),
        ("x", {"status": 500}, "answered 500"),
        (b"\x89PNG", {"kind": "image/png"}, "not sound XML"),
    ],
)
def test_a_feed_that_cannot_be_read_is_a_failure_of_its_own(
    desk: Desk, site: Site, body: str, options: dict[str, Any], reason: str
) -> None:
    site.put("/bad.xml", body, **options)
    found = run(desk, f"{site.address}/bad.xml", f"{site.address}/feed.xml")
    assert [found[name]["status"] for name in ("0", "1", "bad.xml")] == ["done", "done", "failed"]
    assert reason in found["bad.xml"]["error"]


def test_a_page_names_the_feed_that_was_meant(desk: Desk, site: Site) -> None:
    link = '<head><link rel="alternate" type="application/atom+xml" href="/feed.xml">'
    site.put("/rss.xml", article_page("News", LONG).replace("<head>", link), kind="text/html")
    ended = desk.run(f"{site.address}/rss.xml", pause=0.0)
    assert f"{site.address}/feed.xml" in ended.failures[0].hint


def test_nothing_is_asked_offline(desk: Desk, site: Site) -> None:
    assert statuses(desk, f"{site.address}/feed.xml", offline=True) == {"feed.xml": "failed"}
    assert site.asked == []


def test_watching_takes_new_items_and_forgets_a_failure_that_has_passed(
    desk: Desk, site: Site
) -> None:
    site.put("/feed.xml", "x", status=500)
    address = f"{site.address}/feed.xml"
    watching = threading.Thread(
        target=lambda: run(desk, address, watch=True, every=0.005), daemon=True
    )
    watching.start()
    wait_until(lambda: _inputs(desk) == {"feed.xml": "failed"})
    site.put("/feed.xml", rss(("School 0 opens", "/0")))
    wait_until(lambda: _inputs(desk) == {"0": "done"})
    site.put("/feed.xml", rss(("School 0 opens", "/0"), ("School 1 opens", "/1")))
    wait_until(lambda: _inputs(desk) == {"0": "done", "1": "done"})
    desk.stop.wanted.set()
    watching.join(timeout=20)
    assert not watching.is_alive()
    assert site.paths().count("/0") == 1


def _inputs(desk: Desk) -> dict[str, str]:
    try:
        listed = desk.manifest()["inputs"]
    except (OSError, ValueError):
        return {}
    return {one["input"].rpartition("/")[2]: one["status"] for one in listed}


def wait_until(condition: Any) -> None:
    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.05)
