"""Translated files, kept in memory for a while until they are fetched, and never on a disk."""

import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

SECONDS: Final = 1_800.0
"""How long a file can be fetched."""
MOST: Final = 20
MOST_BYTES: Final = 50_000_000
"""Of all files together; the oldest gives way."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One file, and when it came."""

    name: str
    data: bytes
    at: float


class Files:
    """Files by a name that nobody can guess."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._kept: OrderedDict[str, Kept] = OrderedDict()

    def put(self, name: str, data: bytes) -> str:
        """Keep ``data`` under a new key, the last part of an address."""
        key = f"{secrets.token_urlsafe(24)}.{name.rpartition('.')[2]}"
        self._kept[key] = Kept(name, data, self._clock())
        self._forget()
        while len(self._kept) > MOST or self._size() > MOST_BYTES:
            self._kept.popitem(last=False)
        return key

    def get(self, key: str) -> Kept | None:
        """What was put under ``key``, unless it is gone."""
        self._forget()
        return self._kept.get(key)

    def _size(self) -> int:
        return sum(len(one.data) for one in self._kept.values())

    def _forget(self) -> None:
        now = self._clock()
        for key in [key for key, one in self._kept.items() if now - one.at > SECONDS]:
            del self._kept[key]
