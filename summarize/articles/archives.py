"""Archives that are documents: their declared size is checked before anything is unpacked."""

import io
import zipfile

from summarize.articles.limits import MAX_PARTS, MAX_UNPACKED_BYTES, megabytes
from summarize.errors import ArticleError

ZIP_MAGIC = b"PK\x03\x04"


def open_archive(data: bytes, name: str, kind: str, hint: str) -> zipfile.ZipFile:
    """The archive of ``data``, which should be ``kind`` ("a Word file").

    Raises ``ArticleError``: with ``hint`` on a damaged one, and on one that would unpack beyond
    ``MAX_UNPACKED_BYTES`` or ``MAX_PARTS``; ``zipfile`` never unpacks more than is declared.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError):
        raise ArticleError(f"{name} is damaged: {kind} is a zip archive", hint) from None
    parts = archive.infolist()
    size = sum(part.file_size for part in parts)
    if size > MAX_UNPACKED_BYTES or len(parts) > MAX_PARTS:
        raise ArticleError(
            f"{name} unpacks to {megabytes(size)} in {len(parts)} parts, more than an article has",
            "Copy the text into a .txt file.",
        )
    return archive


def unpack(archive: zipfile.ZipFile, part: str, name: str, kind: str, hint: str) -> bytes:
    """The content of ``part``. Raises ``ArticleError`` where it is missing, locked or damaged."""
    import zlib

    try:
        return archive.read(part)
    except (KeyError, RuntimeError, zipfile.BadZipFile, zlib.error, EOFError, OSError):
        raise ArticleError(f"{name} is no sound {kind}: it has no {part}", hint) from None
