"""Batches on a real Ray of two machines: the same results, whatever dies."""

import json
import os
import random
import signal
import sys
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from summarize.backends import registry
from summarize.batch.local import LocalRunner
from summarize.batch.ray.connect import connect
from summarize.batch.records import Entry, Input, Window
from summarize.cache import Store
from summarize.errors import ClusterError, UsageError
from summarize.options import BackendOptions
from summarize.pipeline import Pipeline
from summarize.records import Result
from tests.builders import build_article
from tests.checkpoints import ENGLISH

WINDOWS, ARTICLES = 16, 3


@pytest.fixture
def machines(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A cluster of two machines, all on the loopback address."""
    pytest.importorskip("ray", reason="Ray is not installed: pip install -e '.[ray]'")
    monkeypatch.setenv("RAY_USAGE_STATS_ENABLED", "0")
    monkeypatch.setenv("RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER", "0")
    import ray
    from ray.cluster_utils import Cluster

    soon = {"health_check_period_ms": 500, "health_check_failure_threshold": 20}  # busy is not dead
    head = {"num_cpus": 2, "_system_config": soon}
    cluster = Cluster(initialize_head=True, head_node_args=head)
    cluster.add_node(num_cpus=2)
    yield cluster
    ray.shutdown()
    cluster.shutdown()


@pytest.fixture
def windows() -> list[Window]:
    """Articles of few sentences, some of which come again in other windows."""
    chance = random.Random(5)
    sentences = [*ENGLISH.splitlines(), *(f"District {i} met on Monday." for i in range(60))]
    return [
        Window(tuple(_entry(f"{w}-{a}", chance.sample(sentences, 3)) for a in range(ARTICLES)))
        for w in range(WINDOWS)
    ]


def _entry(name: str, sentences: list[str]) -> Entry:
    article = build_article(*sentences, source=name)
    return Entry(Input(name, name, name), name, article=article)


def as_bytes(finished: Iterable[tuple[Window, Sequence[object]]]) -> bytes:
    """Everything in the results but how long it took."""
    lines = []
    for window, outcomes in finished:
        for entry, outcome in zip(window.entries, outcomes, strict=True):
            assert isinstance(outcome, Result), outcome
            data = outcome.to_dict()
            del data["provenance"]["milliseconds"]
            lines.append(json.dumps([entry.place, data]))
    return "\n".join(lines).encode()


def kill_one_actor(machines: Any) -> None:
    """End one of the processes that run a model here, as the kernel does when memory is short."""
    raylets = [
        info.process.pid
        for node in machines.list_all_nodes()
        for info in node.all_processes["raylet"]
    ]
    for pid in raylets:
        for child in Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split():
            if Path(f"/proc/{child}/cmdline").read_bytes().startswith(b"ray::MapWorker"):
                os.kill(int(child), signal.SIGKILL)
                return
    raise AssertionError("there is no actor to kill")


# Of Ray itself: it leaves files and processes to the collector.
@pytest.mark.filterwarnings("ignore:subprocess .* is still running:ResourceWarning")
@pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.skipif(sys.platform != "linux", reason="finds processes in /proc")
@pytest.mark.slow
def test_nothing_is_lost_or_changed_when_an_actor_and_then_a_machine_dies(
    machines: Any, windows: list[Window], checkpoints: Mapping[str, Path], tmp_path: Path
) -> None:
    from summarize.batch.ray.cluster import Cluster

    name = str(checkpoints["marian"])
    options = BackendOptions(tmp_path / "models", device="cpu")
    pipeline = Pipeline(
        registry.summarizer("extractive", options),
        registry.translator(name, options),
        Store(tmp_path / "local", 10**9),
    )
    expected = as_bytes(LocalRunner(pipeline).run(windows, threading.Event()))

    second = next(iter(machines.worker_nodes))
    cluster = Cluster(machines.address, ("extractive", name), lambda _message: None)
    pipeline = Pipeline(
        cluster.model("summarizer", "extractive", options),
        cluster.model("translator", name, options),
        cluster.cache(Store(tmp_path / "ray", 10**9)),
    )
    finished = []
    for one in cluster.runner(pipeline).run(windows, threading.Event()):
        finished.append(one)
        if len(finished) == 2:
            kill_one_actor(machines)
        if len(finished) == 6:
            machines.remove_node(second, allow_graceful=False)
    cluster.close()
    assert as_bytes(finished) == expected


def test_without_ray_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(UsageError, match="needs Ray") as caught:
        connect("")
    assert "summarize-km[ray]" in caught.value.hint


def test_a_client_address_is_refused_with_advice() -> None:
    with pytest.raises(UsageError, match="ray://") as caught:
        connect("ray://head:10001")
    assert "on a machine of the cluster" in caught.value.hint


@pytest.mark.slow
def test_an_address_where_nobody_answers_is_told() -> None:
    pytest.importorskip("ray", reason="Ray is not installed: pip install -e '.[ray]'")
    with pytest.raises(ClusterError, match=r"127\.0\.0\.1:9"):
        connect("127.0.0.1:9")
