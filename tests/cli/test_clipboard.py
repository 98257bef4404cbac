"""``--paste`` and ``--copy``, with small programs in the place of those that the system has."""

import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.cli.conftest import SAMPLE, Run

PASTE = '#!/bin/sh\necho "$0 $@" >> {log}\ncat {board}\n'
COPY = '#!/bin/sh\necho "$0 $@" >> {log}\ncat > {board}\n'
BOTH = (
    '#!/bin/sh\necho "$0 $@" >> {log}\ncase "$*" in *-in*) cat > {board};; *) cat {board};; esac\n'
)
LEAVES_A_PROCESS = "#!/bin/sh\ncat > {board}\nsleep 20 &\n"
FAILS = "#!/bin/sh\necho 'no display' >&2\nexit 1\n"


def on(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    monkeypatch.setattr("summarize.cli.clipboard.sys", SimpleNamespace(platform=platform))


class Desk:
    """A system with chosen programs for its clipboard."""

    def __init__(self, root: Path) -> None:
        self.programs = root / "bin"
        self.programs.mkdir()
        for name in ("sh", "cat", "sleep"):
            (self.programs / name).symlink_to(shutil.which(name) or name)
        self.board = root / "board"
        self.log = root / "log"

    def add(self, name: str, script: str) -> None:
        path = self.programs / name
        path.write_text(script.format(log=self.log, board=self.board))
        path.chmod(0o755)

    def used(self) -> str:
        return self.log.read_text().replace(f"{self.programs}/", "")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str]) -> Desk:
    found = Desk(tmp_path)
    monkeypatch.setenv("PATH", str(found.programs))
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    on(monkeypatch, "linux")
    return found


@pytest.mark.parametrize(
    ("name", "script", "arguments"),
    [
        ("wl-paste", PASTE, "--no-newline"),
        ("xclip", BOTH, "-selection clipboard -out"),
        ("xsel", PASTE, "--clipboard --output"),
    ],
)
def test_the_article_comes_from_the_clipboard(
    desk: Desk, run: Run, name: str, script: str, arguments: str
) -> None:
    desk.add(name, script)
    desk.board.write_bytes(SAMPLE.read_bytes())
    outcome = run("--paste", "--no-translate")
    assert outcome.code == 0
    assert "Koeut Rith" in outcome.out
    assert f"{name} {arguments}" in desk.used()


@pytest.mark.parametrize(
    ("name", "script", "arguments"),
    [
        ("wl-copy", COPY, "--type text/plain;charset=utf-8"),
        ("xclip", BOTH, "-selection clipboard -in"),
        ("xsel", COPY, "--clipboard --input"),
    ],
)
def test_the_result_goes_to_the_clipboard_and_to_the_screen(
    desk: Desk, run: Run, name: str, script: str, arguments: str
) -> None:
    desk.add(name, script)
    outcome = run(SAMPLE, "--copy")
    assert outcome.code == 0
    assert desk.board.read_text("utf-8") == outcome.out
    assert "ក្រសួងយុត្តិធម៌" in outcome.out
    assert "in the clipboard" in outcome.err
    assert f"{name} {arguments}" in desk.used()


def test_the_programs_of_a_mac_are_used_on_a_mac(
    desk: Desk, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    on(monkeypatch, "darwin")
    desk.add("pbpaste", PASTE)
    desk.add("pbcopy", COPY)
    desk.board.write_bytes(SAMPLE.read_bytes())
    outcome = run("--paste", "--copy")
    assert outcome.code == 0
    assert desk.board.read_text("utf-8") == outcome.out
    assert desk.used() == "pbpaste \npbcopy \n"


def test_windows_is_given_utf_16_which_it_knows_by_its_mark(
    desk: Desk, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from summarize.cli import clipboard

    on(monkeypatch, "win32")
    desk.add("clip", COPY)
    clipboard.copy("ខ្មែរ".encode())
    assert desk.board.read_bytes() == "ខ្មែរ".encode("utf-16")
    desk.add("powershell", PASTE)
    desk.board.write_text("The court ruled.")
    assert clipboard.paste() == b"The court ruled."
    assert "Get-Clipboard -Raw" in desk.used()


def test_wayland_goes_first_where_it_runs(
    desk: Desk, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.add("xclip", BOTH)
    desk.add("wl-copy", COPY)
    assert run(SAMPLE, "--copy").code == 0
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert run(SAMPLE, "--copy").code == 0
    assert [line.split()[0] for line in desk.used().splitlines()] == ["xclip", "wl-copy"]


def test_a_program_that_fails_gives_way_to_the_next(desk: Desk, run: Run) -> None:
    desk.add("xclip", FAILS)
    desk.add("xsel", COPY)
    outcome = run(SAMPLE, "--copy")
    assert outcome.code == 0
    assert desk.board.read_text("utf-8") == outcome.out


def test_a_process_left_behind_to_keep_the_clipboard_is_not_waited_for(
    desk: Desk, run: Run
) -> None:
    desk.add("xclip", LEAVES_A_PROCESS)
    outcome = run(SAMPLE, "--copy")
    assert outcome.code == 0
    assert desk.board.read_text("utf-8") == outcome.out


@pytest.mark.parametrize("arguments", [["--paste"], [str(SAMPLE), "--copy"]])
def test_without_such_a_program_it_is_said_what_to_install(
    desk: Desk, run: Run, arguments: list[str]
) -> None:
    outcome = run(*arguments)
    assert (outcome.code, outcome.out) == (1, "")
    assert "wl-clipboard" in outcome.err
    assert "xclip" in outcome.err


def test_a_clipboard_without_a_display_is_told_in_its_words(desk: Desk, run: Run) -> None:
    desk.add("xclip", FAILS)
    outcome = run("--paste")
    assert outcome.code == 1
    assert "xclip: no display" in outcome.err


def test_a_result_that_could_not_be_copied_has_been_printed(desk: Desk, run: Run) -> None:
    desk.add("xclip", FAILS)
    outcome = run(SAMPLE, "--copy")
    assert outcome.code == 1
    assert "ក្រសួងយុត្តិធម៌" in outcome.out


def test_an_empty_clipboard_is_told(desk: Desk, run: Run) -> None:
    desk.add("xclip", PASTE)
    desk.board.write_text(" \n")
    outcome = run("--paste")
    assert outcome.code == 1
    assert "holds no text" in outcome.err


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["a.txt", "--paste"], "takes the place"),
        (["a.txt", "--copy", "--format", "docx", "-o", "a.docx"], "Word file"),
        (["article"], "no article is named"),
    ],
)
def test_arguments_that_make_no_sense_are_told(
    desk: Desk, run: Run, arguments: list[str], reason: str
) -> None:
    outcome = run(*arguments)
    assert outcome.code == 2
    assert reason in outcome.err
