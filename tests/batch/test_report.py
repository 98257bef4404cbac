"""The page that says how a batch went, and the charts in it."""

import re
from datetime import UTC, datetime
from html import escape
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.batch.charts import HEIGHT, MOST_POINTS, WIDTH, histogram, nice, scatter
from summarize.batch.manifest import Account
from summarize.batch.records import Record
from summarize.batch.report import report
from summarize.batch.tally import Tally
from summarize.batch.words import count, duration, speed

REVIEW = "summarize review serve 'my <run>'"
SVG_NUMBERS = st.floats(0, 1e9, allow_nan=False)


def record(name: str, **known: object) -> Record:
    return Record(name, name, "key", "sha", name, files=(f"{name}.md",), **known)  # type: ignore[arg-type]


def page(*records: Record, stopped: str = "", total: int = 0) -> str:
    tally = Tally(total=total or len(records))
    for one in records:
        tally.add(one, known=False)
    signatures = {"summary": "extractive-2", "draft": "tiny|<model>"}
    account = Account(
        ["in"], ["md"], signatures, datetime.now(UTC), tally, records, stopped, REVIEW
    )
    return report(account).decode()


def test_totals_findings_failures_and_models_are_told() -> None:
    shown = page(
        record("a", words=400, sentences=3, milliseconds={"draft": 1500.0}),
        record("b", words=90, sentences=2, findings={"numbers/error": 2, "length/warning": 1}),
        record("c", error="c is empty", hint="Give an article."),
    )
    assert "<dt>done</dt><dd>2</dd>" in shown
    assert '<dt>failed</dt><dd class="bad">1</dd>' in shown
    assert "c is empty" in shown
    assert "Give an article." in shown
    assert "Numbers lost" in shown
    assert '<a href="b.md">b</a>' in shown
    assert "tiny|&lt;model&gt;" in shown
    assert shown.count("<svg") == 3


def test_what_comes_from_outside_is_no_markup() -> None:
    shown = page(
        record('<img src=x onerror="x">', findings={"<b>/error": 1}),
        record("bad", error="<script>alert(1)</script>", hint="<i>"),
        stopped="<u>",
    )
    assert "<script" not in shown
    assert "<img" not in shown
    assert "<u>" not in shown


def test_every_article_has_its_levels_of_confidence_the_most_doubtful_first() -> None:
    shown = page(
        record("sound", levels={"usable": 3}),
        record("bad", levels={"usable": 1, "check": 1, "wrong": 2}),
        record("old"),
    )
    table = shown[shown.index("<h2>The Khmer, sentence by sentence</h2>") :].partition("</table>")[
        0
    ]
    assert re.findall('<th class="number">([^<]+)', table) == [
        "likely wrong",
        "check it",
        "likely usable",
    ]
    bad = table[table.index('href="bad.md"') :].partition("</tr>")[0]
    assert re.findall("<span[^>]*>([0-9]+)", bad) == ["2", "1", "1"]
    assert table.index('href="bad.md"') < table.index('href="sound.md"')
    assert "old.md" not in table


def test_the_sentences_of_all_articles_are_told_with_the_command_that_begins_the_review() -> None:
    shown = page(record("a", levels={"usable": 3}), record("b", levels={"check": 1, "wrong": 2}))
    assert "2 likely wrong, 1 to check, 3 likely usable" in shown
    assert f"<code>{escape(REVIEW)}</code>" in shown
    assert "To review" not in page(record("a"))


def test_nothing_done_is_a_page_too() -> None:
    shown = page(stopped="out of order", total=5)
    assert "ended early: out of order" in shown
    assert "5 articles not reached" in shown
    assert "<svg" not in shown


def test_the_page_needs_nothing_from_outside() -> None:
    shown = page(record("a", words=1))
    assert "http" not in shown
    assert "src=" not in shown
    assert "prefers-color-scheme: dark" in shown


@given(st.lists(SVG_NUMBERS, max_size=50))
def test_a_histogram_counts_every_value_once_within_the_frame(values: list[float]) -> None:
    svg = ElementTree.fromstring(histogram(values, "Length", "words"))
    bars = svg.findall(".//rect")
    titles = [bar.findtext("title") or "" for bar in bars]
    assert sum(int(title.partition(" ")[0]) for title in titles) == len(values)
    for bar in bars:
        assert 0 <= float(bar.attrib["x"]) <= WIDTH
        assert 0 <= float(bar.attrib["y"]) <= HEIGHT
        assert float(bar.attrib["height"]) > 0


@given(st.lists(st.tuples(SVG_NUMBERS, SVG_NUMBERS), max_size=50))
def test_a_scatter_shows_every_point_within_the_frame(points: list[tuple[float, float]]) -> None:
    dots = ElementTree.fromstring(scatter(points, "Time", "words", "seconds")).findall(".//circle")
    assert len(dots) == len(points)
    assert all(0 <= float(dot.attrib["cx"]) <= WIDTH for dot in dots)
    assert all(0 <= float(dot.attrib["cy"]) <= HEIGHT for dot in dots)


def test_very_many_points_are_thinned() -> None:
    assert scatter([(1.0, 2.0)] * 10_000, "a", "b", "c").count("<circle") <= MOST_POINTS


@pytest.mark.parametrize(("value", "found"), [(0, 1), (0.3, 0.5), (1, 1), (17, 20), (2400, 2500)])
def test_scales_end_at_round_numbers(value: float, found: float) -> None:
    assert nice(value) == pytest.approx(found)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.04, "0.0 s"), (9.96, "10.0 s"), (97, "97 s"), (150, "2 min"), (4000, "1 h 07 min")],
)
def test_times_are_told_as_people_say_them(seconds: float, words: str) -> None:
    assert duration(seconds) == words


@pytest.mark.parametrize(
    ("sentences", "seconds", "words"),
    [(60, 10, "6.0/s"), (10, 10, "1.0/s"), (11, 200, "3.3/min"), (0, 0, "0.0/min")],
)
def test_a_speed_is_told_in_the_unit_that_shows_it(
    sentences: int, seconds: float, words: str
) -> None:
    assert speed(sentences, seconds) == words


def test_one_is_not_many() -> None:
    assert [count(n, "article") for n in (0, 1, 1200)] == [
        "0 articles",
        "1 article",
        "1,200 articles",
    ]
