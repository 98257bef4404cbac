"""Files of people's work that lost something: reported with what to do, and brought back."""

import os
import shutil
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from summarize.copies import bring_back, copy_path, go_on, last_copy
from summarize.errors import DamagedError, ReviewError
from summarize.memory import Entry, Memory
from summarize.review.records import Edit
from summarize.review.store import ReviewStore
from summarize.soundness import Mark
from tests.review.conftest import ARTICLE, RESULT, build_result

EDITS = 24
LOST = r"no longer in it|is damaged"
LONG = {f"Sentence {n} of a long story. " * 40: f"ប្រយោគ {n} ។" * 60 for n in range(30)}
Damage = Callable[[Path], None]


def empty(path: Path) -> None:
    path.write_bytes(b"")


def cut_end(path: Path) -> None:
    os.truncate(path, path.stat().st_size - 500)


def cut_half(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2 // 4096 * 4096)


def cut_to_a_header(path: Path) -> None:
    os.truncate(path, 60)


def zero_page(number: int) -> Damage:
    def zero(path: Path) -> None:
        size = path.stat().st_size
        place = size - 4096 if number < 0 else number * 4096
        with path.open("r+b") as file:
            file.seek(place)
            file.write(bytes(4096))

    zero.__name__ = f"zero_page_{number}"
    return zero


def overwrite(path: Path) -> None:
    path.write_bytes(b"certainly not a database" * 1000)


DAMAGES = [
    *(empty, cut_end, cut_half, cut_to_a_header, overwrite),
    *(zero_page(n) for n in (0, 1, 2, 3, 5, -1)),
]


@pytest.fixture(scope="module")
def made_review(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "review.sqlite"
    store = ReviewStore(path)
    store.add([RESULT, build_result(LONG, "Long", "b.txt")])
    edit(store)
    store.close()
    return path


@pytest.fixture(scope="module")
def made_memory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("made") / "memory.sqlite"
    memory = Memory(path)
    for number in range(3):
        memory.add(Entry(f"Sentence {number} {n}.", f"ប្រយោគ {n}", "", "", "a") for n in range(80))
    memory.close()
    return path


@pytest.fixture
def review(made_review: Path, tmp_path: Path) -> Path:
    """A review of two articles in which everything has been edited, closed in order."""
    shutil.copytree(made_review.parent, tmp_path, dirs_exist_ok=True)
    return tmp_path / made_review.name


@pytest.fixture
def memory(made_memory: Path, tmp_path: Path) -> Path:
    """A memory of 240 sentences, closed in order."""
    shutil.copytree(made_memory.parent, tmp_path, dirs_exist_ok=True)
    return tmp_path / made_memory.name


@pytest.fixture
def killed(made_killed: Path, tmp_path: Path) -> Path:
    """A review with all its edits in the log, as a killed process leaves it."""
    shutil.copytree(made_killed.parent, tmp_path, dirs_exist_ok=True)
    return tmp_path / made_killed.name


@pytest.fixture(scope="module")
def made_killed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return left_open(tmp_path_factory.mktemp("made") / "review.sqlite")


def edit(store: ReviewStore, rounds: int = EDITS) -> None:
    for number in range(rounds):
        version = next(one.version for one in store.segments(ARTICLE) if one.id == "k1")
        (done,) = store.change([Edit(ARTICLE, "k1", version, f"អត្ថបទ {number}")], "Dara")
        assert done.done


def left_open(path: Path) -> Path:
    store = ReviewStore(path)
    store.add([RESULT])
    edit(store)
    killed = path.parent / "killed"
    killed.mkdir()
    for file in path.parent.glob(f"*{path.name}*"):
        if file.is_file() and not file.name.endswith("-shm"):
            shutil.copy2(file, killed / file.name)
    store.close()
    return killed / path.name


def use_review(path: Path) -> None:
    store = ReviewStore(path)
    try:
        store.articles()
    finally:
        store.close()


def use_all(path: Path) -> None:
    """Read and change as a person does."""
    store = ReviewStore(path)
    try:
        for article in store.articles():
            store.article(article.id)
        edit(store, 1)
    finally:
        store.close()


def use_memory(path: Path) -> None:
    memory = Memory(path)
    try:
        memory.stats()
    finally:
        memory.close()


# -- told ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda one: one.__name__)
@pytest.mark.parametrize("kind", ["review", "memory"])
def test_damage_is_told_with_what_to_do(
    request: pytest.FixtureRequest, damage: Damage, kind: str
) -> None:
    path: Path = request.getfixturevalue(kind)
    use = use_review if kind == "review" else use_memory
    use(path)
    damage(path)
    for _ in range(2):  # it does not heal by being looked at
        with pytest.raises(DamagedError, match="is damaged") as caught:
            use(path)
        assert f"summarize {kind} restore" in caught.value.hint
        assert caught.value.exit_code == 1


@pytest.mark.parametrize("share", [0.0, 0.2, 0.5, 0.9])
def test_edits_that_a_damaged_log_lost_are_told(killed: Path, share: float) -> None:
    path = killed
    log = path.with_name(f"{path.name}-wal")
    with log.open("r+b") as file:
        file.seek(int(log.stat().st_size * share) // 4096 * 4096)
        file.write(bytes(4096))
    for _ in range(2):
        with pytest.raises(DamagedError, match=LOST):
            use_review(path)
    aside = path.with_name(f"{path.name}.damaged-1-wal")
    assert aside.stat().st_size > 100_000  # SQLite has removed the log itself
    assert not path.with_name(f"{path.name}.damaged-2").exists()


def test_a_log_that_was_removed_is_told(killed: Path) -> None:
    path = killed
    path.with_name(f"{path.name}-wal").unlink()
    with pytest.raises(DamagedError, match=LOST):
        use_review(path)


def test_what_a_killed_process_leaves_is_sound(killed: Path) -> None:
    path = killed
    store = ReviewStore(path)
    assert store.segments(ARTICLE)[0].version == EDITS
    store.examine()
    store.close()


def test_an_older_file_put_in_its_place_is_told(review: Path, tmp_path: Path) -> None:
    shutil.copy2(review, tmp_path / "older")
    store = ReviewStore(review)
    edit(store, 3)
    store.close()
    shutil.copy2(tmp_path / "older", review)
    with pytest.raises(DamagedError, match=r"the last 3 changes of 28 are no longer in it"):
        use_review(review)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE articles SET result = x'00' || substr(result, 2)",
        "UPDATE articles SET result = CAST(result AS BLOB)",
        "UPDATE segments SET target = x'ff00ff'",
        "UPDATE segments SET version = 'many'",
        "DROP TABLE opened",
        "DROP TABLE changes",
        "DELETE FROM commits",
        "UPDATE commits SET number = 'x'",
    ],
)
def test_rows_that_cannot_be_are_told(review: Path, statement: str) -> None:
    with closing(sqlite3.connect(review)) as db, db:
        db.execute(statement)
    with pytest.raises(DamagedError):
        use_all(review)


@pytest.mark.parametrize("result", ["[[" * 50_000, "{}", "5", '{"article": 1}', "{"])
def test_an_article_that_is_none_is_told(review: Path, result: str) -> None:
    with closing(sqlite3.connect(review)) as db, db:
        db.execute("UPDATE articles SET result = ?", (result,))
    store = ReviewStore(review)
    with pytest.raises(DamagedError, match="cannot be read"):
        store.article(ARTICLE)
    store.close()


# -- not told of what is sound ------------------------------------------------------------------


def test_a_file_that_nobody_touched_is_looked_through_once(
    review: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    monkeypatch.setattr(
        "summarize.soundness.require_pages", lambda _, check, __: looked.append(check)
    )
    long_ago = time.time() - 60
    os.utime(review, (long_ago, long_ago))
    use_review(review)
    assert looked == ["quick_check"]
    use_review(review)
    assert looked == ["quick_check"]


@pytest.mark.parametrize("content", [b"", b"x", b"9" * 60, bytes(63), b"-5\n"])
def test_a_mark_that_says_nothing_harms_nothing(review: Path, content: bytes) -> None:
    mark = Mark(review)
    mark.path.write_bytes(content)
    if content.startswith(b"9"):
        with pytest.raises(DamagedError):
            use_review(review)
        return
    use_review(review)
    store = ReviewStore(review)
    edit(store, 1)
    store.close()


def test_a_file_of_a_program_that_did_not_count_is_taken_on(review: Path) -> None:
    with closing(sqlite3.connect(review)) as db, db:
        db.execute("DROP TABLE commits")
    Mark(review).begin()
    store = ReviewStore(review)
    edit(store, 2)
    store.close()
    assert Mark(review).changes == 2


def test_a_review_taken_away_begins_anew_and_its_copy_is_kept(review: Path) -> None:
    copied = copy_path(review).read_bytes()
    review.unlink()
    store = ReviewStore(review)
    assert store.segments() == []
    store.add([RESULT])
    os.utime(copy_path(review), (0, 0))
    (done,) = store.change([Edit(ARTICLE, "k1", 0, "ថ្មី")], "Dara")
    store.close()
    assert done.done
    kept = [*review.parent.glob("review.sqlite.older-copy-*"), copy_path(review)]
    assert copied in [path.read_bytes() for path in kept]


# -- the copy -----------------------------------------------------------------------------------


def test_a_copy_is_made_before_the_first_change_of_a_day(review: Path) -> None:
    first = last_copy(review)
    assert first is not None
    store = ReviewStore(review)
    edit(store, 2)
    assert last_copy(review) == first
    store.close()
    yesterday = time.time() - 25 * 60 * 60
    os.utime(copy_path(review), (yesterday, yesterday))
    store = ReviewStore(review)
    edit(store, 2)
    store.close()
    second = last_copy(review)
    assert second is not None
    assert second.changes == EDITS + 1 + 2


def test_a_copy_that_cannot_be_made_is_no_reason_to_refuse_a_change(
    review: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[object] = []

    def full(*given: object, **_: object) -> None:
        tried.append(given)
        raise OSError(28, "No space left on device")

    copy_path(review).unlink()
    monkeypatch.setattr("summarize.copies.tempfile.mkstemp", full)
    store = ReviewStore(review)
    edit(store, 3)
    store.close()
    assert len(tried) == 1


# -- brought back -------------------------------------------------------------------------------


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda one: one.__name__)
def test_the_copy_is_brought_back_and_what_was_there_is_kept(review: Path, damage: Damage) -> None:
    copy = last_copy(review)
    damage(review)
    damaged = review.read_bytes()
    done = bring_back(review, "the review")
    assert copy is not None
    assert (done.changes, done.lost) == (copy.changes, EDITS + 1 - copy.changes)
    assert done.aside is not None
    assert done.aside.read_bytes() == damaged
    store = ReviewStore(review)
    assert store.segments(ARTICLE)[0].source
    edit(store, 2)
    store.examine()
    store.close()


def test_what_a_damaged_log_still_has_can_be_gone_on_with(killed: Path) -> None:
    path = killed
    log = path.with_name(f"{path.name}-wal")
    with log.open("r+b") as file:
        file.seek(log.stat().st_size // 2)
        file.write(bytes(4096))
    with pytest.raises(DamagedError):
        use_review(path)
    done = go_on(path, "the review")
    assert done.lost > 0
    store = ReviewStore(path)
    assert store.segments(ARTICLE)[0].version == EDITS - done.lost
    edit(store, 1)
    store.close()


def test_a_broken_file_is_not_gone_on_with(review: Path) -> None:
    zero_page(2)(review)
    before = review.read_bytes()
    with pytest.raises(DamagedError, match="cannot be read whole"):
        go_on(review, "the review")
    assert review.read_bytes() == before


def test_a_review_that_is_open_elsewhere_is_not_replaced(review: Path) -> None:
    import subprocess
    import sys

    code = (
        "import sqlite3, sys; db = sqlite3.connect(sys.argv[1]); "
        "db.execute('SELECT * FROM segments').fetchall(); print('open', flush=True); "
        "sys.stdin.read()"
    )
    words = [sys.executable, "-c", code, str(review)]
    with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        other.stdout.readline()
        with pytest.raises(ReviewError, match="open in another process"):
            bring_back(review, "the review")
        other.communicate(b"")
    bring_back(review, "the review")


def test_an_open_review_notices_that_it_was_replaced(review: Path, tmp_path: Path) -> None:
    store = ReviewStore(review)
    edit(store, 1)
    before = store.segments(ARTICLE)[0]
    fresh = tmp_path / "fresh"
    shutil.copy2(copy_path(review), fresh)
    Mark(review).begin()
    for suffix in ("-wal", "-shm"):
        review.with_name(f"{review.name}{suffix}").unlink()
    fresh.replace(review)
    assert store.segments(ARTICLE)[0].version < before.version
    edit(store, 1)
    store.close()
