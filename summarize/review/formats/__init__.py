"""Drafts out to the tools of translators, and back: one file per format, found by name here.

Each module has ``write(document) -> bytes`` and ``read(data, name) -> list[Imported]``, which
raises ``ReviewError`` on what it cannot read. They are imported on first use: openpyxl alone would
double the start-up time.
"""

import importlib
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal, Protocol, cast

from summarize.archives import megabytes
from summarize.errors import ReviewError
from summarize.review.formats.limits import MAX_BYTES
from summarize.review.formats.records import Document, Imported

FormatName = Literal["xliff", "xliff2", "po", "omegat", "tmx", "xlsx", "docx", "csv", "html"]


class Codec(Protocol):
    """What a format module offers."""

    def write(self, document: Document) -> bytes:
        """The file of one article."""

    def read(self, data: bytes, name: str) -> list[Imported]:
        """The segments in the file ``name``. Raises ``ReviewError``."""


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: how its name ends, and the module that knows it."""

    suffix: str
    module: str

    def codec(self) -> Codec:
        """The module, imported now."""
        return cast(Codec, importlib.import_module(f"{__name__}.{self.module}"))


FORMATS: Final[Mapping[str, Format]] = MappingProxyType(
    {
        "xliff": Format(".xlf", "xliff"),
        "xliff2": Format(".xlf", "xliff2"),
        "po": Format(".po", "po"),
        "tmx": Format(".tmx", "tmx"),
        "xlsx": Format(".xlsx", "xlsx"),
        "docx": Format(".docx", "docx"),
        "csv": Format(".csv", "csv"),
        "html": Format(".html", "html"),
    }
)
"""Every format of one file per article; an OmegaT project is made of some of them."""
READERS: Final[Mapping[str, str]] = MappingProxyType(
    {format.suffix: name for name, format in FORMATS.items()}
    | {".xliff": "xliff", ".xlf": "xliff", ".htm": "html", ".tsv": "csv"}
)
"""The format that is tried for each ending; both versions of XLIFF have the same."""
_AGAIN: Final = "Export the segments again and edit that file: summarize review export."


def reader_of(name: str) -> str | None:
    """The format in which the file ``name`` is read, ``None`` for another kind of file."""
    return next((READERS[suffix] for suffix in READERS if name.lower().endswith(suffix)), None)


def read_file(data: bytes, name: str) -> list[Imported]:
    """The segments in the file ``name``, whose format is told by its ending.

    Raises ``ReviewError``: on another kind of file, a broken one, one of more than ``MAX_BYTES``,
    and one without any segment.
    """
    format_name = reader_of(name)
    if format_name is None:
        raise ReviewError(
            f"{name} is no format of `review export`",
            f"Its name has to end in {', '.join(READERS)}; an OmegaT project is a folder.",
        )
    if len(data) > MAX_BYTES:
        raise ReviewError(
            f"{name} has {megabytes(len(data))}, more than any export ({megabytes(MAX_BYTES)})",
            "Check that it is the right file; several smaller ones can be imported together.",
        )
    segments = FORMATS[format_name].codec().read(data, name)
    if not segments:
        raise ReviewError(f"{name} holds no segment of an export", _AGAIN)
    return segments
