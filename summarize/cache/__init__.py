"""Computed results, kept by content: see :mod:`summarize.cache.key` for what a result hangs on."""

from summarize.cache.base import Cache, NoCache, Tolerant, WriteOnly
from summarize.cache.key import Key, sha256
from summarize.cache.remember import Codec, Remembered, remember
from summarize.cache.store import Damage, Stats, Store

__all__ = [
    "Cache",
    "Codec",
    "Damage",
    "Key",
    "NoCache",
    "Remembered",
    "Stats",
    "Store",
    "Tolerant",
    "WriteOnly",
    "remember",
    "sha256",
]
