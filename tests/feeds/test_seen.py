"""What is known of feeds outlives the program, and can be lost without harm."""

from pathlib import Path

import pytest

from summarize.articles.fetch import Fetched, Validators
from summarize.errors import OutputError
from summarize.feeds.seen import Seen
from summarize.feeds.similar import sketch

ANSWER = Fetched(b"<rss/>", "text/xml", "utf-8", "https://h/feed", Validators('"1"', "Fri"))
TOLD = sketch(" ".join(f"word{n} paid {n} dollars" for n in range(30)))


def fail(message: str) -> None:
    raise AssertionError(message)


def test_what_was_seen_is_known_after_a_restart(tmp_path: Path) -> None:
    seen = Seen(tmp_path / "feeds.sqlite", fail)
    seen.keep_answer("https://h/feed", ANSWER)
    seen.note("https://h/a", "v1")
    seen.note("https://h/a", "v2")
    seen.note_story("https://h/a", TOLD)
    seen.close()
    again = Seen(tmp_path / "feeds.sqlite", fail)
    assert again.answer("https://h/feed") == ANSWER
    assert again.answer("https://h/other") is None
    assert (again.version("https://h/a"), again.version("https://h/b")) == ("v2", "")
    assert again.stories() == [("https://h/a", TOLD)]
    again.close()


def test_a_damaged_file_is_set_aside_and_told(tmp_path: Path) -> None:
    path, told = tmp_path / "feeds.sqlite", list[str]()
    path.write_bytes(b"not a database, " * 100)
    seen = Seen(path, told.append)
    assert seen.version("https://h/a") == ""
    seen.note("https://h/a", "v1")
    assert seen.version("https://h/a") == "v1"
    seen.close()
    assert "set aside" in told[0]
    assert (tmp_path / "feeds.sqlite.broken").exists()


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    seen = Seen(tmp_path / "feeds.sqlite", fail, keep=False)
    seen.note("https://h/a", "v1")
    assert seen.version("https://h/a") == ""
    seen.close()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be used"):
        Seen(tmp_path / "gone" / "feeds.sqlite", fail).note("https://h/a", "v1")
