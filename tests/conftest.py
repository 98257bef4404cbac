import socket
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.checkpoints import BUILDERS


@pytest.fixture(scope="session")
def checkpoints(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Folders of tiny models with random weights, by family."""
    root = tmp_path_factory.mktemp("checkpoints")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the libraries, while they write
        for family, build in BUILDERS.items():
            build(root / family)
    return {family: root / family for family in BUILDERS}


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
