"""The body of an HTTP answer, bounded in bytes and time, before and after unpacking.

HTTP libraries unpack whatever comes, several times over where the header says so: 3 kB of twofold
gzip become 4 GB in one step. Here the packed bytes are taken up to the limit, then unpacked up to
the limit.
"""

import time
import zlib
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import httpx

ACCEPTED: Final = "gzip, deflate"
"""For the header Accept-Encoding: what :func:`read_body` unpacks."""
MOST_CODINGS: Final = 2
"""Servers pack once; a proxy may pack once more."""
WBITS: Final = {"gzip": 31, "x-gzip": 31, "deflate": 15}
CHUNK: Final = 65_536


class BodyError(Exception):
    """The body is too large, too slow or cannot be unpacked; its text says which."""


class TooLargeError(BodyError):
    """The body has more bytes than wanted, packed or unpacked."""


class TooSlowError(BodyError):
    """The body did not come whole in time."""


def read_body(response: "httpx.Response", limit: int, deadline: float) -> bytes:
    """At most ``limit`` bytes of the streamed ``response``, unpacked, by ``deadline``.

    ``deadline`` is a time of ``time.monotonic``. Raises ``BodyError``, and what httpx raises.
    """
    data = bytearray()
    for chunk in response.iter_raw(CHUNK):
        data += chunk
        if len(data) > limit:
            raise TooLargeError("too many bytes")
        if time.monotonic() > deadline:
            raise TooSlowError("the whole transfer took too long")
    return unpacked(bytes(data), response.headers.get("content-encoding", ""), limit)


def unpacked(data: bytes, codings: str, limit: int) -> bytes:
    """``data`` without the content ``codings`` of its header. Raises ``BodyError``."""
    names = [name.strip().lower() for name in codings[:200].split(",")]
    names = [name for name in names if name not in ("", "identity")]
    if len(names) > MOST_CODINGS:
        raise BodyError(f"it is packed {len(names)} times over")
    for name in reversed(names):
        if name not in WBITS:
            raise BodyError(f"it is packed as {name[:20]!r}, which was not asked for")
        data = _unpacked_once(data, WBITS[name], limit)
    return data


def _unpacked_once(data: bytes, wbits: int, limit: int) -> bytes:
    try:
        found = zlib.decompressobj(wbits).decompress(data, limit + 1)
    except zlib.error as error:
        if wbits < 0 or wbits != WBITS["deflate"]:
            raise BodyError(f"its packing is damaged: {error}") from None
        return _unpacked_once(data, -wbits, limit)  # some servers send deflate without its header
    if len(found) > limit:
        raise TooLargeError("too many bytes once unpacked")
    return found
