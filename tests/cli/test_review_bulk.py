"""``summarize review approve`` in bulk: the count is said, a person is asked, and memory waits."""

import json
from pathlib import Path

import pytest

from summarize.review.records import Edit, State
from summarize.review.results import open_review
from tests.cli.conftest import Run
from tests.review.conftest import ARTICLE, RESULT

WRONG = "តុលាការបានបើកសំណុំរឿង ១៣។"
DOUBTFUL = "រដ្ឋមន្ត្រី World Bank បានជួបអ្នកសារព័ត៌មាន។"


@pytest.fixture
def result(environment: dict[str, str], tmp_path: Path) -> Path:
    """Three segments of which checks say nothing."""
    file = tmp_path / "result.json"
    file.write_text(json.dumps(RESULT.to_dict()), "utf-8")
    return file


def edit(result: Path, id: str, target: str | None, state: State | None = None) -> None:
    store = open_review(result)
    (segment,) = [one for one in store.segments() if one.id == id]
    store.change([Edit(segment.article, id, segment.version, target, state)], "Dara")
    store.close()


def approved(run: Run, result: Path) -> int:
    states = json.loads(run("review", "status", result, "--format", "json").out)["states"]
    return int(states["approved"])


def ids(keys: list[str]) -> list[str]:
    return [key.partition(":")[2] for key in keys]


def remembered(run: Run) -> int:
    return int(json.loads(run("memory", "stats", "--format", "json").out)["entries"])


def at_a_terminal(monkeypatch: pytest.MonkeyPatch, answer: bool) -> list[str]:
    """A person who gives ``answer`` to every question; the questions are returned."""
    asked: list[str] = []

    def agreed(question: str) -> bool:
        asked.append(question)
        return answer

    monkeypatch.setattr("summarize.cli.approving.agreed", agreed)
    return asked


def test_segments_with_errors_are_left_out(run: Run, result: Path) -> None:
    edit(result, "k1", WRONG)
    bulk = ("--all-clean", "--yes", "--format", "json", "--who", "Dara")
    outcome = run("review", "approve", result, *bulk)
    data = json.loads(outcome.out)
    assert ids(data["approved"]) == ["k2", "k3"]
    assert ids(data["with_errors"]) == ["k1"]
    assert (data["who"], data["conflicts"], outcome.code) == ("Dara", [], 0)


def test_warnings_and_what_needs_work_are_left_out_as_well(run: Run, result: Path) -> None:
    edit(result, "k2", DOUBTFUL)
    edit(result, "k3", None, "needs-work")
    bulk = ("--all-clean", "--yes", "--format", "json")
    data = json.loads(run("review", "approve", result, *bulk).out)
    assert ids(data["approved"]) == ["k1"]
    assert (ids(data["with_warnings"]), ids(data["needs_work"])) == (["k2"], ["k3"])
    assert run("review", "approve", result, "--segment", "k2", "--segment", "k3").code == 0


@pytest.mark.parametrize("chosen", ["--all-clean", "--article"])
def test_nothing_is_approved_in_bulk_where_nobody_can_be_asked(
    run: Run, result: Path, chosen: str
) -> None:
    edit(result, "k1", WRONG)
    words = [chosen, ARTICLE] if chosen == "--article" else [chosen]
    outcome = run("review", "approve", result, *words)
    assert (outcome.code, outcome.out) == (2, "")
    assert "Approve 2 segments and leave 1 (1 with errors)?" in outcome.err
    assert "--yes" in outcome.err
    assert approved(run, result) == 0


@pytest.mark.parametrize("answer", [False, True])
def test_a_person_at_the_terminal_is_asked(
    run: Run, result: Path, monkeypatch: pytest.MonkeyPatch, answer: bool
) -> None:
    asked = at_a_terminal(monkeypatch, answer)
    outcome = run("review", "approve", result, "--all-clean", "--who", "Dara")
    assert asked == ["Approve 3 segments?"]
    assert outcome.out == f"approved {3 if answer else 0} as Dara\n"
    assert approved(run, result) == (3 if answer else 0)


def test_with_yes_the_count_is_said_all_the_same(run: Run, result: Path) -> None:
    edit(result, "k1", WRONG)
    outcome = run("review", "approve", result, "--all-clean", "--yes")
    assert "Approve 2 segments and leave 1 (1 with errors)\n" in outcome.err


def test_where_nothing_can_be_approved_nobody_is_asked(run: Run, result: Path) -> None:
    assert run("review", "approve", result, "--all-clean", "--yes").code == 0
    again = run("review", "approve", result, "--all-clean", "--who", "Dara")
    assert (again.code, again.out) == (0, "approved 0 as Dara\n")


def test_what_was_approved_in_bulk_enters_the_memory_once_it_is_named(
    run: Run, result: Path
) -> None:
    bulk = run("review", "approve", result, "--all-clean", "--yes", "--format", "json")
    assert ids(json.loads(bulk.out)["not_in_memory"]) == ["k1", "k2", "k3"]
    assert (approved(run, result), remembered(run)) == (3, 0)
    assert "not in the memory: 3" in run("review", "status", result).out
    named = run("review", "approve", result, "--segment", "k2", "--format", "json")
    assert ids(json.loads(named.out)["approved"]) == ["k2"]
    assert json.loads(named.out)["not_in_memory"] == []
    assert remembered(run) == 1
    counted = json.loads(run("review", "status", result, "--format", "json").out)["unconfirmed"]
    assert counted == 2


def test_force_approves_in_spite_of_errors(run: Run, result: Path) -> None:
    edit(result, "k1", WRONG)
    assert run("review", "approve", result, "--all-clean", "--force", "--yes").code == 0
    assert approved(run, result) == 3


def test_an_article_is_approved_by_its_id(run: Run, result: Path) -> None:
    run("review", "approve", result, "--article", ARTICLE, "--yes")
    assert approved(run, result) == 3
    assert run("review", "approve", result, "--article", "nowhere").code == 2
