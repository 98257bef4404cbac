"""How long many segments take out to each exchange format and back, and what editors at once do.

    python -m benchmarks.exchange [--count 10000] [--seconds 60]

The segments are those of the tests: Khmer with everything that formats have been known to spoil, a
quarter in each state. The editors are a hundred threads with a connection each, on ten segments.
Prints JSON and writes ``benchmarks/results/exchange.*``.
"""

import argparse
import json
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from summarize.review.exporting import documents_of
from summarize.review.formats import FORMATS, read_file
from summarize.review.formats.records import Document
from summarize.review.importing import bring_in
from summarize.review.store import ReviewStore
from tests.review.formats.conftest import fill
from tests.review.test_many_editors import EDITORS, RESULT, SEGMENTS, assert_nothing_was_lost, work

RESULTS = Path(__file__).with_name("results")


def measure_format(name: str, store: ReviewStore, document: Document) -> dict[str, Any]:
    """Seconds to write, to read and to import the segments of ``document``, and the size."""
    kind = FORMATS[name]
    writing, data = timed(lambda: kind.codec().write(document))
    reading, segments = timed(lambda: read_file(data, f"a{kind.suffix}"))
    importing, report = timed(lambda: bring_in(store, segments, "Dara"))
    assert (report.unchanged, report.refused) == (len(document.rows), ())
    return {
        "format": name,
        "megabytes": round(len(data) / 1e6, 1),
        "write_s": round(writing, 1),
        "read_s": round(reading, 1),
        "import_s": round(importing, 1),
    }


def measure_editors(folder: Path, seconds: float) -> dict[str, Any]:
    """How many edits a hundred editors made and were refused; fails where one is lost."""
    path = folder / "editors.sqlite"
    store = ReviewStore(path)
    store.add([RESULT])
    with ThreadPoolExecutor(EDITORS) as pool:
        spent, tallies = timed(
            lambda: list(pool.map(lambda n: work(path, n, seconds), range(EDITORS)))
        )
    assert_nothing_was_lost(store, tallies)
    store.close()
    return {
        "editors": EDITORS,
        "segments": SEGMENTS,
        "seconds": round(spent, 1),
        "kept": sum(len(tally.taken) for tally in tallies),
        "conflicts": sum(tally.refused for tally in tallies),
        "lost": 0,
    }


def timed(function: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds by the clock on the wall, and what ``function`` returns."""
    start = time.perf_counter()
    result = function()
    return time.perf_counter() - start, result


def markdown(count: int, rows: Sequence[dict[str, Any]], editors: dict[str, Any]) -> str:
    """Tables for people."""
    lines = [
        "# Reviews out and back in, and many editors at once",
        "",
        f"{count:,} segments of one article in one file; seconds by the clock. What nobody has "
        "edited is imported: every segment is looked up, judged, and found unchanged.",
        "",
        "| format | MB | write | read | import |",
        "|---|---:|---:|---:|---:|",
        *(
            f"| {row['format']} | {row['megabytes']} | {row['write_s']} | {row['read_s']} "
            f"| {row['import_s']} |"
            for row in rows
        ),
        "",
        f"{editors['editors']} editors on {editors['segments']} segments of one file for "
        f"{editors['seconds']} s: {editors['kept']:,} edits kept, each in the history, "
        f"{editors['conflicts']:,} refused as conflicts, {editors['lost']} lost.",
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Read the arguments, measure, write both files and print the JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000, help="segments in a file")
    parser.add_argument("--seconds", type=float, default=60.0, help="how long the editors edit")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = fill(folder / "review.sqlite", arguments.count)
        (document,) = documents_of(store)
        rows = [measure_format(name, store, document) for name in FORMATS]
        store.close()
        editors = measure_editors(folder, arguments.seconds)
    text = json.dumps({"segments": arguments.count, "formats": rows, "editors": editors}, indent=1)
    (RESULTS / "exchange.json").write_text(text + "\n", "utf-8")
    (RESULTS / "exchange.md").write_text(markdown(arguments.count, rows, editors), "utf-8")
    print(text)


if __name__ == "__main__":
    main()
