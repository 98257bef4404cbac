"""Compute what the cache does not have: once each, and only what may be kept is kept."""

import json
from collections.abc import Callable, Sequence
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
    compute: Callable[[list[int]], Sequence[T]],
    codec: Codec[T],
    keep: Callable[[int, T], bool],
) -> list[Remembered[T]]:
    """One value for each key, in order.

    ``compute`` gets the positions of the keys that are missing, equal keys only once, and answers
    in their order; ``keep`` says whether the value at a position is fit to be stored. A stored
    value that cannot be read back counts as missing.
    """
    digests = [key.digest() for key in keys]
    known: dict[str, Remembered[T]] = {}
    for digest, text in cache.get_many(list(dict.fromkeys(digests))).items():
        try:
            known[digest] = Remembered(codec.load(read_json(text)), hit=True)
        except (AttributeError, KeyError, TypeError, ValueError):
            continue
    first = {digest: i for i, digest in reversed(list(enumerate(digests))) if digest not in known}
    missing = sorted(first.values())
    fresh = dict(zip(missing, compute(missing), strict=True)) if missing else {}
    stages: dict[str, dict[str, str]] = {}
    for i, value in fresh.items():
        known[digests[i]] = Remembered(value, hit=False)
        if keep(i, value):
            text = json.dumps(codec.dump(value), ensure_ascii=False)
            stages.setdefault(keys[i].stage, {})[digests[i]] = text
    for stage, values in stages.items():
        cache.put_many(stage, values)
    return [known[digest] for digest in digests]
