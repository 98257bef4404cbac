"""What the scripts of the page are told: changes, conflicts, checks, aids, history."""

from dataclasses import replace
from typing import Any

import pytest
from starlette.testclient import TestClient

from summarize.memory import Entry
from summarize.review.records import Edit
from summarize.review.web.desk import Desk
from tests.review.web.sample import ALTERNATIVES, ARTICLE, KHMER, RESULT, RIGHT


def edit(number: int = 1, version: int = 0, **wanted: object) -> dict[str, object]:
    return {"article": ARTICLE, "id": f"k{number}", "version": version, **wanted}


def change(client: TestClient, *edits: dict[str, object], force: bool = False) -> dict[str, Any]:
    answer = client.post("/api/change", json={"edits": list(edits), "force": force})
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def results(answer: dict[str, Any]) -> list[str]:
    return [one["result"] for one in answer["results"]]


def test_an_edit_is_kept_and_signed(client: TestClient, desk: Desk) -> None:
    answer = change(client, edit(target=f"  {RIGHT}\u200b"))
    (result,) = answer["results"]
    assert (result["result"], result["segment"]["target"]) == ("done", RIGHT)
    assert "k1" not in answer["findings"]
    kept = desk.store.segments(ARTICLE)[0]
    assert (kept.target, kept.state, kept.version, kept.who) == (RIGHT, "edited", 1, "Dara")


def test_an_approval_in_spite_of_errors_is_to_be_meant(client: TestClient, desk: Desk) -> None:
    answer = change(client, edit(state="approved"))
    assert results(answer) == ["errors"]
    assert [one["check"] for one in answer["results"][0]["errors"]] == ["numbers"]
    assert desk.store.segments(ARTICLE)[0].state == "draft"
    assert results(change(client, edit(state="approved"), force=True)) == ["done"]
    assert desk.store.segments(ARTICLE)[0].state == "approved"


def test_errors_are_those_of_the_new_text(client: TestClient) -> None:
    assert results(change(client, edit(target=RIGHT, state="approved"))) == ["done"]
    assert results(change(client, edit(2, target="១៤។", state="approved"))) == ["errors"]


DOUBTFUL = "រដ្ឋមន្ត្រី World Bank បានជួបអ្នកសារព័ត៌មាន។"


def in_bulk(client: TestClient, *numbers: int) -> dict[str, Any]:
    edits = [edit(number, state="approved") for number in numbers]
    answer = client.post("/api/change", json={"edits": edits, "bulk": True})
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def test_many_are_approved_but_for_those_with_errors(client: TestClient) -> None:
    answer = in_bulk(client, 1, 2, 3)
    assert results(answer) == ["errors", "done", "done"]
    assert answer["states"] == {"draft": 1, "approved": 2}


def test_warnings_and_what_needs_work_stand_against_an_approval_in_bulk_only(
    client: TestClient, desk: Desk
) -> None:
    desk.store.change(
        [Edit(ARTICLE, "k2", 0, DOUBTFUL, "draft"), Edit(ARTICLE, "k3", 0, state="needs-work")],
        "Dara",
    )
    asked = client.get("/api/approvable", params={"article": ARTICLE}).json()
    told = "1 with errors, 1 with warnings, 1 marked as needing work"
    assert asked == {"ids": [], "left": {"count": 3, "told": told}}
    edits = [edit(number, 1, state="approved") for number in (2, 3)]
    answer = client.post("/api/change", json={"edits": edits, "bulk": True}).json()
    assert [(one["result"], one["reason"]) for one in answer["results"]] == [
        ("left", "warning"),
        ("left", "needs-work"),
    ]
    assert [results(change(client, one)) for one in edits] == [["done"], ["done"]]


def test_what_can_be_approved_in_bulk_is_said_before(client: TestClient) -> None:
    change(client, edit(3, state="approved"))
    asked = client.get("/api/approvable", params={"article": ARTICLE}).json()
    assert asked == {"ids": ["k2"], "left": {"count": 1, "told": "1 with errors"}}


def test_what_is_approved_in_bulk_enters_the_memory_once_somebody_opens_it(
    client: TestClient, desk: Desk
) -> None:
    second, _ = in_bulk(client, 2, 3)["results"]
    assert not second["segment"]["opened"]
    assert desk.memory.entries() == []
    opened = client.post("/api/open", json=edit(2, 1)).json()["segment"]
    assert (opened["opened"], opened["state"], opened["version"]) == (True, "approved", 1)
    assert [entry.target for entry in desk.memory.entries()] == [KHMER[1]]


def test_what_was_opened_before_enters_the_memory_at_once(client: TestClient, desk: Desk) -> None:
    client.post("/api/open", json=edit(2))
    in_bulk(client, 2, 3)
    assert [entry.target for entry in desk.memory.entries()] == [KHMER[1]]


def test_what_is_approved_alone_was_opened(client: TestClient, desk: Desk) -> None:
    change(client, edit(2, state="approved"))
    assert [entry.target for entry in desk.memory.entries()] == [KHMER[1]]


def test_who_has_an_old_text_before_them_has_not_opened_the_new_one(
    client: TestClient, desk: Desk
) -> None:
    desk.store.change([Edit(ARTICLE, "k2", 0, RIGHT, "approved")], "Sophea")
    assert not client.post("/api/open", json=edit(2)).json()["segment"]["opened"]
    assert desk.memory.entries() == []
    assert client.post("/api/open", json={**edit(), "id": "k9"}).status_code == 404


def test_an_edit_of_an_old_version_shows_what_stands_and_changes_nothing(
    client: TestClient, desk: Desk
) -> None:
    desk.store.change([Edit(ARTICLE, "k1", 0, RIGHT)], "Sophea")
    answer = change(client, edit(target="ខ្ញុំ។", state="approved"))
    (result,) = answer["results"]
    assert result["result"] == "conflict"
    assert (result["segment"]["target"], result["segment"]["who"]) == (RIGHT, "Sophea")
    theirs = "".join(p["text"] for p in result["pieces"] if p["kind"] != "added")
    mine = "".join(p["text"] for p in result["pieces"] if p["kind"] != "removed")
    assert (theirs, mine) == (RIGHT, "ខ្ញុំ។")
    assert desk.store.segments(ARTICLE)[0].target == RIGHT


def test_a_sentence_that_new_results_no_longer_have_is_told_apart_from_a_conflict(
    client: TestClient, desk: Desk
) -> None:
    assert RESULT.draft is not None
    shorter = replace(RESULT, draft=replace(RESULT.draft, segments=RESULT.draft.segments[:2]))
    desk.store.add([shorter])
    for state in (None, "approved"):
        assert results(change(client, edit(3, target="ទេ។", state=state))) == ["gone"]


def test_undo_takes_back_the_last_change(client: TestClient, desk: Desk) -> None:
    change(client, edit(target=RIGHT))
    answer = client.post("/api/undo", json=edit(version=1)).json()
    assert results(answer) == ["done"]
    assert desk.store.segments(ARTICLE)[0].target == KHMER[0]
    assert "numbers" in {one["check"] for one in answer["findings"]["k1"]}


def test_undo_tells_of_a_conflict_and_of_nothing_to_undo(client: TestClient) -> None:
    assert results(client.post("/api/undo", json=edit()).json()) == ["nothing"]
    change(client, edit(target=RIGHT))
    assert results(client.post("/api/undo", json=edit()).json()) == ["conflict"]


@pytest.mark.parametrize(("target", "found"), [(RIGHT, []), (KHMER[0], ["numbers"])])
def test_a_text_is_checked_without_being_kept(
    client: TestClient, desk: Desk, target: str, found: list[str]
) -> None:
    data = {"article": ARTICLE, "id": "k1", "target": target}
    answer = client.post("/api/check", json=data).json()
    assert [one["check"] for one in answer["findings"]] == found
    assert desk.store.segments(ARTICLE)[0].version == 0


def test_history_has_every_version_the_last_first_with_what_it_changed(client: TestClient) -> None:
    change(client, edit(target=RIGHT))
    versions = client.get("/api/history", params={"article": ARTICLE, "id": "k1"}).json()
    last, first = versions["versions"]
    assert (last["version"], last["who"], last["target"]) == (1, "Dara", RIGHT)
    assert [(p["kind"], p["text"]) for p in last["pieces"] if p["kind"] != "same"] == [
        ("removed", "១៣"),
        ("added", "១២"),
    ]
    assert (first["version"], first["target"], first["pieces"][0]["kind"]) == (0, KHMER[0], "same")


def test_aids_are_terms_the_draft_and_what_was_approved_before(
    client: TestClient, desk: Desk
) -> None:
    desk.memory.add([Entry("The minister met the reporters.", "រដ្ឋមន្ត្រី។", "Sophea")])
    change(client, edit(2, target="រដ្ឋមន្ត្រីជួបអ្នកសារព័ត៌មាន។"))
    aids = client.get("/api/aids", params={"article": ARTICLE, "id": "k2"}).json()
    assert [(t["source"], t["targets"], t["there"]) for t in aids["terms"]] == [
        ("minister", ["រដ្ឋមន្ត្រី"], True)
    ]
    assert aids["draft"] == KHMER[1]
    (match,) = aids["matches"]
    assert (match["target"], match["who"], match["own"]) == ("រដ្ឋមន្ត្រី។", "Sophea", False)
    assert 0.8 < match["score"] < 1


def test_a_sentence_of_which_three_fifths_are_the_same_stands_beside_with_the_difference(
    client: TestClient, desk: Desk
) -> None:
    desk.memory.add([Entry("The minister met Japanese investors.", "រដ្ឋមន្ត្រី។", "Sophea")])
    (match,) = client.get("/api/aids", params={"article": ARTICLE, "id": "k2"}).json()["matches"]
    assert 0.6 <= match["score"] < 0.7
    assert {piece["kind"] for piece in match["pieces"]} == {"same", "removed", "added"}


def matches(client: TestClient, number: int) -> list[str]:
    aids = client.get("/api/aids", params={"article": ARTICLE, "id": f"k{number}"}).json()
    return [match["target"] for match in aids["matches"]]


def test_an_approval_does_not_stand_beside_itself_as_approved_before(
    client: TestClient, desk: Desk
) -> None:
    desk.memory.add([Entry("The minister met reporters.", "ជួប។", "Sophea")])
    change(client, edit(2, state="approved"))
    assert KHMER[1] in [entry.target for entry in desk.memory.entries()]
    assert matches(client, 2) == ["ជួប។"]


def test_each_change_says_how_many_english_words_are_left(client: TestClient) -> None:
    assert change(client, edit(2, target="ជួប។"))["words"] == "18 of 18 words to do"
    assert change(client, edit(2, 1, state="approved"), force=True)["words"] == (
        "14 of 18 words to do"
    )


def test_aids_have_other_wordings_of_the_model_with_what_differs(client: TestClient) -> None:
    aids = client.get("/api/aids", params={"article": ARTICLE, "id": "k1"}).json()
    first, second = aids["alternatives"]
    assert (first["target"], second["target"]) == ALTERNATIVES[1]
    assert [p["text"] for p in first["pieces"] if p["kind"] == "added"] == ["១២"]


def test_a_wording_that_was_taken_is_offered_no_longer(client: TestClient) -> None:
    change(client, edit(target=RIGHT))
    aids = client.get("/api/aids", params={"article": ARTICLE, "id": "k1"}).json()
    assert [one["target"] for one in aids["alternatives"]] == [ALTERNATIVES[1][1]]
    assert aids["draft"] == KHMER[0]


def test_a_memory_that_is_damaged_stops_nothing_else(client: TestClient, desk: Desk) -> None:
    desk.memory.path.write_bytes(b"certainly not a database" * 100)
    aids = client.get("/api/aids", params={"article": ARTICLE, "id": "k2"}).json()
    assert "damaged" in aids["problem"]
    assert [term["source"] for term in aids["terms"]] == ["minister"]


@pytest.mark.parametrize(
    ("query", "found"),
    [("MINISTER", ["k2"]), ("សំណុំ\u200bរឿង", ["k1"]), ("", ["k1", "k2", "k3"]), ("Laos", [])],
)
def test_search_finds_english_in_any_case_and_khmer_without_its_breaks(
    client: TestClient, query: str, found: list[str]
) -> None:
    answer = client.get("/api/matching", params={"article": ARTICLE, "q": query}).json()
    assert answer["ids"] == found


def test_an_unknown_segment_is_named(client: TestClient, desk: Desk) -> None:
    answer = client.post("/api/change", json={"edits": [edit(9, target="ទេ។"), edit(target=RIGHT)]})
    assert answer.status_code == 404
    assert "k9" in answer.json()["message"]
    assert desk.store.segments(ARTICLE)[0].version == 0


@pytest.mark.parametrize(
    "body",
    [
        "",
        "[]",
        "nonsense",
        "[" * 100_000,
        '{"edits": []}',
        '{"edits": "k1"}',
        '{"edits": [1]}',
        '{"edits": [{"article": "a", "id": "k1"}]}',
        '{"edits": [{"article": "a", "id": "k1", "version": true}]}',
        '{"edits": [{"article": 1, "id": "k1", "version": 0}]}',
        '{"edits": [{"article": "a", "id": "k1", "version": 0, "target": []}]}',
        '{"edits": [{"article": "a", "id": "k1", "version": 0, "state": "published"}]}',
    ],
)
def test_what_is_no_change_is_refused_in_words(client: TestClient, body: str) -> None:
    headers = {"content-type": "application/json"}
    answer = client.post("/api/change", content=body, headers=headers)
    assert answer.status_code == 400
    assert answer.json()["message"]


def test_characters_that_are_none_are_left_out(client: TestClient, desk: Desk) -> None:
    body = '{"edits": [{"article": "%s", "id": "k1", "version": 0, "target": "ក\\ud800\\u0000ខ"}]}'
    headers = {"content-type": "application/json"}
    answer = client.post("/api/change", content=body % ARTICLE, headers=headers)
    assert answer.status_code == 200
    assert desk.store.segments(ARTICLE)[0].target == "កខ"


def test_time_at_work_is_added_to_the_sentence(client: TestClient, desk: Desk) -> None:
    place = {"article": ARTICLE, "id": "k1"}
    for seconds in (10, 2.5):
        assert client.post("/api/effort", json={**place, "seconds": seconds}).status_code == 200
    assert list(desk.store.effort().values()) == [12.5]


@pytest.mark.parametrize("seconds", [0, -1, 61, True, "10", None])
def test_time_that_cannot_be_is_refused(client: TestClient, desk: Desk, seconds: object) -> None:
    data = {"article": ARTICLE, "id": "k1", "seconds": seconds}
    assert client.post("/api/effort", json=data).status_code == 400
    assert desk.store.effort() == {}
