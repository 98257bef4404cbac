"""Compare libraries that read PDF files: pypdfium2, pdfminer.six, pypdf, and what is made of them.

    python -m benchmarks.pdf_libraries

The files are drawn by ``tests/articles/pdf/documents.py``. Each library is asked for the text as
its own manual shows first. A story is "whole" where every paragraph is found, in its place. Times
are the best of five, each library in this process, imports apart; ``summarize`` starts a process
for every file, and its time has that in it.
"""

import argparse
import io
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import metadata
from pathlib import Path

from summarize.articles.pdf import read_pdf
from summarize.errors import ArticleError
from tests.articles.pdf import assembled, documents

Read = Callable[[bytes], str]
REPEATS = 5
PATIENCE = 60
"""Seconds that a library is given for a hostile file."""
PACKAGES = {
    "pypdfium2": ("pypdfium2",),
    "pdfminer.six": (
        "pdfminer.six",
        "cryptography",
        "cffi",
        "pycparser",
        "charset-normalizer",
    ),
    "pypdf": ("pypdf",),
}
"""With what each installs along with it."""
EMPTY = "empty, no word"


def with_pypdfium2(data: bytes) -> str:
    """Text in the order of the file."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def with_pdfminer(data: bytes) -> str:
    """Text in the order of its layout analysis."""
    from pdfminer.high_level import extract_text

    return extract_text(io.BytesIO(data))


def with_pypdf(data: bytes) -> str:
    """Text in the order of the file."""
    import pypdf

    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


def with_summarize(data: bytes) -> str:
    """Title and paragraphs."""
    page = read_pdf(data, "the file")
    return "\n\n".join((page.title, *page.paragraphs))


LIBRARIES: dict[str, Read] = {
    "pypdfium2": with_pypdfium2,
    "pdfminer.six": with_pdfminer,
    "pypdf": with_pypdf,
    "summarize": with_summarize,
}


def plain(text: str) -> str:
    """``text`` on one line, ligatures resolved."""
    return " ".join(text.replace("ﬁ", "fi").replace("ﬂ", "fl").split())


def told(read: Read, data: bytes) -> str:
    """The text on one line, or the error that came instead, marked ``!``."""
    try:
        return plain(read(data))
    except ArticleError as error:
        return f"!{error.message}"
    except Exception as error:
        return f"!{type(error).__name__}: {str(error)[:50]}"


def verdicts(read: Read) -> dict[str, str]:
    """What became of each layout, in a word or two."""

    def story(data: bytes, paragraphs: tuple[str, ...] = documents.STORY) -> str:
        found = told(read, data)
        if found.startswith("!"):
            return found[1:40]
        whole = [one for one in paragraphs if one in found]
        places = [found.index(one) for one in whole]
        if len(whole) == len(paragraphs):
            return "whole" if places == sorted(places) else "another order"
        return f"{len(whole)} of {len(paragraphs)} paragraphs"

    def without(data: bytes, *unwanted: str) -> str:
        found = told(read, data)
        kept = [one for one in unwanted if one in found]
        return f"{story(data)}, {'kept: ' + ', '.join(kept) if kept else 'left out'}"

    def joined(data: bytes, *words: str) -> str:
        found = told(read, data)
        return f"{sum(word in found for word in words)} of {len(words)} words"

    def opens(data: bytes) -> str:
        found = told(read, data)
        return f"refused: {found[1:45]}" if found.startswith("!") else story(data)

    d = documents
    head = "Press office"
    hyphens = ("inflation", "well-known", "Asia-Pacific", "two- and", "government")
    return {
        "one column": story(d.one_column()),
        "two columns": story(d.two_columns()),
        "two columns, written row by row": story(d.two_columns(row_by_row=True)),
        "head, foot, page number": without(d.with_furniture(), head, "Page 2 of 3", "Road 5,"),
        "hyphenated line ends": joined(d.lines_of(d.HYPHENATED), *hyphens),
        "soft hyphens": joined(d.lines_of(d.SOFT_HYPHENS), "government"),
        "table between paragraphs": without(d.table_between(), "1,350"),
        "table beside the text": without(d.table_beside(), "1,350"),
        "footnote and its mark": without(d.footnotes(), "16,0001", "auditor"),
        "watermark": without(d.stamped(), "EMBARGOED"),
        "turned page": story(d.turned()),
        "ligatures": joined(d.ligatures(), "officials", "finally", "office", "flood"),
        "recognised scan": story(d.recognised_scan()),
        "scan": told(read, d.scan())[:60] or EMPTY,
        "font without map": told(read, assembled.composite())[:40] or EMPTY,
        "font map to private use": told(read, assembled.composite(private=True))[:40] or EMPTY,
        "encrypted, empty password": opens(d.encrypted("")),
        "encrypted": opens(d.encrypted("secret")),
        "damaged": opens(d.damaged()),
    }


def milliseconds(read: Read, data: bytes) -> float:
    """The best of several runs."""

    def once() -> float:
        begun = time.perf_counter()
        read(data)
        return 1000 * (time.perf_counter() - begun)

    return min(once() for _ in range(REPEATS))


def installed_megabytes(name: str) -> float:
    """All files of the package and of what it needs."""
    files = [
        Path(str(file.locate()))
        for package in PACKAGES[name]
        for file in metadata.files(package) or ()
    ]
    return sum(path.stat().st_size for path in files if path.is_file()) / 1e6


def import_milliseconds(name: str) -> float:
    """The median of several fresh processes."""
    module = {"pdfminer.six": "pdfminer.high_level"}.get(name, name)
    program = (
        f"import time; t = time.perf_counter(); import {module}; print(time.perf_counter() - t)"
    )
    runs = [
        float(
            subprocess.run([sys.executable, "-c", program], capture_output=True, check=True).stdout
        )
        for _ in range(REPEATS)
    ]
    return 1000 * statistics.median(runs)


def patience(name: str, path: Path) -> str:
    """How a hostile file ends in a process of its own, and in what time."""
    program = (
        "import sys, pathlib; from benchmarks.pdf_libraries import LIBRARIES, told; "
        "print(told(LIBRARIES[sys.argv[1]], pathlib.Path(sys.argv[2]).read_bytes())[:60])"
    )
    begun = time.perf_counter()
    try:
        done = subprocess.run(
            [sys.executable, "-c", program, name, str(path)],
            capture_output=True,
            timeout=PATIENCE,
            text=True,
        )
    except subprocess.TimeoutExpired:
        return f"> {PATIENCE} s, ended"
    said = done.stdout.strip() or f"ended {done.returncode}"
    said = re.sub(r"^!(\S+:?).*", r"\1", said) if name != "summarize" else said.strip("!")
    return f"{time.perf_counter() - begun:.1f} s, {said[:50]}"


def table(rows: dict[str, dict[str, str]]) -> str:
    """Markdown."""
    names = list(next(iter(rows.values())))
    lines = ["| | " + " | ".join(names) + " |", "|---|" + "---|" * len(names)]
    lines += [f"| {label} | {' | '.join(row.values())} |" for label, row in rows.items()]
    return "\n".join(lines)


def facts() -> dict[str, dict[str, str]]:
    """Version, size and speed."""
    long = documents.with_furniture(30)
    timed: dict[str, Callable[[str, Read], str]] = {
        "version": lambda name, _: metadata.version(name) if name in PACKAGES else "",
        "installed with what it needs, MB": lambda name, _: (
            f"{installed_megabytes(name):.1f}" if name in PACKAGES else ""
        ),
        "import, ms": lambda name, _: (
            f"{import_milliseconds(name):.0f}" if name in PACKAGES else ""
        ),
        "one page, ms": lambda _, read: f"{milliseconds(read, documents.one_column()):.1f}",
        "30 pages, ms": lambda _, read: f"{milliseconds(read, long):.0f}",
    }
    return {
        label: {name: measure(name, read) for name, read in LIBRARIES.items()}
        for label, measure in timed.items()
    }


def hostile(folder: Path) -> dict[str, dict[str, str]]:
    """What becomes of files that are made to overrun a reader."""
    files = {
        "100,000 pages in 0.6 MB": assembled.many_pages(),
        "300 MB of drawing in 0.6 MB": assembled.unpacking(300_000_000),
        "100,000 characters on a page": assembled.characters(100_000),
    }
    rows = {}
    for label, data in files.items():
        path = folder / "hostile.pdf"
        path.write_bytes(data)
        rows[label] = {name: patience(name, path) for name in LIBRARIES}
    return rows


def main() -> None:
    """Print three tables."""
    import tempfile

    columns = {name: verdicts(read) for name, read in LIBRARIES.items()}
    layouts = {
        label: {name: columns[name][label] for name in LIBRARIES} for label in columns["pypdf"]
    }
    print("## Measured\n\n" + table(facts()))
    print("\n## Layouts\n\n" + table(layouts))
    with tempfile.TemporaryDirectory() as folder:
        print("\n## Hostile files\n\n" + table(hostile(Path(folder))))


if __name__ == "__main__":
    argparse.ArgumentParser(description=__doc__.splitlines()[0]).parse_args()
    main()
