"""What the pipeline needs of a cache, and the cache that keeps nothing."""

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from summarize.errors import CacheError


class Cache(Protocol):
    """Text values under the digests of :class:`summarize.cache.key.Key`."""

    def get_many(self, digests: Sequence[str]) -> dict[str, str]:
        """The values that are there; missing digests are left out."""

    def put_many(self, stage: str, values: Mapping[str, str]) -> None:
        """Keep ``values`` (digest to value), all or none."""


class NoCache:
    """Neither reads nor writes: ``--no-cache``, and when the cache folder cannot be used."""

    def get_many(self, digests: Sequence[str]) -> dict[str, str]:
        """Return nothing."""
        return {}

    def put_many(self, stage: str, values: Mapping[str, str]) -> None:
        """Keep nothing."""


class WriteOnly:
    """Reads nothing and rewrites what it is given: ``--refresh``."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    def get_many(self, digests: Sequence[str]) -> dict[str, str]:
        """Return nothing, so that everything is computed again."""
        return {}

    def put_many(self, stage: str, values: Mapping[str, str]) -> None:
        """Keep ``values`` in the cache behind."""
        self._cache.put_many(stage, values)


class Tolerant:
    """Lets work go on without the cache behind it once that refuses, and says so once."""

    def __init__(self, cache: Cache, notify: Callable[[str], None]) -> None:
        self._cache = cache
        self._notify = notify

    def get_many(self, digests: Sequence[str]) -> dict[str, str]:
        """Read from the cache behind, or nothing once it has refused."""
        try:
            return self._cache.get_many(digests)
        except CacheError as error:
            self._give_up(error)
            return {}

    def put_many(self, stage: str, values: Mapping[str, str]) -> None:
        """Write to the cache behind, or nothing once it has refused."""
        try:
            self._cache.put_many(stage, values)
        except CacheError as error:
            self._give_up(error)

    def _give_up(self, error: CacheError) -> None:
        self._notify(f"{error.message}\nGoing on without a cache. {error.hint}")
        self._cache = NoCache()
