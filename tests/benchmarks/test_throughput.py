"""The comparison of speed runs from beginning to end, on the tiniest models."""

import json
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from benchmarks.throughput.present import OURS, markdown, plot
from tests.checkpoints import ENGLISH

ROOT = Path(__file__).parents[2]


def a_row(system: str, speed: float, articles: int = 100) -> dict[str, object]:
    return {
        "models": "a pair",
        "system": system,
        "articles": articles,
        "articles_per_second": speed,
        "articles_per_cpu_second": speed,
        "tokens_per_second": 10.0,
        "first_result_seconds": 1.0,
        "megabytes": 100.0,
        "load": 0.5,
    }


def a_result(*rows: dict[str, object]) -> dict[str, object]:
    return {"threads": 1, "versions": {"torch": "1"}, "shapes": {}, "rows": list(rows)}


LOOP, LIMIT = "transformers, one by one", "CTranslate2, perfect batches"


def test_ratios_are_to_the_loop_and_to_the_limit_at_the_same_number_of_articles() -> None:
    rows = [a_row(LOOP, 2.0, 4), a_row(LIMIT, 20.0), a_row(LIMIT, 50.0, 9), a_row("ours", 18.0)]
    line = next(line for line in markdown(a_result(*rows)).splitlines() if "| ours" in line)
    assert line.startswith("| ours | 100 | 18 | 9.0 | 90 | × 9.0; 90 % |")


def test_a_system_that_failed_is_shown_with_its_reason() -> None:
    failed = {"models": "a pair", "system": "ours", "articles": 4, "load": 0.1, "failed": "no room"}
    assert "| ours | 4 | failed: no room |" in markdown(a_result(a_row(LOOP, 2.0), failed))


def test_the_plot_is_well_formed_and_names_every_system_and_the_models_once() -> None:
    drawing = plot([a_row("a < b", 2.0, 10), a_row(OURS, 3.0, 100), a_row(LIMIT, 20.0)])
    texts = [node.text for node in ElementTree.fromstring(drawing).iter() if node.text]
    assert {"a < b", OURS, LIMIT} <= set(texts)
    assert texts.count("a pair") == 1


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="reads memory from /proc")
def test_one_command_measures_every_system_and_writes_the_results(tmp_path: Path) -> None:
    data = tmp_path / "corpus.jsonl"
    row = {"article": " ".join(ENGLISH.splitlines()), "summary": "A summary."}
    data.write_text(json.dumps(row) + "\n", "utf-8")
    command = [sys.executable, "-m", "benchmarks.throughput", "--data", str(data)]
    options = ["--models", "tiny", "--articles", "3", "--sample", "1", "--threads", "1", "--out"]
    done = subprocess.run(
        [*command, *options, str(tmp_path / "out")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    rows = json.loads((tmp_path / "out" / "throughput.json").read_text("utf-8"))["rows"]
    assert {row["system"]: row.get("articles_per_second", 0) > 0 for row in rows} == {
        LOOP: True,
        "transformers, batches of 8": True,
        LIMIT: True,
        "summarize, models alone": True,
    }
    assert min(row["megabytes"] for row in rows) > 20
    assert (tmp_path / "out" / "throughput.svg").read_text("utf-8").startswith("<svg")
    assert done.stdout == (tmp_path / "out" / "throughput.md").read_text("utf-8") + "\n"
