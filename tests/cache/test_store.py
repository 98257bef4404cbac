"""The store keeps, forgets the oldest, and survives damage and company."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from summarize.cache import Store
from summarize.errors import CacheError


@pytest.fixture
def notices() -> list[str]:
    return []


@pytest.fixture
def store(tmp_path: Path, notices: list[str]) -> Store:
    return Store(tmp_path, notify=notices.append)


def corrupt_value(store: Store, digest: str) -> None:
    store.close()
    with closing(sqlite3.connect(store.path)) as db, db:
        db.execute("UPDATE entries SET value = 'altered' WHERE digest = ?", (digest,))


def test_gives_back_what_was_put(store: Store) -> None:
    store.put_many("segment", {"a": "ខ្មែរ", "b": ""})
    assert store.get_many(["a", "b", "c"]) == {"a": "ខ្មែរ", "b": ""}


def test_putting_again_replaces(store: Store) -> None:
    store.put_many("segment", {"a": "old"})
    store.put_many("segment", {"a": "new"})
    assert store.get_many(["a"]) == {"a": "new"}


def test_more_digests_than_one_statement_takes(store: Store) -> None:
    values = {str(n): str(n) for n in range(1201)}
    store.put_many("segment", values)
    assert store.get_many(list(values)) == values


def test_reading_an_absent_cache_makes_no_file(store: Store) -> None:
    assert store.get_many(["a"]) == {}
    assert not store.path.exists()


def test_another_store_on_the_same_folder_sees_the_values(store: Store, tmp_path: Path) -> None:
    store.put_many("summary", {"a": "1"})
    assert Store(tmp_path).get_many(["a"]) == {"a": "1"}


def test_stats_count_by_stage(store: Store) -> None:
    store.put_many("summary", {"a": "1"})
    store.put_many("segment", {"b": "1", "c": "2"})
    stats = store.stats()
    assert stats.entries == {"segment": 2, "summary": 1}
    assert stats.size > 0


def test_clear_removes_everything_and_says_how_much(store: Store) -> None:
    store.put_many("summary", {"a": "1", "b": "2"})
    assert store.clear() == 2
    assert store.get_many(["a", "b"]) == {}


def test_growing_over_the_limit_forgets_the_least_recently_used(tmp_path: Path) -> None:
    store = Store(tmp_path, limit=200_000)
    store.put_many("segment", {"old": "x" * 50_000})
    store.put_many("segment", {"kept": "x" * 50_000})
    with closing(sqlite3.connect(store.path)) as db, db:  # make both look long unused
        db.execute("UPDATE entries SET used = CASE digest WHEN 'old' THEN 1 ELSE 2 END")
    assert store.get_many(["old"])
    store.put_many("segment", {"new1": "x" * 50_000, "new2": "x" * 50_000})
    assert set(store.get_many(["old", "kept", "new1", "new2"])) == {"old", "new1", "new2"}


def test_prune_to_almost_nothing_removes_all(store: Store) -> None:
    store.put_many("segment", {str(n): "x" * 1000 for n in range(100)})
    assert store.prune(1) == 100


def test_prune_within_the_limit_removes_nothing(store: Store) -> None:
    store.put_many("segment", {"a": "x"})
    assert store.prune() == 0


def test_a_value_that_no_longer_matches_its_checksum_counts_as_missing(store: Store) -> None:
    store.put_many("segment", {"a": "1", "b": "2"})
    corrupt_value(store, "a")
    assert store.get_many(["a", "b"]) == {"b": "2"}


def test_verify_removes_and_reports_damaged_values(store: Store) -> None:
    store.put_many("segment", {"a": "1", "b": "2"})
    corrupt_value(store, "a")
    assert [damage.digest for damage in store.verify()] == ["a"]
    assert store.verify() == []
    assert store.get_many(["b"]) == {"b": "2"}


def test_a_file_that_is_no_database_is_set_aside_and_reported(
    store: Store, notices: list[str]
) -> None:
    store.path.write_bytes(b"not a database, certainly not" * 100)
    assert store.get_many(["a"]) == {}
    store.put_many("segment", {"a": "1"})
    assert store.get_many(["a"]) == {"a": "1"}
    assert store.path.with_name("results.sqlite.broken-1").exists()
    assert "damaged" in notices[0]


def test_a_torn_page_is_set_aside_and_reported(store: Store, notices: list[str]) -> None:
    store.put_many("segment", {str(n): "x" * 5000 for n in range(50)})
    with closing(sqlite3.connect(store.path)) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    store.close()
    content = bytearray(store.path.read_bytes())
    content[4096 : len(content) // 2] = b"\xff" * (len(content) // 2 - 4096)
    store.path.write_bytes(content)
    assert store.get_many(["1"]) == {}
    assert "damaged" in notices[0]
    store.put_many("segment", {"1": "again"})
    assert store.get_many(["1"]) == {"1": "again"}


def alter(store: Store, *statements: str) -> None:
    """What another program, or a disk, does to the file."""
    store.close()
    with closing(sqlite3.connect(store.path)) as db, db:
        for statement in statements:
            db.execute(statement)


@pytest.mark.parametrize(
    "change",
    [
        "value = x'ff00'",
        "value = CAST(x'ff00' AS TEXT)",
        "value = CAST(value AS BLOB)",
        "value = 5",
        "checksum = 'many'",
        "checksum = x'00'",
        "checksum = 1.5",
        "stage = x'ff', value = x'ff'",
        "digest = x'ff', value = 7",
    ],
)
def test_a_row_of_another_type_is_left_out_and_healed(store: Store, change: str) -> None:
    store.put_many("segment", {"a": "1", "b": "2"})
    alter(store, f"UPDATE entries SET {change} WHERE digest = 'a'")
    assert store.get_many(["a", "b"]) == {"b": "2"}
    assert sum(store.stats().entries.values()) == 2
    assert len(store.verify()) == 1
    store.put_many("segment", {"a": "1"})
    assert store.get_many(["a", "b"]) == {"a": "1", "b": "2"}
    assert store.verify() == []


@pytest.mark.parametrize("change", ["used = 'long ago'", "used = x'00'", "used = 1e400"])
def test_a_time_of_use_that_is_none_harms_nothing(store: Store, change: str) -> None:
    store.put_many("segment", {"a": "1"})
    alter(store, f"UPDATE entries SET {change}")
    assert store.get_many(["a"]) == {"a": "1"}
    assert store.prune(0) == 1


@pytest.mark.parametrize(
    "statements",
    [
        ["DROP TABLE entries"],
        ["DROP TABLE entries", "CREATE TABLE entries (digest TEXT PRIMARY KEY, other)"],
        ["ALTER TABLE entries RENAME COLUMN used TO seen"],
        ["ALTER TABLE entries RENAME TO others", "CREATE VIEW entries AS SELECT * FROM others"],
        ["CREATE TRIGGER t AFTER INSERT ON entries BEGIN DELETE FROM entries; END"],
        ["DROP TABLE entries", "CREATE TABLE entries (digest, stage, value, checksum, used)"],
    ],
)
@pytest.mark.parametrize("mode", ["wal", "delete"])
def test_tables_of_another_program_are_set_aside_and_reported(
    store: Store, notices: list[str], statements: list[str], mode: str
) -> None:
    store.put_many("segment", {"a": "1"})
    alter(store, *statements, f"PRAGMA journal_mode = {mode}")
    assert store.get_many(["a"]) == {}
    store.put_many("segment", {"a": "1"})
    assert store.get_many(["a"]) == {"a": "1"}
    whole = mode == "delete" and statements == ["DROP TABLE entries"]  # an empty file is taken on
    assert store.path.with_name("results.sqlite.broken-1").exists() is not whole
    assert whole or "not those of this program" in notices[0]


def test_a_folder_that_cannot_be_made_is_an_error_with_a_hint(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(CacheError, match="cannot be used") as caught:
        Store(tmp_path / "file" / "cache").put_many("segment", {"a": "1"})
    assert "--no-cache" in caught.value.hint


WRITER = """
import sys
from pathlib import Path
from summarize.cache import Store
store = Store(Path(sys.argv[1]))
for n in range(40):
    store.put_many("segment", {f"{sys.argv[2]}-{n}": "x" * 100})
"""


def test_many_processes_write_at_once_and_lose_nothing(tmp_path: Path) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path), str(n)]) for n in range(4)
    ]
    assert [writer.wait() for writer in writers] == [0, 0, 0, 0]
    assert Store(tmp_path).stats().entries == {"segment": 160}


def test_a_writer_that_is_killed_leaves_a_sound_store(tmp_path: Path) -> None:
    endless = WRITER.replace("range(40)", "iter(int, 1)").replace("-{n}", "")
    writer = subprocess.Popen([sys.executable, "-c", endless, str(tmp_path), "0"])
    while not Store(tmp_path).get_many(["0"]):
        assert writer.poll() is None
    writer.kill()
    writer.wait()
    assert Store(tmp_path).verify() == []
    assert Store(tmp_path).get_many(["0"]) == {"0": "x" * 100}
