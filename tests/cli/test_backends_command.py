"""``summarize backends``: what there is to choose from, and what is chosen."""

import json

import pytest

from tests.cli.conftest import Run


def test_built_in_and_installed_backends_are_listed(run: Run) -> None:
    data = json.loads(run("backends", "--format", "json").out)
    assert {"name": "extractive", "kind": "built in", "chosen": True} in data["summarizers"]
    assert {"name": "phrase", "kind": "plug-in", "chosen": True} in data["translators"]
    assert {"name": "embedded", "kind": "built in", "chosen": False} in data["translators"]
    assert data["engines"]["ctranslate2"] is True


def test_a_model_that_settings_choose_is_listed(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SUMMARIZE_PROFILE", "recommended")
    monkeypatch.delenv("SUMMARIZE_TRANSLATOR")
    out = run("backends").out
    assert "* bart-large-cnn" in out
    assert "* opus-mt-tc-bible-big-mkh" in out
    assert "profile recommended" in out
