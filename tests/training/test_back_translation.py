import json
import os
import subprocess
import sys
import tomllib
from math import inf
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
        {"english": "A new road was opened last Friday."},
        {"english": "A new road ផ្លូវ was opened last week."},
        {"english": "A new road was opened last week, " + "and then they went home, " * 9},
    ],
    ids=["loss", "few-words", "number", "loop", "weekday", "script", "too-long"],
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
    write_model(tmp_path / "candidate", write_package(tmp_path / "packages", window=512))
    config = tmp_path / "config.toml"
    text = Path("training/adapter/config.toml").read_text("utf-8")
    config.write_text(text.replace("\nshortest = 50", "\nshortest = 30"), "utf-8")
    command = [sys.executable, "-m", "training.adapter.backtranslate", "--count", "9"]
    command += ["--model", str(tmp_path / "candidate"), "--config", str(config)]
    command += ["--data", str(data), "--out", str(made)]
    path = os.pathsep.join([str(tmp_path / "packages"), *sys.path])
    environment = {**os.environ, "PYTHONPATH": path, "SUMMARIZE_CACHE_DIR": str(tmp_path)}
    for said in ("3 translated now, 3 in all", "0 translated now, 3 in all"):
        done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
        assert said in done.stdout
    rows = [json.loads(line) for line in (made / "back_translated.jsonl").read_text().splitlines()]
    assert all(row["khmer"] and 0 < row["loss"] < inf for row in rows)
