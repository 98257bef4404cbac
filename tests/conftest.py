import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from summarize.models.load import quiet
from tests.browser import Browser, find_browser
from tests.checkpoints import BUILDERS

settings.register_profile("project", deadline=None)  # no test judges by the clock
settings.load_profile("project")

OUT_OF_TIME = "the time given with --until was over"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--until",
        type=float,
        metavar="SECONDS",
        help="skip what has not begun at this time (seconds since 1970), and say how much it was",
    )


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    until = item.config.getoption("--until")
    if until is not None and time.time() > until:
        pytest.skip(OUT_OF_TIME)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = terminalreporter.stats.get("skipped", [])
    late = sum(OUT_OF_TIME in str(report.longrepr) for report in skipped)
    if late:
        terminalreporter.write_line(f"{late} tests were not run: {OUT_OF_TIME}")


class Checkpoints(dict[str, Path]):
    """Folders of tiny models with random weights, by name; each is built when it is first used."""

    def __init__(self, root: Path) -> None:
        super().__init__()
        self._root = root

    def __missing__(self, name: str) -> Path:
        self[name] = self._root / name
        with quiet():
            BUILDERS[name](self[name])
        return self[name]


@pytest.fixture(scope="session")
def checkpoints(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """See :class:`Checkpoints`."""
    return Checkpoints(tmp_path_factory.mktemp("checkpoints"))


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    """Refuse every connection; the attempts are listed, and there must be none."""
    attempts: list[object] = []

    def refuse(_self: socket.socket, address: object) -> None:
        attempts.append(address)
        raise OSError("the network is off in this test")

    for name in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, name, refuse)
    yield attempts
    assert attempts == []


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A Chromium for all tests of pages."""
    program = find_browser()
    if program is None:
        pytest.skip("no Chromium on this machine (apt install chromium)")
    chromium = Browser(program, tmp_path_factory.mktemp("browser"))
    yield chromium
    chromium.close()
