"""Words that the model found unlikely are underlined where people read them, and only there."""

import io
import json
import sys
from dataclasses import replace
from typing import Any

import pytest
from lxml import html as lxml_html

from summarize.cli.deliver import deliver, is_underlined
from summarize.output import render
from summarize.output.text import pieces
from summarize.output.words import UNDERLINED, doubtful_parts, underline_line
from summarize.records import Article, Draft, Result, Stretch
from tests.output.conftest import KHMER

WORD = "ជួបគ្នា"
AT = KHMER[0].index(WORD)


class Terminal(io.StringIO):
    def __init__(self) -> None:
        super().__init__()
        self.written = io.BytesIO()

    @property
    def buffer(self) -> io.BytesIO:
        return self.written

    def isatty(self) -> bool:
        return True


@pytest.fixture
def doubtful(traced: Result) -> Result:
    assert traced.draft is not None
    first, *rest = traced.draft.segments
    marked = replace(first, doubtful=(Stretch(AT, AT + len(WORD)),))
    return replace(traced, draft=Draft((marked, *rest), "book|test"))


def test_a_sentence_in_parts_is_the_sentence(doubtful: Result) -> None:
    assert doubtful.draft is not None
    first, second = doubtful.draft.segments
    assert "".join(text for text, _ in doubtful_parts(first)) == first.target
    assert [text for text, is_doubtful in doubtful_parts(first) if is_doubtful] == [WORD]
    assert doubtful_parts(second) == [(second.target, False)]


def test_html_underlines_and_says_once_what_that_means(doubtful: Result, traced: Result) -> None:
    page: Any = lxml_html.fromstring(render([doubtful], "html").decode())
    (mark,) = page.xpath("//u")
    assert mark.text == WORD
    assert mark.get("title")
    assert page.xpath("string()").count(UNDERLINED) == 1
    assert UNDERLINED not in render([traced], "html").decode()


def test_what_is_marked_is_still_escaped(doubtful: Result) -> None:
    assert doubtful.draft is not None
    bad = replace(
        doubtful.draft.segments[0], target="<b>x</b> & y", doubtful=(Stretch(0, 3), Stretch(9, 10))
    )
    page = render([replace(doubtful, draft=Draft((bad,), "x"))], "html").decode()
    assert "&lt;b&gt;</u>x&lt;/b&gt; <u" in page
    assert ">&amp;</u> y" in page


def test_text_is_underlined_only_when_asked_for(doubtful: Result) -> None:
    plain = render([doubtful], "text").decode()
    styled = render([doubtful], "text", underline=True).decode()
    assert "\x1b" not in plain
    assert f"\x1b[4m{WORD}\x1b[24m" in styled
    assert styled.replace("\x1b[4m", "").replace("\x1b[24m", "") == plain
    assert "\x1b" not in render([doubtful], "md", underline=True).decode()


def test_a_translated_text_is_underlined_as_well(doubtful: Result) -> None:
    assert doubtful.draft is not None
    segment = replace(doubtful.draft.segments[0], sentence="a1")
    whole = replace(doubtful, summary=None, draft=Draft((segment,), "book|test"))
    assert f"\x1b[4m{WORD}\x1b[24m" in render([whole], "text", underline=True).decode()


def test_word_breaks_leave_the_marks_where_they_were(doubtful: Result) -> None:
    styled = render([doubtful], "text", zwsp=True, underline=True).decode()
    inside = styled.partition("\x1b[4m")[2].partition("\x1b[24m")[0]
    assert inside.replace("\u200b", "") == WORD


def test_json_has_the_places_and_reads_older_results(doubtful: Result) -> None:
    data = json.loads(render([doubtful], "json"))
    assert data["draft"]["segments"][0]["doubtful"] == [{"start": AT, "end": AT + len(WORD)}]
    assert Result.from_dict(data) == doubtful
    for segment in data["draft"]["segments"]:
        del segment["doubtful"]
    draft = Result.from_dict(data).draft
    assert draft is not None
    assert not any(one.doubtful for one in draft.segments)


def test_a_terminal_shows_them_and_nothing_else_does(
    doubtful: Result, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    deliver([doubtful], "text", None)
    assert f"\x1b[4m{WORD}" in terminal.buffer.getvalue().decode()
    assert not is_underlined("json", None)
    for name, value in (("NO_COLOR", "1"), ("TERM", "dumb")):
        with monkeypatch.context() as patch:
            patch.setenv(name, value)
            assert not is_underlined("text", None)
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert not is_underlined("text", None)


def test_the_legend_is_for_results_that_need_it(doubtful: Result, traced: Result) -> None:
    assert underline_line([traced, doubtful]) == UNDERLINED
    assert underline_line([traced]) == ""
    article: Article = traced.article
    assert underline_line([replace(traced, article=article, draft=None)]) == ""


def test_what_is_shown_as_it_is_ready_is_how_the_whole_begins(doubtful: Result) -> None:
    assert doubtful.draft is not None
    story = doubtful.article, doubtful.summary, doubtful.headline
    first = pieces(*story, doubtful.draft.segments[:1], so_far=True, underline=True)
    whole = render([doubtful], "text", underline=True).decode()
    assert f"\x1b[4m{WORD}\x1b[24m" in "".join(first)
    assert whole.startswith("".join(first))
