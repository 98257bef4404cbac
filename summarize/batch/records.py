"""The frozen records of a batch: what goes in, what is known of it, and what became of it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

from summarize.articles.fetch import Fetched
from summarize.confidence import Level
from summarize.errors import SummarizeError
from summarize.feeds.address import Likely
from summarize.feeds.records import Item
from summarize.feeds.similar import Sketch
from summarize.records import Article


@dataclass(frozen=True, slots=True)
class Input:
    """Where one article is, before it is read.

    ``name`` tells it to people, as they named it; ``id`` identifies it however it was named, by
    its way from the output folder. ``stem`` is the place it would like below the
    output folder, ``full`` the same with its suffix, for when two inputs want one place. ``path``
    is ``None`` for URLs; ``span`` is offset and length in bytes of a line of JSON. ``feed`` says
    whether there may be a feed instead of an article; ``found`` is what a look there brought: an
    item of the feed, the page, or why there is neither. ``tries`` counts how often it was to be
    tried again.
    """

    name: str
    stem: str
    full: str
    path: Path | None = None
    span: tuple[int, int] | None = None
    id: str = ""
    feed: Likely = "no"
    found: Item | Fetched | SummarizeError | None = None
    tries: int = 0

    @property
    def item(self) -> Item | None:
        """The item of a feed that this is."""
        return self.found if isinstance(self.found, Item) else None


@dataclass(frozen=True, slots=True)
class Record:
    """What became of one input, as the journal keeps it.

    ``id`` and ``input`` are id and name of the input. ``key`` is a digest of its content and of all
    that steers the result; ``place`` is the path of its files below the output folder, without
    suffix; ``line`` the CRC-32 of its line in ``results.jsonl``. ``words`` counts those of the
    article, ``sentences`` those drafted,
    ``findings`` counts by ``check/severity``, ``levels`` those sentences by how likely they are
    usable. ``error`` is "" for a result; ``lasting`` marks an
    error that the same content would give again. ``same_as`` is the id of the input that tells the
    same story and has the files, "" for an input that has its own.
    """

    id: str
    input: str
    key: str
    sha256: str
    place: str
    line: int = 0
    files: tuple[str, ...] = ()
    words: int = 0
    sentences: int = 0
    findings: Mapping[str, int] = field(default_factory=dict)
    levels: Mapping[Level, int] = field(default_factory=dict)
    milliseconds: Mapping[str, float] = field(default_factory=dict)
    computed: bool = False
    error: str = ""
    hint: str = ""
    error_type: str = ""
    lasting: bool = False
    same_as: str = ""

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready form."""
        return asdict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Record":
        """Read the JSON form. Raises ``TypeError`` on unknown or missing fields, other types."""
        if not isinstance(data, Mapping) or not isinstance(data.get("files"), list):
            raise TypeError("it is no record")
        record = cls(**{**data, "files": tuple(data["files"])})
        if wrong := [name for name, kinds in _KINDS.items() if not _is(record, name, kinds)]:
            raise TypeError(f"{wrong[0]} is of another type")
        return record


_KINDS: Final[Mapping[str, type | tuple[type, ...]]] = {
    **dict.fromkeys(("id", "input", "key", "sha256", "place", "error", "hint"), str),
    **dict.fromkeys(("error_type", "same_as"), str),
    **dict.fromkeys(("line", "words", "sentences"), int),
    **dict.fromkeys(("findings", "levels", "milliseconds"), Mapping),
    **dict.fromkeys(("computed", "lasting"), bool),
}
"""Of the fields of a record as JSON has them; a journal is a file that anything may happen to."""


def _is(record: Record, name: str, kinds: type | tuple[type, ...]) -> bool:
    value = getattr(record, name)
    inner = value.values() if isinstance(value, Mapping) else ()
    return isinstance(value, kinds) and all(isinstance(one, int | float) for one in inner)


@dataclass(frozen=True, slots=True)
class Entry:
    """One input on its way: known from before, failed, or with an ``article`` to work on.

    ``same_as`` is the id of the input that tells the same story, "" for none; ``told`` is how an
    item of a feed tells its own.
    """

    source: Input
    place: str
    sha256: str = ""
    key: str = ""
    article: Article | None = None
    error: SummarizeError | None = None
    known: Record | None = None
    read_milliseconds: float = 0.0
    same_as: str = ""
    told: Sketch | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """Entries that go through the models together; ``idle`` when none waited behind them."""

    entries: tuple[Entry, ...]
    idle: bool = False

    @property
    def articles(self) -> list[Article]:
        """What is to be worked on, in order."""
        return [entry.article for entry in self.entries if entry.article is not None]
