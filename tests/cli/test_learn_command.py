"""``summarize learn suggest``: what a desk corrected again and again goes into its glossary."""

import json
from datetime import date
from pathlib import Path

import pytest

from summarize.review.records import Edit
from summarize.review.results import open_review
from tests.cli.conftest import Run
from tests.learning.reviews import CORRECTED, DRAFTED, PERSON, PORT, TERM
from tests.review.conftest import build_result
from tests.review.named import BY_HAND, NAME


@pytest.fixture
def reviewed(environment: dict[str, str], tmp_path: Path) -> Path:
    """A review whose six sentences were corrected and approved."""
    rows = (*TERM, *PERSON)
    file = tmp_path / "result.json"
    drafts = {en: draft for en, draft, _ in rows}
    file.write_text(json.dumps(build_result(drafts).to_dict()), "utf-8")
    store = open_review(file)
    targets = {en: target for en, _, target in rows}
    store.change(
        [
            Edit(one.article, one.id, 0, targets[one.source], "approved", opened=True)
            for one in store.segments()
        ],
        "Dara",
    )
    store.close()
    return file


def test_what_was_corrected_again_and_again_is_listed_with_its_sentences(
    run: Run, reviewed: Path
) -> None:
    outcome = run("learn", "suggest", reviewed)
    assert f"{DRAFTED} → {CORRECTED}  in 3 sentences" in outcome.out
    assert ":k1, " in outcome.out
    assert "--accept ENGLISH" in outcome.err
    found = json.loads(run("learn", "suggest", reviewed, "--format", "json").out)
    assert [(one["source"], one["kind"], one["accepted"]) for one in found] == [
        (NAME, "name", False),
        (PORT, "term", False),
    ]


def test_nothing_is_added_unasked(run: Run, reviewed: Path) -> None:
    run("learn", "suggest", reviewed)
    assert json.loads(run("glossary", "list", "--own", "--format", "json").out) == []


def test_an_accepted_term_is_in_the_glossary_and_no_longer_suggested(
    run: Run, reviewed: Path
) -> None:
    assert "added" in run("learn", "suggest", reviewed, "--accept", PORT).out
    (term,) = json.loads(run("glossary", "list", "--own", "--format", "json").out)
    assert (term["source"], term["target"], term["status"]) == (PORT, CORRECTED, "approved")
    again = json.loads(run("learn", "suggest", reviewed, "--format", "json").out)
    assert [one["source"] for one in again] == [NAME]


def test_an_accepted_name_is_in_the_ledger_signed(run: Run, reviewed: Path) -> None:
    run("learn", "suggest", reviewed, "--accept-all", "--by", "Sok")
    entry = json.loads(run("names", "show", NAME, "--format", "json").out)["entry"]
    assert (entry["target"], entry["approver"], entry["origin"]) == (BY_HAND, "Sok", "review")
    outcome = run("learn", "suggest", reviewed)
    assert outcome.out == ""
    assert "in 3 approved sentences" in outcome.err


def test_an_accepted_term_is_signed_with_who_and_when(run: Run, reviewed: Path) -> None:
    run("learn", "suggest", reviewed, "--accept", PORT, "--by", "Sok")
    (term,) = json.loads(run("glossary", "list", "--own", "--format", "json").out)
    assert (term["approver"], term["origin"]) == ("Sok", "review")
    assert date.fromisoformat(term["approved"])


def test_what_one_s_own_entry_says_beside_its_khmer_stays(run: Run, reviewed: Path) -> None:
    run("glossary", "add", PORT, DRAFTED, "--note", "for trucks", "--variant", "ផែ")
    run("learn", "suggest", reviewed, "--accept", PORT)
    (term,) = json.loads(run("glossary", "list", "--own", "--format", "json").out)
    assert (term["target"], term["note"], term["variants"]) == (CORRECTED, "for trucks", ["ផែ"])


def test_english_that_is_not_suggested_adds_nothing_at_all(run: Run, reviewed: Path) -> None:
    outcome = run("learn", "suggest", reviewed, "--accept", PORT, "--accept", "harbour")
    assert outcome.code == 2
    assert "'harbour'" in outcome.err
    assert json.loads(run("glossary", "list", "--own", "--format", "json").out) == []
