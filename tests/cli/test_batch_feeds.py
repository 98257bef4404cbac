"""``summarize batch`` with the address of a feed, as a desk runs it."""

import json
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import SAMPLE, Run
from tests.cli.test_batch_command import Start, start, wait_for
from tests.web import Site, article_page, rss, serving

__all__ = ["start"]
STORIES = [SAMPLE.read_text("utf-8").replace("September 16", f"May {n}") for n in (1,)]


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch, environment: dict[str, str]) -> Iterator[Site]:
    environment["SUMMARIZE_OFFLINE"] = "0"
    monkeypatch.setenv("SUMMARIZE_OFFLINE", "0")
    with serving() as found:
        found.put("/one", article_page("Courts and trafficking", STORIES[0]))
        found.put("/feed.xml", rss(("Courts and trafficking", "/one")))
        yield found


def test_a_feed_becomes_files_and_a_second_run_leaves_them(run: Run, site: Site) -> None:
    address = f"{site.address}/feed.xml"
    first = run("batch", address, "-o", "out", "--pause", "0")
    assert first.code == 0
    assert "1 article: 1 done" in first.err
    assert len(list(Path("out").rglob("*.md"))) == 1
    second = run("batch", address, "-o", "out", "--pause", "0")
    assert "1 article: 1 unchanged" in second.err
    assert [one.status for one in site.asked if one.path == "/feed.xml"] == [200, 304]
    preview = run("batch", address, "-o", "out", "--pause", "0", "--dry-run")
    assert "unchanged" in preview.out


def test_the_results_of_joined_stories_can_be_reviewed(run: Run, site: Site) -> None:
    site.put("/two", article_page("The call came", STORIES[0]))
    site.put("/wire.xml", rss(("The call came", "/two")))
    feeds = [f"{site.address}/feed.xml", f"{site.address}/wire.xml"]
    outcome = run("batch", *feeds, "-o", "out", "--pause", "0")
    assert "1 done, 1 joined" in outcome.err
    assert run("review", "status", "out").code == 0


def test_an_article_is_not_made_of_a_feed(run: Run, site: Site) -> None:
    outcome = run(f"{site.address}/feed.xml")
    assert outcome.code == 1
    assert "is a feed" in outcome.err
    assert f"summarize batch '{site.address}/feed.xml' -o OUT" in outcome.err


def test_a_feed_that_is_not_there_exits_1_with_the_reason(run: Run, site: Site) -> None:
    outcome = run("batch", f"{site.address}/none.xml", "-o", "out", "--pause", "0")
    assert outcome.code == 1
    assert "answered 404" in outcome.err
    assert "Traceback" not in outcome.err


def test_a_watch_that_is_started_again_knows_what_it_has_seen(start: Start, site: Site) -> None:
    options = [
        f"{site.address}/feed.xml",
        "-o",
        "out",
        "--watch",
        "--every",
        "0.02",
        "--pause",
        "0",
    ]
    process = start(*options)
    wait_for(Path("out/report.html"))
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=30)
    assert process.returncode == 130
    site.put("/three", article_page("A copy", STORIES[0]))
    items = (("Courts and trafficking", "/one"), ("A copy", "/three"))
    site.put("/feed.xml", rss(*items))
    Path("out/report.html").unlink()
    process = start(*options)
    wait_for(Path("out/report.html"))
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=30)
    found = json.loads(Path("out/manifest.json").read_bytes())["inputs"]
    assert [one["status"] for one in found] == ["unchanged", "joined"]
    assert [one.path for one in site.asked].count("/one") == 1


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--every", "5"], "Add --watch"),
        (["--watch", "--limit", "2"], ""),
    ],
)
def test_options_of_feeds_are_checked(run: Run, arguments: list[str], reason: str) -> None:
    Path("news").mkdir()
    outcome = run("batch", "news", "-o", "out", *arguments)
    assert outcome.code == 2
    assert reason in outcome.err
