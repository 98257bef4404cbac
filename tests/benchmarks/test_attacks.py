"""Hostile cases made by chance: a few of each kind here, as many as one likes by the command."""

from pathlib import Path
from random import Random

import pytest

from benchmarks.attacks.kinds import KINDS, held

CASES = 5


@pytest.mark.parametrize("name", KINDS)
def test_cases_made_by_chance_hold(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(variable, str(tmp_path / "home"))
    for number in range(CASES):
        folder = tmp_path / str(number)
        folder.mkdir()
        assert held(KINDS[name], Random(f"test {number}"), folder, 3000) == ""


def test_what_does_not_hold_is_told(tmp_path: Path) -> None:
    def fail(_chance: Random, _folder: Path, _size: int) -> None:
        raise RecursionError("too deep")

    assert held(fail, Random(1), tmp_path, 1) == "RecursionError: too deep"
