"""Where the files of each article go: the place of its source, and never that of another."""

import hashlib
import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from summarize.articles.forms import SCHEME
from summarize.batch.held import FOLDER
from summarize.batch.records import Input
from summarize.output import ENDINGS, FormatName

# The folder of what is held back is nobody's own.
_OF_THE_BATCH = FOLDER + "/"
RESERVED = frozenset({"manifest", "report", "results"})
"""Files of the batch itself."""
LONGEST = 200
"""Bytes of one part of a path; file systems take 255, and suffixes follow."""
UNSAFE = re.compile(r"[^\w.-]+")


def safe_name(text: str) -> str:
    """``text`` as one part of a path on any file system; "" where nothing is left of it."""
    return UNSAFE.sub("_", text).strip("._")


def address_place(address: str) -> str:
    """The place that a page would like: its host and the parts of its path."""
    parts = SCHEME.sub("", address, count=1).split("/")
    return "/".join(filter(None, map(safe_name, parts))) or "page"


def file_name(place: str, format_name: FormatName) -> str:
    """The path, below the output folder, of the file in one format."""
    return f"{place}.{ENDINGS.get(format_name, format_name)}"


def readable(name: str) -> str:
    """``name`` with the bytes in it that are no UTF-8, as old file names have, written out."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


class Places:
    """Gives every input a place of its own below the output folder.

    ``known`` has the places of earlier runs by the id of the input: these stay. Two new inputs
    that want one place both keep their suffix in it (``a.txt``, ``a.html``). Places that differ
    only in case or normal form are the same to some file systems, so they are here.
    """

    def __init__(self, known: Mapping[str, str]) -> None:
        self._known = dict(known)
        self._taken = {_folded(place) for place in known.values()} | RESERVED

    def assign(self, inputs: Sequence[Input]) -> list[str]:
        """The place of each input, in order."""
        new = [one for one in inputs if one.id not in self._known]
        wanted = Counter(_folded(_bounded(one.stem)) for one in new)
        for one in new:
            stem = _bounded(one.stem)
            alone = wanted[_folded(stem)] == 1 and _folded(stem) not in self._taken
            place = stem if alone else self._free(_bounded(one.full))
            self._known[one.id] = place
            self._taken.add(_folded(place))
        return [self._known[one.id] for one in inputs]

    def _free(self, place: str) -> str:
        names = itertools.chain([place], (f"{place}-{n}" for n in itertools.count(2)))
        return next(name for name in names if _folded(name) not in self._taken)


def _folded(place: str) -> str:
    return unicodedata.normalize("NFC", place).casefold()


def _bounded(place: str) -> str:
    clipped = "/".join(map(_clipped, PurePosixPath(place).parts))
    return f"_{clipped}" if _folded(clipped).startswith(_OF_THE_BATCH) else clipped


def _clipped(part: str) -> str:
    """``part``, cut where it is too long for a file name and told apart by a digest."""
    data = part.encode("utf-8")
    if len(data) <= LONGEST:
        return part
    digest = hashlib.sha256(data).hexdigest()[:12]
    return f"{data[: LONGEST - 13].decode('utf-8', 'ignore')}-{digest}"
