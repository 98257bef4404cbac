import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.tiny_embedded import write_model, write_package
from tests.training.data_folder import OPEN, write_data_folder
from training.adapter.backtranslate import is_kept, selected

CONFIG = tomllib.loads(Path("training/adapter/config.toml").read_text("utf-8"))
RECORD = {"english": "A new road was opened last week.", "khmer": OPEN, "loss": 1.2}


@pytest.mark.parametrize(
    "changed",
    [
        {"loss": 9.0},
        {"english": "A road."},
        {"english": "A new road was opened 2 weeks ago."},
        {"english": "road road road road road road road"},
        {"english": "A new road ផ្លូវ was opened last week."},
        {"english": "A new road was opened last week, " + "and then they went home, " * 9},
    ],
    ids=["far from the Khmer", "too short", "another number", "a loop", "not English", "too long"],
)
def test_english_that_is_not_worth_learning_from_is_left_out(changed: dict[str, object]) -> None:
    assert is_kept(RECORD, CONFIG)
    assert not is_kept({**RECORD, **changed}, CONFIG)


def test_what_is_kept_becomes_a_file_of_pairs(tmp_path: Path) -> None:
    path = tmp_path / "made.jsonl"
    rows = [RECORD, {**RECORD, "loss": 9.0}]
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    assert list(selected(path, CONFIG)) == [f"{RECORD['english']}\t{OPEN}\n"]


@pytest.mark.slow
def test_the_stage_runs_from_the_command_line_and_goes_on(tmp_path: Path) -> None:
    data, made = write_data_folder(tmp_path / "data"), tmp_path / "made"
    package = write_package(tmp_path)
    write_model(tmp_path / "adapter", package)
    command = [sys.executable, "-m", "training.adapter.backtranslate", "--threads", "1"]
    command += ["--adapter", str(tmp_path / "adapter"), "--base", str(package / "base.gguf")]
    command += ["--data", str(data), "--out", str(made), "--count", "9"]
    config = tmp_path / "config.toml"
    text = Path("training/adapter/config.toml").read_text("utf-8")
    for name, usual, here in (("rank", 64, 4), ("alpha", 128, 8), ("shortest", 50, 30)):
        text = text.replace(f"\n{name} = {usual}", f"\n{name} = {here}")
    config.write_text(text, "utf-8")
    command += ["--config", str(config)]
    for said in ("3 translated now, 3 in all", "0 translated now, 3 in all"):
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        assert said in done.stdout
    rows = [json.loads(line) for line in (made / "back_translated.jsonl").read_text().splitlines()]
    assert all(row["khmer"] and row["loss"] > 0 for row in rows)
