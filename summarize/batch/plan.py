"""Which articles a batch has: those of a folder, a pattern, a list, JSON lines, or files named."""

import glob
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatch
from pathlib import Path, PurePosixPath

from summarize.articles.formats import FORMATS
from summarize.articles.forms import is_address
from summarize.articles.private import without_login
from summarize.batch.jsonl import json_lines
from summarize.batch.names import address_place, readable
from summarize.batch.records import Input
from summarize.errors import UsageError
from summarize.feeds.address import likely, without_prefix

JSON_LINES = frozenset({".jsonl", ".ndjson"})
LIST = ".txt"
OWNER_FILE = "~$"
"""How the names of Word's notes of who has a file open begin."""
UNSEEN = (".", OWNER_FILE)
"""How names of files begin that are no articles."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which of the inputs found are taken: shell patterns against name or path, and how many.

    ``outside`` is the folder of the results, which are no articles; ``limit`` 0 means all.
    """

    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    limit: int = 0
    outside: Path | None = None

    def takes(self, relative: str, usual: bool) -> bool:
        """Whether the input at ``relative`` is taken; ``usual`` says so where nothing is asked."""
        wanted = _matches(relative, self.include) if self.include else usual
        return wanted and not _matches(relative, self.exclude)


def find_inputs(sources: Sequence[str], selection: Selection) -> list[Input]:
    """The inputs that ``sources`` name, in order, each once.

    A single text file is a list of articles, one path or URL a line; among several, every file is
    an article, as a shell expands ``*.txt``. Raises ``UsageError`` where a source does not exist.
    """
    if _is_list(sources):
        found = _listed(Path(sources[0]), selection)
    else:
        found = _named(sources, selection)
    base = _absolute(str(selection.outside or ""))
    unique = {one.id: one for one in (_identified(one, base) for one in found)}
    return list(unique.values())[: selection.limit or None]


def can_watch(sources: Sequence[str]) -> bool:
    """Whether something new may arrive at all of ``sources``: folders, patterns, addresses.

    A list may be watched if it has addresses. Whether there is a feed at an address shows only
    when it is looked at.
    """
    if _is_list(sources):
        return any(map(_is_address, _entries(Path(sources[0]))))
    return all(Path(one).is_dir() or _is_pattern(one) or _is_address(one) for one in sources)


def has_addresses(sources: Sequence[str]) -> bool:
    """Whether there are only addresses among ``sources``, or one list with an address in it."""
    return can_watch(sources) and (_is_list(sources) or all(map(_is_address, sources)))


def _is_list(sources: Sequence[str]) -> bool:
    path = Path(sources[0])
    return len(sources) == 1 and path.suffix.lower() == LIST and path.is_file()


def _named(sources: Sequence[str], selection: Selection) -> Iterator[Input]:
    """Inputs of each source; those that are single files are placed by what they have in common."""
    singles = [source for source in sources if not _holds_many(source)]
    places = dict(zip(singles, _together(singles, selection), strict=True))
    for source in sources:
        path = Path(source)
        if path.is_dir():
            yield from _in_folder(path, selection)
        elif path.suffix.lower() in JSON_LINES and path.is_file():
            yield from (one for one in json_lines(path) if selection.takes(one.full, usual=True))
        elif source in places:
            if one := places[source]:
                yield one
        else:
            yield from filter(
                None, _together(_expanded(source, selection), selection, _fixed(source))
            )


def _holds_many(source: str) -> bool:
    """Whether ``source`` is a folder, JSON lines or a pattern; raises ``UsageError`` if nothing."""
    path = Path(source)
    if _is_address(source) or (path.is_file() and path.suffix.lower() not in JSON_LINES):
        return False
    if path.is_dir() or path.is_file() or _is_pattern(source):
        return True
    if os.path.lexists(path):
        return False
    raise UsageError(
        f"there is no {source}",
        "Name a folder, files, a pattern, a feed, a list (.txt) or JSON lines.",
    )


def _in_folder(root: Path, selection: Selection) -> Iterator[Input]:
    """Articles below ``root``, sorted; hidden files, the results and other formats left out."""
    outside = selection.outside.resolve() if selection.outside else None
    closed: list[str] = []
    for folder, folders, files in os.walk(root, onerror=lambda e: closed.append(str(e.filename))):
        here = Path(folder)
        folders[:] = sorted(
            name for name in folders if name[0] != "." and (here / name).resolve() != outside
        )
        for name in sorted(files):
            path = here / name
            usual = path.suffix.lower() in FORMATS
            relative = path.relative_to(root).as_posix()
            if not name.startswith(UNSEEN) and selection.takes(relative, usual):
                yield _file(path, relative)
    for name in closed:  # reading it as an article tells why it cannot be read
        yield _file(Path(name), Path(name).relative_to(root).as_posix())


def _listed(path: Path, selection: Selection) -> Iterator[Input]:
    """Articles of a list, found from its folder or from the current one."""
    places = [_from_list(entry, path.parent) for entry in _entries(path)]
    if not any(_is_address(place) or os.path.lexists(place) for place in places):
        raise UsageError(
            f"{path} was taken for a list of articles, one path or URL a line, and names none",
            f"To summarise it as an article: summarize {path}",
        )
    return filter(None, _together(places, selection, listed=True))


def _entries(path: Path) -> list[str]:
    """The lines of a list that name something. Raises ``UsageError``."""
    try:
        lines = [line.strip() for line in path.read_text("utf-8-sig").splitlines()]
    except (OSError, ValueError) as error:
        raise UsageError(f"{path} cannot be read as a list: {error}", "Save it as UTF-8.") from None
    return [line for line in lines if line and not line.startswith("#")]


def _from_list(entry: str, folder: Path) -> str:
    if _is_address(entry):
        return entry
    beside = folder / entry
    return str(beside) if os.path.lexists(beside) or not os.path.lexists(entry) else entry


def _together(
    places: Sequence[str],
    selection: Selection,
    base: Path | None = None,
    *,
    listed: bool = False,
) -> list[Input | None]:
    """An input for each place (``None`` if not selected), below ``base`` or what all share.

    What may be a feed is selected for now: the patterns are for its items.
    """
    paths = {place: _absolute(place) for place in places if not _is_address(place)}
    root = base or _common(path.parent for path in paths.values())
    inputs = [
        _file(Path(place), _below(paths[place], root))
        if place in paths
        else _url(place, listed=listed)
        for place in places
    ]
    return [
        one if one.feed != "no" or selection.takes(one.full, usual=True) else None for one in inputs
    ]


def _absolute(place: str) -> Path:
    return Path(os.path.abspath(place))  # noqa: PTH100  (resolve would follow links)


def _expanded(pattern: str, selection: Selection) -> list[str]:
    """The files that match ``pattern``, sorted, the results left out."""
    outside = _absolute(str(selection.outside)) if selection.outside else None
    found = glob.glob(pattern, recursive=True)  # noqa: PTH207  (Path.glob takes no absolute ones)
    return [
        place
        for place in sorted(found)
        if not Path(place).is_dir() and outside not in _absolute(place).parents
        if not Path(place).name.startswith(OWNER_FILE)
    ]


def _is_pattern(source: str) -> bool:
    return glob.has_magic(source) and not _is_address(source)


def _fixed(pattern: str) -> Path:
    """The folder that all matches of ``pattern`` are below."""
    parts = _absolute(pattern).parts
    magic = next(i for i, part in enumerate(parts) if glob.has_magic(part))
    return Path(*parts[:magic])


def _common(folders: Iterable[Path]) -> Path:
    found = list(map(str, folders))
    return Path(os.path.commonpath(found)) if found else Path()


def _below(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()


def _file(path: Path, relative: str) -> Input:
    full = readable(relative)
    stem = PurePosixPath(full).with_suffix("").as_posix()
    return Input(name=readable(str(path)), stem=stem, full=full, path=path)


def _identified(source: Input, base: Path) -> Input:
    """``source`` with an id that stays when the program runs elsewhere or all folders move."""
    if source.path is None:
        return replace(source, id=source.name)
    inside = source.name.removeprefix(readable(str(source.path)))
    return replace(source, id=readable(os.path.relpath(source.path, base)) + inside)


def _url(source: str, *, listed: bool) -> Input:
    """An address; where it is one of few, looking whether it is a feed costs little."""
    address, feed = without_prefix(source), likely(source)
    if (shown := without_login(address)) != address:
        raise UsageError(
            f"{shown} was given with a user or password, and a batch records its addresses",
            "Leave them out, or save the page as .html and give that file.",
        )
    place = address_place(address)
    return Input(address, place, place, feed="maybe" if feed == "no" and not listed else feed)


def _is_address(source: str) -> bool:
    return is_address(without_prefix(source))


def _matches(relative: str, patterns: Iterable[str]) -> bool:
    name = PurePosixPath(relative).name
    return any(fnmatch(name, pattern) or fnmatch(relative, pattern) for pattern in patterns)
