"""How whole articles are read, how fast, and that no input makes a reader slow.

    python -m benchmarks.reading

The corpus is ``tests/articles/corpus`` (see ``tests/articles/gold.py``). Beside the program stands
trafilatura on the pages of it, as a program gets its paragraphs by default. The second table is the
time of odd inputs of 1,000, 10,000 and 100,000 characters. Writes ``benchmarks/results/reading.*``.
"""

import argparse
import json
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median

from benchmarks.odd_inputs import ODD_INPUTS, SIZES
from summarize.articles.read import article_from_file
from summarize.articles.sentences import split_sentences
from summarize.errors import ArticleError
from tests.articles.gold import Agreement, Reading, agreement, cases, gold_of, read, total

RESULTS = Path(__file__).parent / "results"
TIMES = 5
PAGES = (".html", ".xhtml", ".htm", "")
Read = Callable[[Path], Reading]


@dataclass(frozen=True, slots=True)
class Row:
    """What one reader made of some cases: shares of sentences, milliseconds a case."""

    reader: str
    cases: str
    files: int
    recall: float
    precision: float
    faultless: int
    median_ms: float
    slowest_ms: float


def by_trafilatura(case: Path) -> Reading:
    """What trafilatura extracts as text, a paragraph a line."""
    from trafilatura import extract

    text = extract(case.read_bytes(), include_comments=False, include_tables=False) or ""
    return Reading("", "", False, tuple(text.split("\n")) if text else ())


def measured(reader: str, read_case: Read, name: str, files: list[Path]) -> Row:
    """Read every case, the fastest of some times."""
    found: list[Agreement] = []
    spent: list[float] = []
    for case in files:
        gold = gold_of(case)
        taken = []
        for _ in range(TIMES):
            started = time.perf_counter()
            reading = read_case(case)
            taken.append((time.perf_counter() - started) * 1000)
        spent.append(min(taken))
        found.append(agreement(gold, reading))
    whole = total(found)
    faultless = sum(one.gold == one.both == one.read for one in found)
    return Row(
        reader,
        name,
        len(files),
        round(whole.recall, 4),
        round(whole.precision, 4),
        faultless,
        round(median(spent), 2),
        round(max(spent), 2),
    )


def seconds(name: str, data: bytes) -> float:
    """How long a reader and the sentence splitter take for ``data``, the fastest of some times."""
    return min(_seconds(name, data) for _ in range(TIMES))


def _seconds(name: str, data: bytes) -> float:
    started = time.perf_counter()
    try:
        article_from_file(data, name, force=True)
    except ArticleError:
        split_sentences(data.decode("utf-8", "replace"))
    return time.perf_counter() - started


def growth() -> list[dict[str, object]]:
    """Times of all odd inputs, and the last one as a multiple of the one before."""
    rows = []
    for kind, (name, make) in ODD_INPUTS.items():
        taken = [seconds(name, make(size)) for size in SIZES]
        sizes = zip(SIZES, taken, strict=True)
        times = {f"{size:,}": round(spent * 1000, 1) for size, spent in sizes}
        rows.append({"input": kind, **times, "ratio": round(taken[-1] / taken[-2], 1)})
    return rows


def table(rows: Iterable[dict[str, object]]) -> str:
    """A Markdown table."""
    listed = list(rows)
    lines = [listed[0].keys(), ["---"] * len(listed[0]), *(row.values() for row in listed)]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)


def main() -> None:
    """Measure and write the results."""
    files = cases()
    pages = [case for case in files if case.suffix in PAGES]
    groups = {
        "pages": pages,
        "text": [case for case in files if case.suffix == ".txt"],
        "Markdown": [case for case in files if case.suffix == ".md"],
        "Word": [case for case in files if case.suffix == ".docx"],
        "all": files,
    }
    rows = [measured("summarize", read, name, group) for name, group in groups.items() if group]
    rows.append(measured(f"trafilatura {version('trafilatura')}", by_trafilatura, "pages", pages))
    odd = growth()
    record = {"reading": [asdict(row) for row in rows], "odd_inputs": odd}
    (RESULTS / "reading.json").write_text(json.dumps(record, indent=1) + "\n", "utf-8")
    text = TEXT.format(reading=table(map(asdict, rows)), odd=table(odd))
    (RESULTS / "reading.md").write_text(text, "utf-8")
    print(text)


TEXT = """# Reading

    python -m benchmarks.reading

Sentences of `tests/articles/corpus` that were read, and that are the article's, as a person read
it; milliseconds a file, the fastest of five times each, bytes to sentences.

{reading}

trafilatura is given the pages as they are; its headings and sub-headings count against it as
sentences that are no text. The corpus was written to the faults that readers have, and the reader
was mended on it: it says that nothing breaks again, not how often a page of the web is misread.

## Odd inputs

Milliseconds by length in characters; a reader that is linear takes about ten times as long for ten
times as much.

{odd}
"""


if __name__ == "__main__":
    argparse.ArgumentParser(description=__doc__.splitlines()[0]).parse_args()
    main()
