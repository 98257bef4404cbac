"""Files of one person are theirs alone, whatever the umask; results and shared files are not."""

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from summarize.cache.store import Store
from summarize.checks import Context
from summarize.cli.deliver import write_atomically
from summarize.cli.terms import take
from summarize.glossary.records import Term
from summarize.memory import Memory
from summarize.review.store import ReviewStore

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="rights are inherited there")


@pytest.fixture(autouse=True)
def _open_to_all() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


def rights(folder: Path) -> dict[str, int]:
    return {path.name: stat.S_IMODE(path.stat().st_mode) for path in [folder, *folder.rglob("*")]}


def test_databases_are_for_their_owner_alone(tmp_path: Path) -> None:
    home = tmp_path / "a" / "b"
    memory = Memory(home / "memory.sqlite")
    memory.stats()
    store = ReviewStore(home / "review.sqlite", Context(), memory.learn)
    store.segments("x")
    cache = Store(home / "cache")
    cache.put_many("stage", {"a" * 64: "value"})
    found = rights(tmp_path / "a")
    for one in (memory, store, cache):
        one.close()
    assert {found[name] for name in ("a", "b", "cache")} == {0o700}
    files = {name: mode for name, mode in found.items() if "sqlite" in name and "lock" not in name}
    assert len(files) >= 3
    assert set(files.values()) == {0o600}


def test_a_new_glossary_is_for_its_owner_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "own" / "terms.tsv"
    monkeypatch.setenv("SUMMARIZE_GLOSSARY", str(path))
    take([Term("first", "ទីមួយ")])
    assert (rights(path.parent)["own"], rights(path.parent)["terms.tsv"]) == (0o700, 0o600)
    path.chmod(0o664)  # shared on purpose
    take([Term("second", "ទីពីរ")])
    assert rights(path.parent)["terms.tsv"] == 0o664


def test_results_have_the_rights_that_the_umask_gives(tmp_path: Path) -> None:
    os.umask(0o022)
    write_atomically(tmp_path / "result.md", b"text")
    assert rights(tmp_path)["result.md"] == 0o644
