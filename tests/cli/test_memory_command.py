"""``summarize memory``: what was approved in a review is found, used and exchanged."""

import json
from pathlib import Path

import pytest

from summarize.records import Result
from summarize.session import open_pipeline
from summarize.settings import load_settings
from tests.cli.conftest import SAMPLE, Run


@pytest.fixture
def filled(run: Run, tmp_path: Path) -> Path:
    """The result whose three segments were approved, each by its name."""
    path = tmp_path / "result.json"
    run(SAMPLE, "--format", "json", "-o", path)
    named = [word for id in ("k1", "k2", "k3") for word in ("--segment", id)]
    assert run("review", "approve", path, *named, "--force", "--who", "Dara").code == 0
    return path


def stats(run: Run) -> int:
    return int(json.loads(run("memory", "stats", "--format", "json").out)["entries"])


def test_an_empty_memory_is_no_error(run: Run) -> None:
    assert stats(run) == 0
    outcome = run("memory", "list")
    assert (outcome.code, outcome.out) == (0, "")
    assert "approved in a review" in outcome.err
    assert run("memory", "search", "Anything.").out == "Nothing like it.\n"


def test_what_is_approved_is_listed(run: Run, filled: Path) -> None:
    assert stats(run) == 3
    rows = json.loads(run("memory", "list", "--format", "json").out)
    assert {row["who"] for row in rows} == {"Dara"}
    assert len(json.loads(run("memory", "list", "--limit", "1", "--format", "json").out)) == 1
    assert rows[0]["target"] in run("memory", "list").out


def test_search_finds_like_sentences_and_parts(run: Run, filled: Path) -> None:
    source = json.loads(filled.read_text("utf-8"))["draft"]["segments"][1]["source"]
    found = json.loads(run("memory", "search", source[:-5], "--format", "json").out)
    assert found["matches"][0]["source"] == source
    assert 0.7 <= found["matches"][0]["score"] < 1
    assert source in run("memory", "search", source.split()[1]).out


def test_the_next_run_takes_its_khmer_from_memory(run: Run, filled: Path) -> None:
    assert run("review", "approve", filled, "--segment", "kh1", "--force").code == 0
    outcome = run(SAMPLE, "--translator", "broken", "--format", "json")
    assert outcome.code == 0
    segments = json.loads(outcome.out)["draft"]["segments"]
    assert {segment["origin"] for segment in segments} == {"memory"}


def test_the_memory_can_be_kept_elsewhere(
    run: Run, filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SUMMARIZE_MEMORY", str(tmp_path / "shared" / "desk.sqlite"))
    assert stats(run) == 0
    assert run("review", "approve", filled, "--segment", "k1").code == 0
    assert run("memory", "stats").out.strip().endswith("desk.sqlite")


def test_measuring_does_not_ask_the_memory(filled: Path) -> None:
    data = json.loads(filled.read_text("utf-8"))
    article = Result.from_dict(data).article
    steps = {
        use: open_pipeline(
            load_settings(), notify=print, summarize=False, cache_mode="none", use_memory=use
        ).plan([article])
        for use in (True, False)
    }
    approved = {segment["source"] for segment in data["draft"]["segments"]}
    assert approved & set(steps[False][0].inputs) == approved
    assert approved & set(steps[True][0].inputs) == set()


def test_export_and_import_round_trip(run: Run, filled: Path, tmp_path: Path) -> None:
    before = json.loads(run("memory", "list", "--format", "json").out)
    assert "translations: 3" in run("memory", "export", "-o", tmp_path / "all.tmx").err
    again = json.loads(run("memory", "import", tmp_path / "all.tmx", "--format", "json").out)
    assert again == {"added": 0, "known": 3, "without_a_language": 0}
    (tmp_path / "data" / "summarize-km" / "memory.sqlite").unlink()
    assert run("memory", "import", tmp_path / "all.tmx").out.startswith("added 3")
    assert json.loads(run("memory", "list", "--format", "json").out) == before


def test_a_broken_file_changes_nothing(run: Run, filled: Path, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.tmx", tmp_path / "bad.tmx"
    good.write_text(
        '<tmx version="1.4"><header/><body><tu><tuv xml:lang="en"><seg>New.</seg></tuv>'
        '<tuv xml:lang="km"><seg>ថ្មី។</seg></tuv></tu></body></tmx>',
        "utf-8",
    )
    bad.write_text("<tmx")
    outcome = run("memory", "import", good, bad)
    assert outcome.code == 1
    assert "bad.tmx, line 1" in outcome.err
    assert stats(run) == 3
    assert run("memory", "import", tmp_path / "none.tmx").code == 2
