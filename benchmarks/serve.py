"""Many requests at once to ``summarize serve``, beside a batch of the same texts.

    python -m benchmarks.serve --data news_summary.jsonl --requests 50

Starts the service in a process of its own, waits until its models are loaded, and sends every
article of ``many_articles.py`` to ``/summarize`` at the same moment. The batch is one call of the
pipeline with all articles, in a process of its own whose models are loaded as well: the fullest
batches there can be. Neither reads or writes the cache. Without ``--translator`` a tiny model with
random weights translates. Linux only. Writes ``benchmarks/results/serve.json`` and ``.md``; with
``--add`` the rows that are there stay.
"""

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from typing import Any

import httpx

from benchmarks.many_articles import write_articles
from benchmarks.throughput.present import RESULTS
from benchmarks.throughput.shapes import TINY, build

PATIENCE = 3_600.0
CLI = "from summarize.cli import main; main()"
BATCH = """
import json, sys, time
from pathlib import Path
from summarize import load_settings, open_pipeline
from summarize.articles import article_from_text
flags, paths = json.loads(sys.argv[1]), sys.argv[2:]
pipeline = open_pipeline(load_settings(flags), notify=lambda _: None, cache_mode="none")
articles = [article_from_text(Path(path).read_text("utf-8"), force=True) for path in paths]
pipeline.load()
start = time.perf_counter()
results = pipeline.run(articles)
seconds = time.perf_counter() - start
print(json.dumps([seconds, sum(len(one.draft.segments) for one in results)]))
"""
NOTES = """\
Share: sentences a second of the service over those of the batch. Median and 95 %: seconds until the
answer to a request is there, all sent at once, so that the last ones wait for all others. MB: the
most that the process of the service held. Load: mean number of processes that wanted a core.
"""


@dataclass(frozen=True)
class Served:
    """A running service: its address, and the number of its process."""

    address: str
    pid: int

    @property
    def megabytes(self) -> float:
        """The most memory that it has held."""
        status = Path(f"/proc/{self.pid}/status").read_text("utf-8")
        found = re.search(r"VmHWM:\s+(\d+) kB", status)
        return int(found[1]) / 1000 if found else 0.0


@contextmanager
def serving(flags: Mapping[str, str]) -> Iterator[Served]:
    """The service for the block, with its models loaded."""
    words = [word for name, value in flags.items() for word in (f"--{name}", value)]
    command = [sys.executable, "-c", CLI, "serve", "--port", "0", "--no-cache", *words]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr is not None
            line = process.stderr.readline()
            found = re.search(r"http://[\d.]+:\d+", line)
            if found is None:
                raise SystemExit(line + process.stderr.read())
            body = {"q": "Good morning.", "source": "en", "target": "km"}
            httpx.post(f"{found[0]}/translate", json=body, timeout=PATIENCE).raise_for_status()
            yield Served(found[0], process.pid)
        finally:
            process.terminate()


def at_once(served: Served, texts: Sequence[str]) -> tuple[float, list[float], int]:
    """Seconds until all is answered, those of each request, and the sentences drafted."""
    seconds, sentences = list[float](), list[int]()
    ready = threading.Barrier(len(texts) + 1)

    def ask(text: str) -> None:
        ready.wait()
        begun = time.perf_counter()
        body = {"text": text, "force": True}
        answer = httpx.post(f"{served.address}/summarize", json=body, timeout=PATIENCE)
        seconds.append(time.perf_counter() - begun)
        sentences.append(len(answer.raise_for_status().json()["draft"]["segments"]))

    threads = [threading.Thread(target=ask, args=(text,)) for text in texts]
    for thread in threads:
        thread.start()
    ready.wait()
    start = time.perf_counter()
    for thread in threads:
        thread.join()
    if len(seconds) < len(texts):
        raise SystemExit(f"{len(texts) - len(seconds)} requests were not answered")
    return time.perf_counter() - start, sorted(seconds), sum(sentences)


def batch(flags: Mapping[str, str], paths: Sequence[Path]) -> tuple[float, int]:
    """Seconds and sentences of one call with all articles."""
    command = [sys.executable, "-c", BATCH, json.dumps(dict(flags)), *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr)
    seconds, sentences = json.loads(done.stdout.splitlines()[-1])
    return seconds, sentences


def measure(data: Path, requests: int, flags: dict[str, str], folder: Path) -> dict[str, Any]:
    """Both ways with the same articles."""
    write_articles(data, requests, folder / "in")
    paths = sorted((folder / "in").rglob("*.txt"))
    texts = [path.read_text("utf-8") for path in paths]
    name = flags.get("translator", "tiny Marian")
    if "translator" not in flags:
        flags["translator"] = str(build(TINY["tiny Marian"], texts, folder / "models"))
    with serving(flags) as served:
        took, seconds, sentences = at_once(served, texts)
        megabytes = served.megabytes
    alone, same = batch(flags, paths)
    if same != sentences:
        raise SystemExit(f"the service drafted {sentences} sentences, the batch {same}")
    return {
        "translator": name,
        "options": {key: value for key, value in flags.items() if key != "translator"},
        "requests": requests,
        "sentences": sentences,
        "seconds": took,
        "median": seconds[len(seconds) // 2],
        "percentile_95": quantiles(seconds, n=20, method="inclusive")[-1],
        "batch_seconds": alone,
        "megabytes": megabytes,
        "load": os.getloadavg()[0],
    }


def markdown(rows: Sequence[Mapping[str, Any]]) -> str:
    """The figures for people."""
    lines = [
        "# Many requests at once",
        "",
        "| translator | options | requests | sentences | service s | median s | 95 % s "
        "| sentences/s | batch s | sentences/s | share | MB | load |",
        "|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for row in rows:
        rate, own = row["sentences"] / row["seconds"], row["sentences"] / row["batch_seconds"]
        cells = [
            row["translator"],
            " ".join(f"{key} {value}" for key, value in row["options"].items()),
            f"{row['requests']}",
            f"{row['sentences']}",
            f"{row['seconds']:.1f}",
            f"{row['median']:.1f}",
            f"{row['percentile_95']:.1f}",
            f"{rate:.1f}",
            f"{row['batch_seconds']:.1f}",
            f"{own:.1f}",
            f"{rate / own:.0%}",
            f"{row['megabytes']:.0f}",
            f"{row['load']:.1f}",
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join([*lines, "", NOTES])


def main() -> None:
    """Measure, write both files, print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="news_summary.jsonl")
    parser.add_argument("--requests", type=int, default=50)
    parser.add_argument("--translator", help="default: a tiny one, random weights")
    parser.add_argument("--effort", choices=("fast", "normal", "best"))
    parser.add_argument("--length", help="sentences of a summary")
    parser.add_argument("--add", action="store_true", help="keep the rows that are there")
    parser.add_argument("--out", type=Path, default=RESULTS)
    given = parser.parse_args()
    wanted = {name: getattr(given, name) for name in ("translator", "effort", "length")}
    flags = {name: value for name, value in wanted.items() if value}
    file = given.out / "serve.json"
    rows = json.loads(file.read_text("utf-8")) if given.add and file.exists() else []
    with tempfile.TemporaryDirectory() as folder:
        rows.append(measure(given.data, given.requests, flags, Path(folder)))
    given.out.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(rows, indent=1) + "\n", "utf-8")
    (given.out / "serve.md").write_text(markdown(rows), "utf-8")
    print(markdown(rows))


if __name__ == "__main__":
    main()
