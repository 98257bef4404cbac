"""What the page asks about names: the spellings to choose from, and settling one of them."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from summarize.glossary.files import read_terms
from summarize.review.records import Edit
from summarize.review.web.desk import Desk
from tests.review.named import (
    ARTICLE,
    BY_HAND,
    ENGLISH,
    KHMER,
    NAME,
    NAMED,
    OTHER,
    SPELT,
    build_named,
)

SECOND = build_named("School again", "again.txt")


@pytest.fixture
def named(desk: Desk) -> Desk:
    desk.store.add([NAMED, SECOND])
    return desk


def settle(client: TestClient, segment: str = "k1", version: int = 0, khmer: str = OTHER) -> dict:  # type: ignore[type-arg]
    data = {"article": ARTICLE, "id": segment, "version": version, "name": NAME, "khmer": khmer}
    answer = client.post("/api/name", json=data)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def test_a_segment_shows_the_spellings_of_its_names(named: Desk, client: TestClient) -> None:
    found = client.get("/api/aids", params={"article": ARTICLE, "id": "k1"}).json()["names"]
    assert [(one["name"], one["form"]) for one in found] == [(NAME, SPELT)]
    assert found[0]["candidates"][:2] == [SPELT, OTHER]
    assert client.get("/api/aids", params={"article": ARTICLE, "id": "k2"}).json()["names"] == []


def test_settling_a_name_changes_every_article_and_the_glossary(
    named: Desk, client: TestClient, tmp_path: Path
) -> None:
    answer = settle(client)
    assert (answer["count"], answer["again"], answer["left"]) == (4, 0, 0)
    assert [one["id"] for one in answer["segments"]] == ["k1", "k3"]
    for article in (ARTICLE, SECOND.article.id):
        first, second, third, fourth = named.store.segments(article)
        assert first.target == KHMER[0].replace(SPELT, OTHER)
        assert third.target == KHMER[2].replace(SPELT, OTHER)
        assert (second.target, fourth.target) == (KHMER[1], KHMER[3])
        assert named.store.history(article, "k3")[-1].note == f"name changed: {NAME}"
    (term,) = read_terms(tmp_path / "glossary.csv").terms
    assert (term.source, term.target, term.status) == (NAME, OTHER, "approved")
    assert (term.origin, term.approver) == ("sound", "Dara")


def test_a_settled_name_is_asked_about_no_more_and_checked_from_then_on(
    named: Desk, client: TestClient
) -> None:
    assert not any(one.check == "glossary_required" for one in named.store.findings(ARTICLE))
    answer = settle(client)
    assert client.get("/api/aids", params={"article": ARTICLE, "id": "k1"}).json()["names"] == []
    assert any(one["check"] == "glossary_required" for one in answer["findings"]["k4"])
    assert not any(one["check"] == "spelt_names" for one in answer["findings"].get("k1", []))
    again = {"article": ARTICLE, "id": "k1", "version": 1, "name": NAME, "khmer": SPELT}
    assert client.post("/api/name", json=again).status_code == 404


def test_a_change_by_somebody_else_is_a_conflict_and_nothing_is_done(
    named: Desk, client: TestClient, tmp_path: Path
) -> None:
    theirs = KHMER[0].replace("។", "ហើយ។")
    named.store.change([Edit(ARTICLE, "k1", 0, theirs)], "Sophea")
    answer = settle(client)
    assert [one["result"] for one in answer["results"]] == ["conflict"]
    assert named.store.segments(ARTICLE)[0].target == theirs
    assert named.store.segments(ARTICLE)[2].version == 0
    assert not (tmp_path / "glossary.csv").exists()


def test_an_approved_sentence_has_to_be_approved_again_and_undo_brings_it_back(
    named: Desk, client: TestClient
) -> None:
    named.store.change([Edit(ARTICLE, "k3", 0, state="approved")], "Sophea")
    answer = settle(client)
    assert answer["again"] == 1
    assert named.store.segments(ARTICLE)[2].state == "edited"
    client.post("/api/undo", json={"article": ARTICLE, "id": "k3", "version": 2})
    third = named.store.segments(ARTICLE)[2]
    assert (third.target, third.state) == (KHMER[2], "approved")


def test_accepting_what_stands_there_changes_no_text(
    named: Desk, client: TestClient, tmp_path: Path
) -> None:
    assert settle(client, khmer=SPELT)["count"] == 0
    assert read_terms(tmp_path / "glossary.csv").terms[0].target == SPELT


def test_other_wordings_have_the_name_as_it_was_settled(named: Desk, client: TestClient) -> None:
    asked = {"article": ARTICLE, "id": "k1"}
    (before,) = client.get("/api/aids", params=asked).json()["alternatives"]
    settle(client)
    (after,) = client.get("/api/aids", params=asked).json()["alternatives"]
    assert after["target"] == before["target"].replace(SPELT, OTHER) != before["target"]


@pytest.mark.parametrize(
    ("segment", "name", "khmer"),
    [("k1", NAME, BY_HAND), ("k2", NAME, OTHER), ("k1", "Nobody", OTHER), ("k9", NAME, OTHER)],
    ids=["another spelling", "another sentence", "another name", "no sentence"],
)
def test_only_what_was_offered_can_be_accepted(
    named: Desk, client: TestClient, tmp_path: Path, segment: str, name: str, khmer: str
) -> None:
    data = {"article": ARTICLE, "id": segment, "version": 0, "name": name, "khmer": khmer}
    answer = client.post("/api/name", json=data)
    assert answer.status_code == 404
    assert answer.json()["message"]
    assert not (tmp_path / "glossary.csv").exists()


def test_where_the_glossary_cannot_be_written_nothing_is_changed(
    named: Desk, client: TestClient, tmp_path: Path
) -> None:
    (tmp_path / "glossary.csv").write_text("source,target\nonly a source\n", "utf-8")
    data = {"article": ARTICLE, "id": "k1", "version": 0, "name": NAME, "khmer": OTHER}
    answer = client.post("/api/name", json=data)
    assert answer.status_code == 503
    assert "glossary.csv" in answer.json()["message"]
    assert named.store.segments(ARTICLE)[0].version == 0


def test_the_page_tells_the_level_and_the_doubtful_words(named: Desk, client: TestClient) -> None:
    page = client.get(f"/article/{ARTICLE}").text
    for level in ("wrong", "check", "usable"):
        assert f'<option value="level:{level}">' in page
    assert 'data-level="usable" data-sure="0.62"' in page
    assert page.count("Underlined Khmer") == 1
    assert "<u>ជួប</u>" in page
    settle(client)
    assert "<u>ជួប</u>" in client.get(f"/article/{ARTICLE}").text
    named.store.change([Edit(ARTICLE, "k1", 1, KHMER[1])], "Sophea")
    assert "<u>" not in client.get(f"/article/{ARTICLE}").text


def test_the_english_is_never_changed(named: Desk, client: TestClient) -> None:
    settle(client)
    assert tuple(one.source for one in named.store.segments(ARTICLE)) == ENGLISH
