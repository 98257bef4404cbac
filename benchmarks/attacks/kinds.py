"""The kinds of hostile cases: each makes one by chance, tries it, and raises where it did not hold.

What holds: an answer, or an error of the program that says what is wrong; never another exception,
and never other work than was kept.
"""

import json
import os
import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing, suppress
from functools import cache
from pathlib import Path
from random import Random
from typing import Final

from benchmarks.attacks.chance import Kind, scraps, stirred
from benchmarks.attacks.files import FILES
from benchmarks.odd_inputs import ODD_INPUTS
from summarize.articles.read import article_from_file
from summarize.batch.journal import JOURNAL, RESULTS, STATE, Journal, checksum
from summarize.batch.records import Record
from summarize.cache import Store
from summarize.checks import check_pair
from summarize.errors import SummarizeError
from summarize.memory import Entry, Memory
from summarize.review.formats import READERS, read_file
from summarize.settings import setting_types, survey
from summarize.trust import asks_first

PAGE: Final = 4096


def article(chance: Random, _: Path, size: int) -> None:
    """A page or file that has too much of something, cut and stirred."""
    name, make = ODD_INPUTS[chance.choice(sorted(ODD_INPUTS))]
    data = stirred(chance, make(chance.randint(1, size)))
    article_from_file(data[:size], name, force=True)


def largest(name: str) -> Kind:
    """The page or file called ``name`` in ``ODD_INPUTS``, as large as it may be."""
    file, make = ODD_INPUTS[name]
    return lambda _chance, _folder, size: article_from_file(make(size)[:size], file, force=True)


def exchange(chance: Random, _: Path, size: int) -> None:
    """A file of a translator's tool that is none."""
    read_file(scraps(chance, size).encode(), f"a{chance.choice(sorted(READERS))}")


def numbers(chance: Random, _: Path, size: int) -> None:
    """Text for the checks of numbers, quantities, dates and names."""
    bound = min(size, 10_000)  # what the review page takes
    check_pair(scraps(chance, bound), scraps(chance, bound))


def settings(chance: Random, folder: Path, size: int) -> None:
    """A ``summarize.toml``: what it sets that is the user's may not be in force."""
    values = ("true", "5", '"x"', "[]", '["x"]', "{}", "inf", '"../x"', '"server:x"')
    names = (*setting_types(), "server_key", "x")
    picked = chance.sample(names, chance.randint(1, 4))
    lines = [f"{name} = {chance.choice(values)}" for name in picked]
    if chance.random() < 0.3:
        lines.append(scraps(chance, min(size, 2000)))
    (folder / "summarize.toml").write_text("\n".join(lines), "utf-8")
    found = survey({}, {}, folder)
    usual = survey({}, {}, folder / "none").settings
    for name in setting_types():
        value = getattr(found.own, name)
        if value != getattr(usual, name) and asks_first(name, value, folder):
            raise AssertionError(f"{name} is in force as {value!r}")


def journal(chance: Random, folder: Path, size: int) -> None:
    """A line of anything between the records of a batch: they stay."""
    shutil.copytree(_batch(), folder, dirs_exist_ok=True)
    path = folder / STATE / JOURNAL
    lines = path.read_bytes().splitlines(keepends=True)
    broken = scraps(chance, size).replace("\n", "")
    if chance.random() < 0.5:
        data = json.loads(lines[0])
        data["id"], data[chance.choice(sorted(data))] = "x", chance.choice([5, [], {}, None, "x"])
        broken = json.dumps(data)
    lines.insert(chance.randint(0, len(lines)), broken.encode() + b"\n")
    path.write_bytes(b"".join(lines))
    opened = Journal(folder)
    opened.open()
    opened.close()
    _require({"a", "b", "c"} <= set(opened.records), "a record was lost")


def cache_row(chance: Random, folder: Path, _: int) -> None:
    """A row of another type: left out or as it was, and healed."""
    store = Store(folder, notify=lambda _message: None)
    store.put_many("stage", {"a": "1", "b": "2"})
    store.close()
    column = chance.choice(("digest", "stage", "value", "checksum", "used"))
    value = chance.choice((5, 1.5, b"\xff", "x", "\0", 2**40, b"", ""))
    with closing(sqlite3.connect(store.path)) as db, db:
        db.execute(f"UPDATE entries SET {column} = ? WHERE digest = 'a'", (value,))  # noqa: S608
    found = store.get_many(["a", "b"])
    store.verify()
    store.put_many("stage", {"a": "1"})
    healed = store.get_many(["a", "b"])
    store.close()
    _require(found.get("a", "1") == "1", "another value was believed")
    _require(healed == {"a": "1", "b": "2"}, "it was not healed")


def memory(chance: Random, folder: Path, _: int) -> None:
    """A memory that is emptied, cut, or has a page zeroed: told, or all is there."""
    whole = _memory()
    shutil.copytree(whole.parent, folder, dirs_exist_ok=True)
    path = folder / whole.name
    _damage(chance, path)
    damaged = Memory(path)
    try:
        damaged.examine()
        kept = damaged.entries()
    finally:
        damaged.close()
    _require(len(kept) == ENTRIES, f"{len(kept)} of {ENTRIES} sentences, and nothing was told")


def memory_log(chance: Random, folder: Path, _: int) -> None:
    """A log of which a page is zeroed, or the end is cut off, after a crash."""
    whole = _memory(killed=True)
    shutil.copytree(whole.parent, folder, dirs_exist_ok=True)
    path = folder / whole.name
    _damage(chance, path.with_name(f"{path.name}-wal"))
    damaged = Memory(path)
    try:
        kept = damaged.entries()
    finally:
        damaged.close()
    _require(len(kept) == ENTRIES, f"{len(kept)} of {ENTRIES} sentences, and nothing was told")


KINDS: Final[Mapping[str, Kind]] = {
    "articles": article,
    "exchange files": exchange,
    "numbers and names": numbers,
    "settings of a folder": settings,
    "journals": journal,
    "cache rows": cache_row,
    "damaged memories": memory,
    "damaged logs": memory_log,
    **FILES,
}
ENTRIES: Final = 120


def held(kind: Kind, chance: Random, folder: Path, size: int) -> str:
    """Try one case; "" where it held, else what happened."""
    try:
        with suppress(SummarizeError):
            kind(chance, folder, size)
    except Exception as error:  # whatever it is, that is the finding
        return f"{type(error).__name__}: {error}"[:200]
    return ""


def _damage(chance: Random, path: Path) -> None:
    size = path.stat().st_size
    way = chance.choice(("empty", "cut", "zero", "zero", "end"))
    if way == "zero":
        with path.open("r+b") as file:
            file.seek(chance.randrange(size // PAGE) * PAGE)
            file.write(bytes(PAGE))
    else:
        os.truncate(path, {"empty": 0, "cut": chance.randrange(size), "end": size - 500}[way])


@cache
def _folder() -> Path:
    import atexit
    import tempfile

    path = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, path, ignore_errors=True)
    return path


@cache
def _memory(killed: bool = False) -> Path:
    """A memory closed in order, or as a killed process leaves it."""
    path = _folder() / f"memory-{killed}" / "memory.sqlite"
    made = Memory(path)
    for number in range(3):
        made.add(
            Entry(f"Sentence {n} of {number}.", f"ប្រយោគ {n}", "", "", "a")
            for n in range(ENTRIES // 3)
        )
    if not killed:
        made.close()
        return path
    left = path.parent / "killed"
    left.mkdir()
    for file in path.parent.iterdir():
        if file.is_file() and not file.name.endswith("-shm"):
            shutil.copy2(file, left / file.name)
    made.close()
    return left / path.name


@cache
def _batch() -> Path:
    folder = _folder() / "batch"
    folder.mkdir()
    written = Journal(folder)
    written.open()
    for name in "abc":
        line = json.dumps({"input": name}).encode() + b"\n"
        written.append([(line, Record(name, name, "key", "sha", name, checksum(line)))])
    written.close()
    _require((folder / RESULTS).stat().st_size > 0, "nothing was written")
    return folder


def _require(sound: bool, told: str) -> None:
    if not sound:
        raise AssertionError(told)
