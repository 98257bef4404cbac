"""The second run of the same batch: how many articles a second are passed by, and what is loaded.

    python -m benchmarks.second_run --data news_summary.jsonl --articles 100 1000

Runs ``summarize batch`` twice, each time in a process of its own, on articles of
``many_articles.py``; "articles a second" is over the whole life of the second process, its start
included. The first run translates with a tiny model with random weights unless ``--translator``
names another: what the second run does is the same. Memory is the peak of each process, which
must not grow with the articles. Linux only. Writes ``benchmarks/results/second_run.json`` and
``.md``.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.many_articles import write_articles
from benchmarks.throughput.present import RESULTS
from benchmarks.throughput.shapes import TINY, build

HEAVY = ("ctranslate2", "numpy", "sentencepiece", "tokenizers", "torch", "transformers")
"""Packages without which no model can be loaded."""
SCRIPT = f"""
import atexit, json, resource, sys
def tell():
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # kilobytes
    print(json.dumps([sorted({set(HEAVY)!r} & sys.modules.keys()), most / 1000]))
atexit.register(tell)
from summarize.cli import main
main()
"""
RUNS = 3
"""The second run is repeated so often: the median counts."""
NOTES = f"""\
The second run is the median of {RUNS}; the processes of both begin with starting Python. MB: the
most that each held. Load: mean number of processes that wanted a core of this machine.
"""


def batch(inputs: Path, folder: Path, translator: str) -> dict[str, Any]:
    """Run it once: seconds of the process, those of the manifest, counts, packages loaded."""
    command = [sys.executable, "-c", SCRIPT, "batch", str(inputs), "-o", str(folder / "out")]
    command += ["-q", "--force", "--translator", translator]
    own = {"SUMMARIZE_CACHE_DIR": str(folder / "cache"), "XDG_CONFIG_HOME": str(folder)}
    start = time.perf_counter()
    done = subprocess.run(command, env={**os.environ, **own}, capture_output=True, text=True)
    seconds = time.perf_counter() - start
    if done.returncode:
        raise SystemExit(done.stderr)
    told = json.loads((folder / "out" / "manifest.json").read_text("utf-8"))
    loaded, megabytes = json.loads(done.stdout.splitlines()[-1])
    return {
        "seconds": seconds,
        "inside": told["seconds"],
        "counts": told["counts"],
        "heavy": loaded,
        "megabytes": megabytes,
    }


def measure(data: Path, articles: int, translator: str, folder: Path) -> dict[str, Any]:
    """Both runs, the second one repeated."""
    write_articles(data, articles, folder / "in")
    if not translator:
        texts = [path.read_text("utf-8") for path in sorted((folder / "in").rglob("*.txt"))[:300]]
        translator = str(build(TINY["tiny Marian"], texts, folder / "models"))
    first = batch(folder / "in", folder, translator)
    later = sorted(
        (batch(folder / "in", folder, translator) for _ in range(RUNS)),
        key=lambda run: float(run["seconds"]),
    )[RUNS // 2]
    return {
        "articles": articles,
        "load": os.getloadavg()[0],
        "first": first,
        "second": later,
    }


def markdown(rows: Sequence[Mapping[str, Any]]) -> str:
    """The figures for people."""
    lines = [
        "# The second run of the same batch",
        "",
        "| articles | first run s | MB | second run s | MB | articles/s | without its start "
        "| unchanged | model packages loaded | load |",
        "|---:|---:|---:|---:|---:|---:|---:|---:|---|---:|",
    ]
    for row in rows:
        first, second = row["first"], row["second"]
        cells = [
            f"{row['articles']:,}",
            f"{first['seconds']:.0f}",
            f"{first['megabytes']:.0f}",
            f"{second['seconds']:.2f}",
            f"{second['megabytes']:.0f}",
            f"{row['articles'] / second['seconds']:.0f}",
            f"{row['articles'] / second['inside']:.0f}",
            f"{second['counts']['unchanged']:,}",
            ", ".join(second["heavy"]) or "none",
            f"{row['load']:.1f}",
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join([*lines, "", NOTES])


def main() -> None:
    """Measure, write both files, print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="news_summary.jsonl")
    parser.add_argument("--articles", nargs="+", type=int, default=[100, 1000])
    parser.add_argument("--translator", default="", help="default: a tiny one, random weights")
    parser.add_argument("--out", type=Path, default=RESULTS)
    given = parser.parse_args()
    rows = []
    for articles in given.articles:
        with tempfile.TemporaryDirectory() as folder:
            rows.append(measure(given.data, articles, given.translator, Path(folder)))
    given.out.mkdir(parents=True, exist_ok=True)
    (given.out / "second_run.json").write_text(json.dumps(rows, indent=1) + "\n", "utf-8")
    (given.out / "second_run.md").write_text(markdown(rows), "utf-8")
    print(markdown(rows))


if __name__ == "__main__":
    main()
