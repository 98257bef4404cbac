"""Our program beside what a user would write instead: articles per second, tokens, memory.

    python -m benchmarks.throughput --data news_summary.jsonl --models small --articles 10 100

Every system runs alone, in a process of its own, on the same articles (of ``many_articles.py``)
and models, on the CPU; whatever writes random text writes the same number of tokens. Slow systems
get a sample of ``--sample`` articles. Linux only (it reads /proc). Writes
``benchmarks/results/throughput.json``, ``.md`` and ``.svg``.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks.throughput.child import SYSTEMS
from benchmarks.throughput.memory import watched
from benchmarks.throughput.plan import Plan, make_articles
from benchmarks.throughput.present import RESULTS, write
from benchmarks.throughput.shapes import SETS, Shape, build

LOOPS = ("transformers, one by one", "transformers, batches of 8", "dl-translate")
LIMIT = 600
"""Seconds for one run."""


def plans(given: argparse.Namespace, scratch: Path) -> Iterator[tuple[str, Plan]]:
    """What is to be measured, by the name of the models."""
    for kind in given.models:
        if kind == "embedded":
            for articles in given.articles:
                yield kind, _plan(given, articles, scratch)
            continue
        shapes = SETS[kind]
        folders = {name: _built(given, shape, scratch) for name, shape in shapes.items()}
        first, *translators = shapes
        for name in translators:
            for articles in given.articles:
                pair = str(folders[first]), str(folders[name])
                yield (
                    f"{first} + {name}",
                    _plan(given, articles, scratch, *pair, written=shapes[name].written),
                )


def _plan(
    given: argparse.Namespace,
    articles: int,
    scratch: Path,
    summarizer: str = "",
    translator: str = "",
    written: int = 0,
) -> Plan:
    data, threads = str(given.data), given.threads
    return Plan(data, articles, summarizer, translator, written, str(scratch), threads)


def _built(given: argparse.Namespace, shape: Shape, scratch: Path) -> Path:
    texts = [article.text for article in make_articles(_plan(given, 300, scratch))]
    return build(shape, texts, scratch)


def measure(name: str, plan: Plan) -> dict[str, Any]:
    """Run one system; what it measured, or why it failed."""
    environment = {**os.environ, "OMP_NUM_THREADS": str(plan.threads)}
    command = [sys.executable, "-m", "benchmarks.throughput.child", name, plan.dump()]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    )
    output, errors, megabytes = watched(process, LIMIT)
    row = {"system": name, "articles": plan.articles, "load": os.getloadavg()[0]}
    if process.returncode:
        lines = errors.strip().splitlines()
        return {**row, "failed": lines[-1] if lines else f"exit code {process.returncode}"}
    found = json.loads(output.splitlines()[-1])
    seconds = found["last_at"] - found["ready_at"]
    return {
        **row,
        "seconds": seconds,
        "articles_per_second": found["articles"] / seconds,
        "articles_per_cpu_second": found["articles"] / found["cpu_seconds"],
        "tokens_per_second": found["tokens"] / seconds,
        "sentences": found["sentences"],
        "load_seconds": found["ready_at"],
        "first_result_seconds": found["first_at"],
        "megabytes": megabytes,
    }


def main() -> None:
    """Measure, write the files, print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="news_summary.jsonl")
    parser.add_argument("--models", nargs="+", choices=[*SETS, "embedded"], default=["small"])
    parser.add_argument("--articles", nargs="+", type=int, default=[10, 100])
    parser.add_argument("--sample", type=int, default=8, help="articles for the slow systems")
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--systems", nargs="+", choices=SYSTEMS, default=list(SYSTEMS))
    parser.add_argument("--scratch", type=Path, help="keeps the models for the next time")
    parser.add_argument("--out", type=Path, default=RESULTS)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        rows = list(_measured(given, given.scratch or Path(folder)))
    shapes = {kind: {name: asdict(s) for name, s in own.items()} for kind, own in SETS.items()}
    names = ("ctranslate2", "torch", "transformers")
    about = {
        "threads": given.threads,
        "versions": {name: version(name) for name in names},
        "shapes": shapes,
    }
    print(write({**about, "rows": rows}, given.out))


def _measured(given: argparse.Namespace, scratch: Path) -> Iterator[dict[str, Any]]:
    scratch.mkdir(parents=True, exist_ok=True)
    done = set()
    for models, plan in plans(given, scratch):
        for name in given.systems:
            articles = min(given.sample, plan.articles) if name in LOOPS else plan.articles
            if (models, name, articles) in done or not _fits(name, plan):
                continue
            done.add((models, name, articles))
            own = Plan(**{**asdict(plan), "articles": articles})
            row = {"models": models, **measure(name, own)}
            print(json.dumps(row), file=sys.stderr, flush=True)
            yield row


def _fits(name: str, plan: Plan) -> bool:
    """dl-translate knows NLLB only; what random weights write cannot pass the checks."""
    if name == "dl-translate":
        return "nllb" in plan.translator
    return name != "summarize batch" or not plan.translator


if __name__ == "__main__":
    main()
