"""What people call the articles of a review: the names of their files, and no identifiers."""

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Final, Protocol

_ROOTS: Final = frozenset({"", "/", "."})


class Named(Protocol):
    """An article with its identifier and where it came from."""

    @property
    def id(self) -> str:
        """Its identifier."""

    @property
    def source(self) -> str:
        """A path, an address, or ``-``."""


def labels(articles: Iterable[Named]) -> dict[str, str]:
    """The label of each article, by its id: the name of its file, with folders only where needed.

    Two files of one name have as much of their path as tells them apart; what nothing tells apart
    has its id. No two labels are the same.
    """
    parts = {one.id: _parts(one.source) for one in articles}
    alike = Counter(parts.values())
    found: dict[str, str] = {}
    length = 1
    while left := [own for own in parts if own not in found]:
        tails = {own: "/".join(parts[own][-length:]) for own in left}
        often = Counter(tails.values()) + Counter(found.values())
        for own, tail in tails.items():
            whole = length >= len(parts[own])
            if (often[tail] == 1 or (whole and alike[parts[own]] == 1)) and tail not in parts:
                found[own] = tail
            elif whole:
                found[own] = own
        length += 1
    return {own: found[own] for own in parts}


def label_of_key(key: str, known: Mapping[str, str]) -> str:
    """The key of a segment, ``ARTICLE:k1``, with the label of its article in place of the id."""
    article, _, segment = key.rpartition(":")
    return f"{known.get(article, article)}:{segment}"


def article_named(name: str, articles: Iterable[Named]) -> str | None:
    """The id of the article with this id, label or source; ``None`` where it is none's, or several.

    An id comes first, then a label.
    """
    every = list(articles)
    if any(one.id == name for one in every):
        return name
    by_label = [own for own, label in labels(every).items() if label == name]
    by_source = [one.id for one in every if one.source == name]
    found = by_label or by_source
    return found[0] if len(found) == 1 else None


def _parts(source: str) -> tuple[str, ...]:
    """The parts of a path or address, the last one its name; a query stays with it."""
    kept = (part for part in PurePosixPath(source.replace("\\", "/")).parts if part not in _ROOTS)
    return tuple(kept) or (source,)
