import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from summarize.errors import CacheError, ModelError
from summarize.models.store import MANIFEST, damage, kept_folder

# Builds in a process of its own: appends a line to the log, waits for a go, writes one file.
BUILDER = """
import sys, time
from pathlib import Path
from summarize.models.store import kept_folder
folder, log, go = map(Path, sys.argv[1:])

def build(target):
    with log.open("a") as lines:
        lines.write("built\\n")
    (target / "half").write_text("half")
    (log.parent / "started").touch()
    while not go.exists():
        time.sleep(0.01)
    (target / "weights.bin").write_bytes(bytes(1000))

kept_folder(folder, build, lambda line: print(line, flush=True))
"""


def start(folder: Path, log: Path, go: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", BUILDER, str(folder), str(log), str(go)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def wait_for(path: Path) -> None:
    for _ in range(2000):
        if path.exists():
            return
        time.sleep(0.01)
    pytest.fail(f"{path} never appeared")


def write_weights(target: Path) -> None:
    (target / "weights.bin").write_bytes(b"w" * 1000)
    (target / "sub").mkdir()
    (target / "sub" / "vocabulary.txt").write_text("a\nb\n")


def never(_target: Path) -> None:
    pytest.fail("built again without need")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "models" / "tiny"


def test_it_builds_once_and_then_returns_what_is_there(folder: Path) -> None:
    assert kept_folder(folder, write_weights) == folder
    assert kept_folder(folder, never) == folder
    assert (folder / "sub" / "vocabulary.txt").read_text() == "a\nb\n"


def test_a_failing_build_leaves_nothing_and_its_error_comes_through(folder: Path) -> None:
    def fail(target: Path) -> None:
        (target / "half").write_text("half")
        raise ModelError("the weights make no sense")

    with pytest.raises(ModelError, match="no sense"):
        kept_folder(folder, fail)
    assert [path.name for path in folder.parent.iterdir() if path.is_dir()] == []
    assert kept_folder(folder, write_weights) == folder


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("weights.bin", b"short", "5 bytes instead of 1000"),
        ("weights.bin", b"x" * 1000, "another checksum"),
        ("sub/vocabulary.txt", None, "vocabulary.txt is missing"),
        (MANIFEST, b"{", "unreadable"),
        (MANIFEST, b'{"schema": 99, "files": {}}', "unreadable"),
        (MANIFEST, None, "manifest.json is missing"),
    ],
)
def test_a_damaged_folder_is_built_again_with_a_notice(
    folder: Path, name: str, content: bytes | None, said: str
) -> None:
    kept_folder(folder, write_weights)
    if content is None:
        (folder / name).unlink()
    else:
        (folder / name).write_bytes(content)
    notices: list[str] = []
    kept_folder(folder, write_weights, notices.append)
    assert len(notices) == 1
    assert said in notices[0]
    assert damage(folder, thorough=True) is None


def test_damage_under_an_unchanged_time_stamp_is_found_on_request_only(folder: Path) -> None:
    kept_folder(folder, write_weights)
    weights = folder / "weights.bin"
    before = weights.stat()
    weights.write_bytes(b"x" * 1000)
    os.utime(weights, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert damage(folder) is None
    assert damage(folder, thorough=True) == "weights.bin has another checksum"


def test_a_copy_with_new_time_stamps_is_still_sound(folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(kept_folder(folder, write_weights), copy, copy_function=shutil.copyfile)
    assert kept_folder(copy, never) == copy


def test_two_processes_at_once_build_once(folder: Path, tmp_path: Path) -> None:
    log, go = tmp_path / "log", tmp_path / "go"
    first = start(folder, log, go)
    wait_for(tmp_path / "started")
    second = start(folder, log, go)
    assert second.stdout is not None
    assert "Waiting for another process" in second.stdout.readline()
    go.touch()
    first.communicate()
    second.communicate()
    assert (first.returncode, second.returncode) == (0, 0)
    assert log.read_text() == "built\n"
    assert damage(folder, thorough=True) is None


def test_after_a_killed_build_the_next_one_starts_afresh(folder: Path, tmp_path: Path) -> None:
    victim = start(folder, tmp_path / "log", tmp_path / "go")
    wait_for(tmp_path / "started")
    victim.send_signal(signal.SIGKILL)
    victim.communicate()
    assert not folder.exists()
    kept_folder(folder, write_weights)
    assert not (folder / "half").exists()
    assert [path.name for path in folder.parent.iterdir() if path.is_dir()] == ["tiny"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_a_clear_error_and_leaves_nothing(folder: Path) -> None:
    def fill(target: Path) -> None:
        (target / "weights.bin").symlink_to("/dev/full")
        (target / "weights.bin").write_bytes(bytes(10))

    with pytest.raises(CacheError, match="No space left") as caught:
        kept_folder(folder, fill)
    assert "free space" in caught.value.hint
    assert not folder.exists()


def test_a_place_that_cannot_hold_folders_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(CacheError, match="cannot be used"):
        kept_folder(tmp_path / "file" / "tiny", write_weights)
