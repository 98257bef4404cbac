"""One thread that holds the models, and works on all waiting orders together.

It goes round by round: the summaries of what has come in, then one batch of sentences, the next
one of every order before the one after of any. So a short text is not kept waiting by a long one,
full batches go through the model, and whoever wants sentences as they come gets them so.
"""

import threading
import time
from collections.abc import Callable, Iterable, Sequence
from itertools import chain, islice, zip_longest
from typing import Final, TypeVar

from summarize.backends.base import SummarySpec
from summarize.errors import DefectError, SummarizeError
from summarize.pipeline import Pipeline
from summarize.service.orders import Failed, Finished, Order, SegmentReady, Summarised
from summarize.steps import Khmer

T = TypeVar("T")
R = TypeVar("R")
ROUND: Final = 64
"""Sentences that go to the model at once: enough for full batches on every thread."""
SHORT_ROUND: Final = 2
"""The same where all who wait want their sentences as they come."""
ROOM: Final = 2_000
"""Sentences that may wait; whoever comes then is told when to come again."""
LONGEST_WAIT: Final = 600
"""Seconds that somebody is asked to wait at most."""
GUESS: Final = 2.0
"""Sentences a second, before any is measured."""
_SMOOTH: Final = 0.3


class FullError(SummarizeError):
    """Too much is waiting; ``seconds`` is after how long there will be room."""

    def __init__(self, seconds: int) -> None:
        super().__init__("too much is waiting here already", f"Ask again in {seconds} s.")
        self.seconds = seconds


class Worker:
    """Works with ``pipeline``; at most ``room`` sentences wait. To be started once."""

    def __init__(self, pipeline: Pipeline, room: int = ROOM) -> None:
        self._pipeline = pipeline
        self._room = room
        self._changed = threading.Condition()
        self._orders: list[Order] = []
        self._stopped = False
        self._rate = GUESS
        self._thread = threading.Thread(target=self._work, name="worker", daemon=True)

    def start(self) -> None:
        """Load the models, then work."""
        self._thread.start()

    def put(self, orders: Sequence[Order]) -> None:
        """Take all of ``orders``. Raises ``FullError`` and takes none while too much is waiting.

        One request may be larger than the room: it is taken when nothing else waits.
        """
        size = sum(order.size for order in orders)
        with self._changed:
            waiting = sum(self._left(order) for order in self._orders)
            if waiting and waiting + size > self._room:
                raise FullError(self._seconds(waiting + size - self._room))
            self._orders += orders
            self._changed.notify_all()

    @property
    def waiting(self) -> int:
        """Sentences that wait, at most."""
        with self._changed:
            return sum(self._left(order) for order in self._orders)

    def stop(self, seconds: float) -> bool:
        """Take no further round; whether the thread has ended within ``seconds``."""
        with self._changed:
            self._stopped = True
            self._changed.notify_all()
        if self._thread.is_alive():
            self._thread.join(seconds)
        return not self._thread.is_alive()

    def _left(self, order: Order) -> int:
        """Before its summary is there an order counts whole."""
        if order.cancelled.is_set():
            return 0
        return max(1, order.size - order.told)

    def _seconds(self, sentences: int) -> int:
        return max(1, min(LONGEST_WAIT, round(sentences / self._rate)))

    def _work(self) -> None:
        self._warm_up()
        while orders := self._next():
            try:
                self._round(orders)
            except Exception as error:  # a defect: whoever waits is told, and others are served
                for order in orders:
                    self._fail(order, _told(error))

    def _round(self, orders: Sequence[Order]) -> None:
        by_spec: dict[SummarySpec, list[Order]] = {}
        for order in orders:
            if order.spec is not None and order.state.summary is None:
                by_spec.setdefault(order.spec, []).append(order)
        for spec, own in by_spec.items():
            self._summarise(spec, own)
        self._draft([order for order in orders if order.draft])
        for order in orders:
            if self._is_waiting(order) and not any(order.missing()):
                self._finish(order)

    def _warm_up(self) -> None:
        """Load the weights, so that the first to ask waits no longer than others.

        What is wrong with them is told to whoever asks.
        """
        try:
            self._pipeline.load()
        except Exception:
            return

    def _next(self) -> list[Order]:
        """What is to be done, once there is anything; nothing when stopped."""
        with self._changed:
            while True:
                self._orders = [one for one in self._orders if not one.cancelled.is_set()]
                if self._stopped:
                    return []
                if self._orders:
                    return list(self._orders)
                self._changed.wait()

    def _summarise(self, spec: SummarySpec, orders: Sequence[Order]) -> None:
        stage = self._pipeline.with_spec(spec).stages[0]
        start = time.perf_counter()
        found = _apart(orders, lambda some: stage.apply([one.state for one in some]))
        spent = (time.perf_counter() - start) * 1000 / len(orders)
        for order, state in zip(orders, found, strict=True):
            if isinstance(state, SummarizeError):
                self._fail(order, state)
                continue
            order.state = state
            order.milliseconds["summary"] = round(spent, 3)
            assert state.summary is not None
            order.tell(Summarised(state.summary.value))

    def _draft(self, orders: Sequence[Order]) -> None:
        """One batch of sentences, of all ``orders`` that still wait."""
        waiting = [order for order in orders if self._is_waiting(order)]
        most = SHORT_ROUND if all(order.bit_by_bit for order in waiting) else ROUND
        ranks = zip_longest(*(order.missing() for order in waiting))
        texts = list(dict.fromkeys(islice(filter(None, chain.from_iterable(ranks)), most)))
        if not texts:
            return
        start = time.perf_counter()
        found = _apart(texts, lambda some: [self._pipeline.khmer(some)] * len(some))
        spent = time.perf_counter() - start
        self._rate += _SMOOTH * (len(texts) / max(spent, 1e-3) - self._rate)
        results = {one.text: khmer for one, khmer in zip(texts, found, strict=True)}
        for order in waiting:
            self._take(order, results, spent * 1000)

    def _take(
        self, order: Order, found: dict[str, Khmer | SummarizeError], milliseconds: float
    ) -> None:
        own = [found[one.text] for one in order.english if one.text in found]
        errors = [one for one in own if isinstance(one, SummarizeError)]
        if errors:
            self._fail(order, errors[0])
            return
        if own:
            order.milliseconds["draft"] = round(
                order.milliseconds.get("draft", 0.0) + milliseconds, 3
            )
        for khmer in {id(one): one for one in own}.values():
            assert isinstance(khmer, Khmer)
            order.take(khmer)
        for place, asked in enumerate(order.english[order.told :], start=order.told):
            if not order.is_known(asked.text):
                break
            order.told = place + 1
            if order.bit_by_bit:
                told = self._pipeline.segment(order.state, place, order.khmer)
                order.tell(SegmentReady(told))

    def _finish(self, order: Order) -> None:
        try:
            state = order.state
            if order.draft:
                state = self._pipeline.drafted(state, order.khmer)
            (state,) = self._pipeline.stages[-1].apply([state])
            answer: Finished | Failed = Finished(self._pipeline.result(state, order.milliseconds))
        except Exception as error:
            answer = Failed(_told(error))
        self._leave(order)
        order.tell(answer)

    def _fail(self, order: Order, error: SummarizeError) -> None:
        self._leave(order)
        order.tell(Failed(error))

    def _leave(self, order: Order) -> None:
        with self._changed:
            self._orders = [one for one in self._orders if one is not order]

    def _is_waiting(self, order: Order) -> bool:
        with self._changed:
            return any(one is order for one in self._orders)


def _apart(
    items: Sequence[T], work: Callable[[Sequence[T]], Iterable[R]]
) -> list[R | SummarizeError]:
    """``work`` on all ``items``; where that fails, in halves, until the culprit is alone."""
    try:
        return list(work(items))
    except Exception as error:
        if len(items) == 1:
            return [_told(error)]
    half = len(items) // 2
    return [*_apart(items[:half], work), *_apart(items[half:], work)]


def _told(error: Exception) -> SummarizeError:
    return error if isinstance(error, SummarizeError) else DefectError(error)
