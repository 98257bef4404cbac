"""Compute what the cache does not have: once each, and only what may be kept is kept."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from summarize.cache.base import Cache
from summarize.cache.key import Key
from summarize.json_text import read_json

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Remembered(Generic[T]):
    """A value, and whether it came from the cache."""

    value: T
    hit: bool


@dataclass(frozen=True, slots=True)
class Codec(Generic[T]):
    """How a value becomes JSON and comes back; ``load`` may raise ``KeyError``, ``ValueError``."""

    dump: Callable[[T], Any]
    load: Callable[[Any], T]


def remember(
    cache: Cache,
    keys: Sequence[Key],
    compute: Callable[[list[int]], Iterable[Sequence[tuple[int, T]]]],
    codec: Codec[T],
    keep: Callable[[int, T], bool],
    ready: Callable[[Sequence[Remembered[T] | None]], None] = lambda _: None,
) -> list[Remembered[T]]:
    """One value for each key, in order.

    ``compute`` gets the positions of the keys that are missing, equal keys only once, and gives
    positions with their values, in groups in any order; each group is stored before the next one
    is asked for, so that nothing computed is lost. ``keep`` says whether the value at a position
    is fit to be stored. A stored value that cannot be read back counts as missing. ``ready`` gets
    what there is for each key whenever there is more, and ``None`` for the others.
    """
    digests = [key.digest() for key in keys]
    known: dict[str, Remembered[T]] = {}
    for digest, text in cache.get_many(list(dict.fromkeys(digests))).items():
        try:
            known[digest] = Remembered(codec.load(read_json(text)), hit=True)
        except (AttributeError, KeyError, TypeError, ValueError):
            continue
    first = {digest: i for i, digest in reversed(list(enumerate(digests))) if digest not in known}
    ready([known.get(digest) for digest in digests])
    for group in compute(sorted(first.values())) if first else ():
        known.update((digests[i], Remembered(value, hit=False)) for i, value in group)
        _store(cache, keys, {i: codec.dump(value) for i, value in group if keep(i, value)})
        ready([known.get(digest) for digest in digests])
    return [known[digest] for digest in digests]


def _store(cache: Cache, keys: Sequence[Key], values: Mapping[int, Any]) -> None:
    """Keep ``values``, JSON by the positions of their keys."""
    stages: dict[str, dict[str, str]] = {}
    for i, value in values.items():
        text = json.dumps(value, ensure_ascii=False)
        stages.setdefault(keys[i].stage, {})[keys[i].digest()] = text
    for stage, texts in stages.items():
        cache.put_many(stage, texts)
