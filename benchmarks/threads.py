"""Threads that share a batch against threads with a batch each: the embedded translator.

    python -m benchmarks.threads --data news_summary.jsonl [--articles 12]

Each way is measured twice: an article at a time, which is how long a reporter waits, and all
sentences together, which is what a night's folder takes. Prints Markdown and writes it and JSON to
``benchmarks/results/threads.*``.
"""

import argparse
import json
import os
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from typing import Any

from benchmarks.throughput.embedded import Loaded, prepare
from benchmarks.throughput.plan import Plan, chosen, make_articles
from summarize.engines.batching import Batching, batches_as_done, in_order
from summarize.engines.ctranslate2 import SHARES, TOKENS

RESULTS = Path(__file__).with_name("results")


@dataclass(frozen=True, slots=True)
class Way:
    """``workers`` batches at once, each by ``threads`` threads."""

    name: str
    workers: int
    threads: int
    batching: Batching


@dataclass(frozen=True, slots=True)
class Row:
    """What one way took: seconds for an article at a time, and sentences a second all together."""

    name: str
    seconds_per_article: float
    sentences_per_second: float


def ways(cores: int) -> list[Way]:
    """All of them with every core but the first, which is what one thread does."""
    single, ours = Batching(TOKENS), Batching(TOKENS, SHARES, cores)
    return [
        Way("one thread", 1, 1, single),
        Way(f"{cores} threads for each batch", 1, cores, single),
        Way(f"{cores} batches at once, filled up", cores, 1, Batching(TOKENS, 1, cores)),
        Way(f"{cores} batches at once, shared out (ours)", cores, 1, ours),
    ]


def measure(way: Way, loaded: Loaded, articles: Sequence[Sequence[str]]) -> Row:
    """One way, with a model of its own."""
    import ctranslate2

    model = ctranslate2.Generator(
        str(loaded.folder), inter_threads=way.workers, intra_threads=way.threads
    )

    def run(prompts: Sequence[Sequence[str]]) -> list[Any]:
        found: list[Any] = model.generate_batch(list(map(list, prompts)), **loaded.options(prompts))
        return found

    prompts = [[loaded.tokens(text) for text in article] for article in articles]
    run(prompts[0])
    start = time.perf_counter()
    for own in prompts:
        in_order(batches_as_done(own, len, run, way.batching))
    between = time.perf_counter()
    together = [*chain.from_iterable(prompts)]
    in_order(batches_as_done(together, len, run, way.batching))
    seconds = time.perf_counter() - between
    return Row(way.name, (between - start) / len(prompts), len(together) / seconds)


def markdown(rows: Sequence[Row], about: str) -> str:
    """The table, ratios against the first row."""
    first = rows[0]
    lines = [
        "# Threads",
        "",
        about,
        "",
        "| way | seconds an article | × | sentences a second, together | × |",
        "|---|---:|---:|---:|---:|",
    ]
    for row in rows:
        sooner = first.seconds_per_article / row.seconds_per_article
        faster = row.sentences_per_second / first.sentences_per_second
        lines.append(
            f"| {row.name} | {row.seconds_per_article:.2f} | {sooner:.2f} "
            f"| {row.sentences_per_second:.2f} | {faster:.2f} |"
        )
    return "\n".join([*lines, ""])


def main() -> None:
    """Measure, write the files, print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="news_summary.jsonl")
    parser.add_argument("--articles", type=int, default=12)
    given = parser.parse_args()
    cores = os.cpu_count() or 1
    plan = Plan(str(given.data), given.articles, "", "", 0, "", cores)
    articles = chosen(make_articles(plan))
    loaded = prepare(Path())
    rows = [measure(way, loaded, articles) for way in ways(cores)]
    count = sum(map(len, articles))
    about = (
        f"The embedded translator on {cores} cores, {given.articles} articles of {count} sentences "
        f"in all, CTranslate2 {version('ctranslate2')}, int8."
    )
    text = markdown(rows, about)
    (RESULTS / "threads.md").write_text(text, "utf-8")
    (RESULTS / "threads.json").write_text(
        json.dumps({"about": about, "rows": [asdict(row) for row in rows]}, indent=1) + "\n",
        "utf-8",
    )
    print(text)


if __name__ == "__main__":
    main()
