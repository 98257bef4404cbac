"""Files of the hub into its cache: ``blobs/CHECKSUM``, and links to them by name in ``snapshots``.

The hub's own library discards what a killed process had fetched, and writes where the answers of
the hub tell it to. Files are therefore fetched here, into ``blobs/CHECKSUM.partial``, and continued
from where they ended.
"""

import os
import shutil
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from summarize.errors import ModelCorruptedError
from summarize.models.local_copies import blob_digest, repository_folder
from summarize.models.remote import RemoteFile


def present(blobs: Path, file: RemoteFile) -> int:
    """Bytes of ``file`` that are here already."""
    for path in (blobs / file.digest, _partial(blobs, file)):
        if path.is_file():
            return min(path.stat().st_size, file.size)
    return 0


def fetch_file(
    repository: str, commit: str, file: RemoteFile, cache: Path, *, progress: bool = False
) -> bool:
    """Fetch ``file``, going on where an earlier attempt ended; whether its checksum is right.

    What is wrong is removed. Raises ``ModelCorruptedError`` where more comes than was told, and
    what the hub's client raises.
    """
    from filelock import FileLock

    blobs = repository_folder(cache, repository) / "blobs"
    blobs.mkdir(parents=True, exist_ok=True)
    locks = cache / ".locks" / blobs.parent.name  # where the hub's library has its own
    locks.mkdir(parents=True, exist_ok=True)
    begun = _partial(blobs, file)
    with FileLock(locks / f"{begun.name}.lock"):
        if (blobs / file.digest).is_file():
            return True
        _stream(repository, commit, file, begun, progress)
        if blob_digest(begun, file.digest) != file.digest:
            begun.unlink()
            return False
        begun.replace(blobs / file.digest)
    return True


def lay_out(
    repository: str, revision: str, commit: str, files: Iterable[RemoteFile], cache: Path
) -> Path:
    """The folder of the snapshot with links to the blobs of ``files``, named by ``revision``."""
    home = repository_folder(cache, repository)
    folder = home / "snapshots" / commit
    for file in files:
        place, blob = folder / file.path, home / "blobs" / file.digest
        place.parent.mkdir(parents=True, exist_ok=True)
        place.unlink(missing_ok=True)
        try:
            place.symlink_to(os.path.relpath(blob, place.parent))
        except OSError:  # Windows gives links to few
            shutil.copyfile(blob, place)
    if revision != commit:
        named = home / "refs" / revision
        named.parent.mkdir(parents=True, exist_ok=True)
        named.write_text(commit, "ascii")
    return folder


class _Sized:
    """A file that takes no byte beyond ``size``, whatever comes."""

    def __init__(self, stream: BinaryIO, size: int, refuse: Callable[[], Exception]) -> None:
        self._stream = stream
        self._size = size
        self._refuse = refuse

    def write(self, data: bytes) -> int:
        if self._stream.tell() + len(data) > self._size:
            raise self._refuse()
        return self._stream.write(data)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def _partial(blobs: Path, file: RemoteFile) -> Path:
    return blobs / f"{file.digest}.partial"


def _stream(repository: str, commit: str, file: RemoteFile, begun: Path, progress: bool) -> None:
    from huggingface_hub import hf_hub_url
    from huggingface_hub.file_download import http_get
    from huggingface_hub.utils._headers import build_hf_headers
    from tqdm import tqdm  # type: ignore[import-untyped]

    def refuse() -> Exception:
        return ModelCorruptedError(
            f"{file.path} of {repository} has more than the {file.size:,} bytes that the hub told",
            "What came of it is removed. Check HF_ENDPOINT, and whether a proxy stands between.",
        )

    bar: Any = partial(tqdm, disable=None if progress else True)
    endpoint = os.environ.get("HF_ENDPOINT")
    url = hf_hub_url(repository, file.path, revision=commit, endpoint=endpoint)
    try:
        with begun.open("ab") as stream:
            if stream.tell() > file.size:
                stream.truncate(0)
            sized: Any = _Sized(stream, file.size, refuse)
            http_get(
                url,
                sized,
                resume_size=stream.tell(),
                headers=build_hf_headers(),
                expected_size=file.size,
                displayed_filename=file.path,
                tqdm_class=bar,
            )
    except ModelCorruptedError:
        begun.unlink()
        raise
