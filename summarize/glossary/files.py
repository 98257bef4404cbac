"""Files of terms, by what their names end in."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from summarize.errors import GlossaryError, UsageError
from summarize.glossary.records import Term
from summarize.glossary.tables import Reading, read_table, reading_of, rows_of, write_table
from summarize.glossary.tbx import read_tbx, write_tbx
from summarize.sheets import read_sheet, write_sheet

READERS: Final[Mapping[str, Callable[[bytes, str], Reading]]] = {
    ".csv": lambda data, name: _read_csv(_decoded(data, name), name),
    ".tsv": lambda data, name: read_table(_decoded(data, name), "\t", name),
    ".tbx": lambda data, name: read_tbx(_decoded(data, name), name),
    ".xlsx": lambda data, name: _read_sheet(data, name),
}
WRITERS: Final[Mapping[str, Callable[[Iterable[Term]], bytes]]] = {
    ".csv": lambda terms: write_table(terms, ",").encode("utf-8-sig"),  # Excel shows its Khmer so
    ".tsv": lambda terms: write_table(terms, "\t").encode(),
    ".tbx": lambda terms: write_tbx(terms).encode(),
    ".xlsx": lambda terms: write_sheet("glossary", rows_of(terms)),
    ".txt": lambda terms: "".join(_omegat_lines(terms)).encode(),
}
UTF16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")


def read_terms(path: Path) -> Reading:
    """Read the terms of a .csv, .tsv, .tbx or .xlsx. Raises ``GlossaryError``, ``UsageError``."""
    read = READERS[_suffix(path, READERS)]
    try:
        data = path.read_bytes()
    except OSError as error:
        raise GlossaryError(
            f"cannot read {path}: {error.strerror or error}", "Check the name and the rights."
        ) from error
    return read(data, str(path))


def _read_csv(text: str, name: str) -> Reading:
    """Excel writes semicolons in some countries: what parts the headings parts all cells."""
    heading = text.partition("\n")[0]
    return read_table(text, max(",;", key=heading.count), name)


def _decoded(data: bytes, name: str) -> str:
    encoding = "utf-16" if data.startswith(UTF16_MARKS) else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise GlossaryError(
            f"{name}, line {line}: not {encoding.removesuffix('-sig').upper()}",
            "Save it again as UTF-8; in Excel: CSV UTF-8.",
        ) from error


def _read_sheet(data: bytes, name: str) -> Reading:
    rows = read_sheet(data, name, GlossaryError)
    return reading_of((row for row in rows if any(cell.strip() for cell in row[1])), name)


def file_of_terms(terms: Iterable[Term], path: Path) -> bytes:
    """What to write to ``path``: .csv, .tsv, .tbx, .xlsx or .txt (OmegaT). ``UsageError``."""
    return WRITERS[_suffix(path, WRITERS)](terms)


def _suffix(path: Path, known: Iterable[str]) -> str:
    suffix = path.suffix.lower()
    if suffix not in known:
        raise UsageError(
            f"{path}: a glossary file cannot end in {suffix!r}" if suffix else f"{path}: no suffix",
            f"Let the name end in {', '.join(known)}.",
        )
    return suffix


def _omegat_lines(terms: Iterable[Term]) -> Iterator[str]:
    """Source, target and note, parted by tabs; a line for each Khmer that may stand."""
    for term in terms:
        avoided = f"not: {', '.join(term.forbidden)}" if term.forbidden else ""
        note = " ".join(f"{term.note} {avoided}".split())
        for khmer in (term.target, *term.variants):
            yield f"{term.source}\t{khmer}\t{note}\n"
