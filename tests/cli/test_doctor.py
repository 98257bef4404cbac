"""``summarize doctor``: what is wrong, and what to do."""

import json
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def diagnoses(run: Run) -> dict[str, dict[str, str]]:
    return {d["name"]: d for d in json.loads(run("doctor", "--format", "json").out)}


def test_everything_needed_is_looked_at(run: Run) -> None:
    found = diagnoses(run)
    expected = {"python", "torch", "transformers", "device", "embedded model", "cache", "network"}
    assert expected <= set(found)


def test_a_sound_installation_has_no_problem(run: Run) -> None:
    outcome = run("doctor")
    assert outcome.code == 0
    assert "FAIL" not in outcome.out


def test_offline_is_told(run: Run) -> None:
    assert "offline" in diagnoses(run)["network"]["detail"]


def test_a_cache_that_cannot_be_used_comes_with_a_remedy(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("SUMMARIZE_CACHE_DIR", str(tmp_path / "file" / "cache"))
    found = diagnoses(run)["cache"]
    assert found["status"] == "problem"
    assert "SUMMARIZE_CACHE_DIR" in found["remedy"]
    assert run("doctor").code == 1


@pytest.mark.parametrize(("package", "status"), [("torch", "note"), ("sentencepiece", "problem")])
def test_what_only_models_by_name_need_may_be_missing(
    run: Run, monkeypatch: pytest.MonkeyPatch, package: str, status: str
) -> None:
    def version(name: str) -> str:
        if name == package:
            raise PackageNotFoundError(name)
        return "1.0"

    monkeypatch.setattr("summarize.cli.doctor.version", version)
    found = diagnoses(run)[package]
    assert (found["status"], found["remedy"]) == (status, "pip install summarize-km")
