"""A pool of actors that run one model, fed and read as one Ray dataset."""

import pickle
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any

import ray

from summarize.batch.ray.feed import NUMBER, REPLY, Feed, FeedSource
from summarize.batch.ray.models import Call, Recipe, Reply, Worker
from summarize.batch.ray.shares import Share
from summarize.errors import ClusterError

NODE = "ray.io/node-id"
"""The label that every machine of a cluster bears."""


class ActorPool:
    """Runs the model of ``recipe`` in actors; they start with the first call.

    Ray starts an actor anew that dies, and hands its call to it or to another.
    """

    def __init__(
        self, recipe: Recipe, signature: str, share: Share, notify: Callable[[str], None]
    ) -> None:
        self._recipe = recipe
        self._signature = signature
        self._share = share
        self._notify = notify
        self._waiting: dict[int, Future[Any]] = {}
        self._lock = threading.Lock()
        self._feed: Any = None
        self._collector: threading.Thread | None = None
        self._broken: ClusterError | None = None

    @property
    def actors(self) -> int:
        """How many there are."""
        return self._share.actors

    def ask(self, call: Call) -> Any:
        """See :class:`summarize.batch.ray.models.Pool`."""
        future: Future[Any] = Future()
        with self._lock:
            if self._broken is not None:
                raise self._broken
            if self._feed is None:
                self._start()
            try:
                number = ray.get(self._feed.put.remote(pickle.dumps(call)))
            except ray.exceptions.RayError as error:
                raise _lost(error) from error
            self._waiting[number] = future
        return future.result()

    def close(self) -> None:
        """Let the actors go, once what they are at work on is done."""
        if self._collector is not None:
            self._feed.end.remote()
            self._collector.join()

    def _start(self) -> None:
        """Feed and reader stay with the driver: they live as long as it does."""
        here = ray.get_runtime_context().get_node_id()
        feed = ray.remote(Feed).options(num_cpus=0, label_selector={NODE: here})
        self._feed = feed.remote()
        self._collector = threading.Thread(target=self._collect, args=(here,), daemon=True)
        self._collector.start()

    def _collect(self, here: str) -> None:
        """Give every reply to who waits for it, until the end of the feed."""
        try:
            for table in self._replies(here).iter_batches(
                batch_size=None, batch_format="pyarrow", prefetch_batches=0
            ):
                for row in table.to_pylist():
                    if row[REPLY]:
                        self._settle(row[NUMBER], pickle.loads(row[REPLY]))  # noqa: S301  (ours)
        except Exception as error:  # whatever Ray raises: nobody may be left waiting
            self._break(_lost(error))

    def _replies(self, here: str) -> Any:
        share = self._share
        calls = ray.data.read_datasource(
            FeedSource(self._feed),
            override_num_blocks=1,
            num_cpus=0,
            label_selector={NODE: here},
        )
        return calls.map_batches(
            Worker,
            batch_size=None,
            batch_format="pyarrow",
            compute=ray.data.ActorPoolStrategy(size=share.actors, max_tasks_in_flight_per_actor=1),
            fn_constructor_args=(self._recipe.portable, self._signature, share.threads),
            num_cpus=share.cpus,
            num_gpus=share.gpus,
        )

    def _settle(self, number: int, reply: Reply) -> None:
        with self._lock:
            future = self._waiting.pop(number, None)
        if future is None:
            return
        self._feed.forget.remote(number)
        for message in reply.told:
            self._notify(message)
        if reply.error is None:
            future.set_result(reply.value)
        else:
            future.set_exception(reply.error)

    def _break(self, error: ClusterError) -> None:
        with self._lock:
            self._broken = error
            waiting, self._waiting = self._waiting, {}
        for future in waiting.values():
            future.set_exception(error)


def _lost(error: Exception) -> ClusterError:
    lines = str(error).strip().splitlines()
    return ClusterError(
        f"the Ray cluster failed: {type(error).__name__}: {lines[0] if lines else ''}",
        "Look at its log, then run the same command again; what is done is kept.",
    )
