"""Tries hostile cases made by chance: how many held, the longest answer, the most memory.

    python -m benchmarks.attacks --seconds 60 --seed 1

Each kind gets an equal share of the time; the same seed makes the same cases of a kind in the same
order. Then each file of ``odd_inputs.py`` is read once with ``--largest`` bytes. Prints a table and
what did not hold, with what repeats it; exit code 1 where anything did not, or took more than
``--limit`` seconds of the processor.
"""

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections import defaultdict
from contextlib import suppress
from pathlib import Path
from random import Random

from benchmarks.attacks.chance import Kind
from benchmarks.attacks.kinds import KINDS, held, largest
from benchmarks.odd_inputs import ODD_INPUTS
from summarize.errors import SummarizeError
from summarize.models.load import load_weights
from summarize.trial.__main__ import peak_memory

MEGABYTE = 1_000_000
WARMING = 8
"""Cases of each kind before what is measured."""
LARGEST = "articles, the largest"


def main() -> None:
    """Run, print, and leave with the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", type=int, default=30_000, help="characters of a text at most")
    parser.add_argument("--largest", type=int, default=MEGABYTE, help="bytes of the last files")
    parser.add_argument("--limit", type=float, default=2.0, help="seconds for one answer")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(XDG_CONFIG_HOME=home, XDG_DATA_HOME=home, XDG_CACHE_HOME=home)
        sys.exit(_run(given, Path(home)))


def _run(given: argparse.Namespace, home: Path) -> int:
    tried: dict[str, list[float]] = defaultdict(list)
    faults: list[tuple[str, str]] = []

    def note(name: str, case: str, seconds: float, told: str) -> None:
        tried[name].append(seconds)
        if told or seconds > given.limit:
            faults.append((name, f"{case}, {seconds:.2f} s: {told}"))

    (home / "config.json").write_text("{}", "utf-8")
    with suppress(SummarizeError):  # it loads the libraries of models all the same
        load_weights(home)
    for kind in KINDS.values():  # what is loaded once is no memory of an attack
        for number in range(WARMING):
            _one(kind, Random(number), home, 100)
    before = peak_memory()
    end = time.monotonic() + given.seconds
    while time.monotonic() < end:
        name = min(KINDS, key=lambda one: sum(tried[one]))
        seed = f"{given.seed} {name} {len(tried[name])}"
        note(name, f"Random({seed!r})", *_one(KINDS[name], Random(seed), home, given.size))
    for name in ODD_INPUTS:
        note(LARGEST, name, *_one(largest(name), Random(0), home, given.largest))
    print("| kind | tried | held | longest, s |\n|---|---:|---:|---:|")
    for name, times in tried.items():
        wrong = sum(fault[0] == name for fault in faults)
        print(f"| {name} | {len(times)} | {len(times) - wrong} | {max(times):.2f} |")
    total = sum(map(len, tried.values()))
    more = (peak_memory() - before) / MEGABYTE
    print(f"| all | {total} | {total - len(faults)} | {max(map(max, tried.values())):.2f} |")
    print(f"\nMemory beyond what was held before: {more:.0f} MB.")
    print("\n".join(fault[1] for fault in faults))
    return 1 if faults else 0


def _one(kind: Kind, chance: Random, home: Path, size: int) -> tuple[float, str]:
    folder = Path(tempfile.mkdtemp(dir=home))
    start = time.process_time()
    told = held(kind, chance, folder, size)
    seconds = time.process_time() - start
    shutil.rmtree(folder, ignore_errors=True)
    return seconds, told


if __name__ == "__main__":
    main()
