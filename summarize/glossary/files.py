"""Files of terms, by what their names end in."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from summarize.errors import GlossaryError, UsageError
from summarize.glossary.records import Term
from summarize.glossary.tables import Reading, read_table, write_table
from summarize.glossary.tbx import read_tbx, write_tbx

READERS: Final[Mapping[str, Callable[[str, str], Reading]]] = {
    ".csv": lambda text, name: read_table(text, ",", name),
    ".tsv": lambda text, name: read_table(text, "\t", name),
    ".tbx": read_tbx,
}
WRITERS: Final[Mapping[str, Callable[[Iterable[Term]], str]]] = {
    ".csv": lambda terms: "\ufeff" + write_table(terms, ","),  # or else Excel shows no Khmer
    ".tsv": lambda terms: write_table(terms, "\t"),
    ".tbx": write_tbx,
    ".txt": lambda terms: "".join(_omegat_lines(terms)),
}
UTF16_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")


def read_terms(path: Path) -> Reading:
    """Read the terms of a .csv, .tsv or .tbx. Raises ``GlossaryError``, ``UsageError``."""
    read = READERS[_suffix(path, READERS)]
    try:
        data = path.read_bytes()
    except OSError as error:
        raise GlossaryError(
            f"cannot read {path}: {error.strerror or error}", "Check the name and the rights."
        ) from error
    encoding = "utf-16" if data.startswith(UTF16_MARKS) else "utf-8-sig"
    try:
        return read(data.decode(encoding), str(path))
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise GlossaryError(
            f"{path}, line {line}: not {encoding.removesuffix('-sig').upper()}",
            "Save it again as UTF-8; in Excel: CSV UTF-8.",
        ) from error


def file_of_terms(terms: Iterable[Term], path: Path) -> bytes:
    """What to write to ``path``, a .csv, .tsv, .tbx or .txt (OmegaT). Raises ``UsageError``."""
    return WRITERS[_suffix(path, WRITERS)](terms).encode("utf-8")


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
