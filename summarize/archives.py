"""Word and Excel files are zip archives: what is in them is measured before it is unpacked."""

import io
import zipfile
import zlib
from pathlib import PurePosixPath
from typing import Final

from summarize.errors import SummarizeError
from summarize.safe_xml import refuse_entities

MAX_UNPACKED_BYTES: Final = 120_000_000
"""Size of everything inside a Word or Excel file: more is an archive bomb."""
MAX_PARTS: Final = 2_000
"""Files inside a Word or Excel file."""

_AGAIN: Final = "Open it in the program it comes from and save it again under its own format."
_DAMAGED: Final = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    EOFError,
    OSError,
    ValueError,
)
_XML: Final = (".xml", ".rels", ".vml")


def megabytes(size: int) -> str:
    """``size`` in bytes as people write it."""
    return f"{size / 1_000_000:.0f} MB"


def parts_of(data: bytes, name: str, error: type[SummarizeError]) -> dict[str, bytes]:
    """The files inside the archive ``name``, unpacked in memory, never to disk.

    Raises ``error`` where it is no sound archive, unpacks to too much, has a path that leads
    out of it, is encrypted, or has XML that defines entities.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            _refuse_unsafe(members, name, error)
            parts = {one.filename: archive.read(one) for one in members}
    except _DAMAGED as fault:
        raise error(f"{name} is damaged, or not what its name says", _AGAIN) from fault
    for path, part in parts.items():
        if path.lower().endswith(_XML):
            refuse_entities(part, name, lambda message: error(message, _AGAIN))
    return parts


def _refuse_unsafe(members: list[zipfile.ZipInfo], name: str, error: type[SummarizeError]) -> None:
    """Check what the archive declares; ``zipfile`` never unpacks more than is declared."""
    size = sum(one.file_size for one in members)
    if size > MAX_UNPACKED_BYTES or len(members) > MAX_PARTS:
        raise error(
            f"{name} unpacks to {megabytes(size)} in {len(members)} parts, more than any export",
            "Check that it is the right file.",
        )
    if len({one.filename for one in members}) < len(members):
        raise error(f"{name} has two parts of the same name", _AGAIN)
    for one in members:
        path = PurePosixPath(one.filename.replace("\\", "/"))
        if path.is_absolute() or ".." in path.parts or ":" in one.filename:
            raise error(f"{name} has a part that leads out of it: {one.filename!r}", _AGAIN)
        if one.flag_bits & 0x1:
            raise error(f"{name} is encrypted", "Save it again without a password.")
