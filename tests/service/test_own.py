"""Summaries with their Khmer draft, whole or line by line, and the checks on any pair."""

import json
from typing import Any

import httpx
import pytest

from summarize.records import Result
from tests.service.conftest import COURT, COURT_KHMER, MEETING, MEETING_KHMER, Book
from tests.web import serving

TEXT = f"{COURT} {MEETING} Ministers said they will meet again next week."
LINES = {"accept": "application/x-ndjson"}


def test_an_article_becomes_a_result_as_it_is_written_everywhere(client: httpx.Client) -> None:
    answer = client.post("/summarize", json={"text": TEXT, "title": "Courts"})
    assert answer.status_code == 200
    result = Result.from_dict(answer.json())
    assert result.article.title == "Courts"
    assert result.summary is not None
    assert [one.text for one in result.summary.sentences] == [COURT, MEETING]
    assert result.draft is not None
    assert [one.target for one in result.draft.segments] == [COURT_KHMER, MEETING_KHMER]
    assert result.draft.segments[0].confidence is not None


def test_the_text_alone_will_do(client: httpx.Client) -> None:
    answer = client.post("/summarize", content=TEXT, headers={"content-type": "text/plain"})
    assert Result.from_dict(answer.json()).article.text == TEXT


@pytest.mark.parametrize(("length", "sentences"), [("short", 2), ("1", 1), (3, 3)])
def test_the_length_can_be_chosen(client: httpx.Client, length: str | int, sentences: int) -> None:
    answer = client.post("/summarize", json={"text": TEXT, "length": length}).json()
    assert len(answer["summary"]["sentences"]) == sentences


def test_the_khmer_can_be_left_out(client: httpx.Client, book: Book) -> None:
    answer = client.post("/summarize", json={"text": TEXT, "translate": False}).json()
    assert answer["draft"] is None
    assert set(book.given) <= {"Good morning."}


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ({}, "missing text parameter"),
        ({"text": "  "}, "no text"),
        ({"text": TEXT, "length": "endless"}, "neither short, medium, long nor a number"),
        ({"text": TEXT, "length": "0"}, "neither short, medium, long nor a number"),
        ({"text": TEXT, "translate": "maybe"}, "translate parameter is not true or false"),
        ({"text": f"{MEETING_KHMER} " * 5}, "Khmer, not in English"),
    ],
)
def test_what_cannot_be_summarised_is_refused_in_words(
    client: httpx.Client, body: dict[str, Any], error: str
) -> None:
    answer = client.post("/summarize", json=body)
    assert answer.status_code == 400
    assert error in answer.json()["error"]


def test_no_address_is_fetched(client: httpx.Client) -> None:
    with serving() as site:
        text = f"{MEETING} See {site.address}/story.html for more."
        answer = client.post("/summarize", json={"text": text})
        assert answer.json()["article"]["text"] == text
        alone = client.post("/summarize", json={"text": f"{site.address}/story.html"})
        assert alone.status_code == 400
        assert site.asked == []


def test_it_comes_line_by_line_where_that_is_asked_for(client: httpx.Client, book: Book) -> None:
    """The summary comes before the model has made any Khmer."""
    client.post("/translate", json={"q": "So it begins.", "source": "en", "target": "km"})
    book.go.clear()
    asked = {"text": TEXT, "length": 3}
    with client.stream("POST", "/summarize", json=asked, headers=LINES) as answer:
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "application/x-ndjson"
        lines = answer.iter_lines()
        events = [json.loads(next(lines))]
        book.go.set()
        events += [json.loads(line) for line in lines]
    assert [one["event"] for one in events] == ["summary", *["segment"] * 4, "result"]
    assert events[0]["summary"]["sentences"][0]["text"] == COURT
    assert [one["segment"]["id"] for one in events[1:-1]] == ["kh1", "k1", "k2", "k3"]
    assert [one["segment"]["target"] for one in events[2:4]] == [COURT_KHMER, MEETING_KHMER]
    result = Result.from_dict(events[-1]["result"])
    assert result.draft is not None
    assert [one.id for one in result.draft.segments] == ["k1", "k2", "k3"]


def test_findings_are_those_of_the_checks(client: httpx.Client) -> None:
    wrong = COURT_KHMER.replace("១៦", "៣៦")
    answer = client.post("/check", json={"source": COURT, "target": wrong}).json()
    assert [(one["check"], one["severity"], one["where"]) for one in answer["findings"]] == [
        ("numbers", "error", "k1")
    ]


def test_several_pairs_are_told_apart(client: httpx.Client) -> None:
    good = {"source": COURT, "target": COURT_KHMER}
    wrong = {"source": COURT, "target": COURT_KHMER.replace("១៦", "៣៦")}
    found = client.post("/check", json={"pairs": [good, wrong]}).json()["findings"]
    assert {one["where"] for one in found if one["severity"] == "error"} == {"k2"}


def test_a_sound_pair_has_no_errors(client: httpx.Client) -> None:
    found = client.post("/check", data={"source": COURT, "target": COURT_KHMER}).json()["findings"]
    assert [one for one in found if one["severity"] == "error"] == []


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"source": COURT},
        {"pairs": []},
        {"pairs": "k1"},
        {"pairs": ["k1"]},
        {"pairs": [{"source": COURT}]},
        {"pairs": [{"source": COURT, "target": COURT_KHMER}] * 501},
    ],
)
def test_what_is_no_pair_is_refused(client: httpx.Client, body: dict[str, Any]) -> None:
    answer = client.post("/check", json=body)
    assert answer.status_code == 400
    assert answer.json()["error"].startswith("Invalid request")
