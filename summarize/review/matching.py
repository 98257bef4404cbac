"""Which segment of a review a row of a file is of, where a tool or a person has taken its id."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from summarize.khmer.entered import entered
from summarize.review.formats.records import Imported
from summarize.review.records import Reviewed

_SHOWN: Final = 60
"""Characters of a sentence by which people recognise it."""


class Segments:
    """The segments of a review as a row of a file finds them: by id, else by their English.

    An id that names an article (``ARTICLE:k1``) must be the right one: another article may have the
    same English.
    """

    def __init__(self, segments: Iterable[Reviewed]) -> None:
        self._by_key = dict[str, Reviewed]()
        self._by_english = defaultdict[str, list[Reviewed]](list)
        for one in segments:
            self._by_key[one.key] = one
            self._by_english[one.source_sha256].append(one)
            self._by_english[plain(one.source)].append(one)

    def find(self, row: Imported) -> Reviewed | str:
        """The segment that ``row`` is of, or why there is none."""
        if has_id(row):
            return self._by_key.get(row.key, "there is no such segment in this review")
        found = self._by_english.get(row.sha256) or self._by_english.get(plain(row.source), [])
        return found[0] if len(found) == 1 else _unmatched(row, found)


def has_id(row: Imported) -> bool:
    """Whether ``row`` says itself which segment it is of; tools may have numbered it anew."""
    return ":" in row.key


def same_source(row: Imported, now: Reviewed) -> bool:
    """Whether ``row`` was made for the English of now; how a tool writes spaces does not count."""
    if row.sha256 and row.sha256 != now.source_sha256:
        return False
    if row.source:
        return plain(row.source) == plain(now.source)
    return bool(row.sha256)


def plain(text: str) -> str:
    """``text`` as it is compared: normalised, without its spaces."""
    return "".join(entered(text).split())


def _unmatched(row: Imported, found: Sequence[Reviewed]) -> str:
    shown = row.source.strip() or row.target.strip()
    named = f"“{shown[:_SHOWN]}…”" if len(shown) > _SHOWN else f"“{shown}”"
    if not found:
        return f"it has lost its id, and no segment of the review has its English: {named}"
    return f"it has lost its id, and {len(found)} segments have its English, {named}"
