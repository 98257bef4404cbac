"""What a hub says of its files, believed only where it makes sense, and bounded in size and time.

Whoever stands behind ``HF_ENDPOINT`` names the files of the cache: a checksum is the name of a
blob. A hub that lies could write anywhere, or go on for ever.
"""

import re
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from itertools import islice
from pathlib import PurePosixPath
from typing import Any, Final

from summarize.errors import ModelError
from summarize.models.local_copies import CHECKSUM

MAX_LISTED: Final = 10_000
"""Files of a repository; models have some dozens."""
MAX_LISTING_BYTES: Final = 20_000_000
"""Of one answer about a repository."""
LISTING_SECONDS: Final = 60.0
"""For all answers about a repository together."""
TIMEOUT: Final = 20.0
"""Seconds to wait for each part of an answer."""
PART: Final = re.compile(r"[\w][\w.+ -]{0,200}")


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """A file of a repository; ``digest`` names its blob in the cache, SHA-256 for large ones."""

    path: str
    size: int
    digest: str
    large: bool


def remote_files(tree: Iterable[Any]) -> list[RemoteFile]:
    """The files among what the hub's client lists; folders are left out. Raises ``ModelError``."""
    found = list(islice(tree, MAX_LISTED + 1))
    if len(found) > MAX_LISTED:
        raise _nonsense(f"more than {MAX_LISTED:,} files")
    return [_remote_file(one) for one in found if hasattr(one, "blob_id")]


def commit_of(sha: object) -> str:
    """``sha`` if it can be that of a commit. Raises ``ModelError``."""
    if not (isinstance(sha, str) and CHECKSUM.fullmatch(sha)):
        raise _nonsense(f"the commit {str(sha)[:100]!r}")
    return sha


def _remote_file(one: Any) -> RemoteFile:
    digest = one.lfs.sha256 if one.lfs else one.blob_id
    if not (isinstance(digest, str) and CHECKSUM.fullmatch(digest)):
        raise _nonsense(f"the checksum {str(digest)[:100]!r}")
    if not isinstance(one.size, int) or isinstance(one.size, bool) or one.size < 0:
        raise _nonsense(f"the size {str(one.size)[:100]}")
    return RemoteFile(str(one.path), one.size, digest, one.lfs is not None)


def is_safe_path(path: str) -> bool:
    """Whether ``path`` stays in the folder that it is put into, on every file system."""
    parts = path.split("/")
    return PurePosixPath(path).as_posix() == path and all(map(PART.fullmatch, parts))


def _nonsense(what: str) -> ModelError:
    return ModelError(
        f"the hub gives {what}, which cannot be",
        "Check HF_ENDPOINT, and whether a proxy stands between.",
    )


@contextmanager
def bounded_hub() -> Iterator[None]:
    """Bound what the hub's own client takes in answers about repositories, in bytes and time."""
    from huggingface_hub import set_client_factory
    from huggingface_hub.utils import _http

    usual = _http._GLOBAL_CLIENT_FACTORY
    deadline = time.monotonic() + LISTING_SECONDS

    def factory() -> Any:
        client = usual()
        base = import_module(type(client).__module__.partition(".")[0]).SyncByteStream
        hooks = client.event_hooks
        check = _hook(base, deadline)
        client.event_hooks = {**hooks, "response": [*hooks.get("response", []), check]}
        client.headers["Accept-Encoding"] = "identity"
        client.timeout = TIMEOUT
        return client

    set_client_factory(factory)
    try:
        yield
    finally:
        set_client_factory(usual)


def _hook(base: type, deadline: float) -> Any:
    class Bounded(base):  # type: ignore[misc]
        def __init__(self, stream: Any) -> None:
            self._stream = stream

        def __iter__(self) -> Iterator[bytes]:
            size = 0
            for chunk in self._stream:
                size += len(chunk)
                if size > MAX_LISTING_BYTES:
                    raise _nonsense(f"a listing beyond {MAX_LISTING_BYTES / 1e6:.0f} MB")
                if time.monotonic() > deadline:
                    raise _too_slow()
                yield chunk

        def close(self) -> None:
            self._stream.close()

    def check(response: Any) -> None:
        if response.headers.get("content-encoding", "identity").lower() != "identity":
            raise _nonsense("a packed answer, unasked for")
        if "/api/" in response.request.url.path or not response.is_success:
            if time.monotonic() > deadline:
                raise _too_slow()
            response.stream = Bounded(response.stream)

    return check


def _too_slow() -> ModelError:
    return ModelError(
        f"the hub did not tell in {LISTING_SECONDS:.0f} seconds what it has",
        "Try again later.",
    )
