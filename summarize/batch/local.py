"""The runner of one machine: every stage of the pipeline in a thread of its own."""

import threading
import time
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from summarize.batch.records import Window
from summarize.batch.runner import Finished, Outcome
from summarize.errors import (
    ArticleError,
    ClusterError,
    DefectError,
    InputTooLongError,
    ModelCorruptedError,
    ModelMissingError,
    SummarizeError,
)
from summarize.pipeline import Pipeline
from summarize.steps import Failure, Stage, Underway
from summarize.stream import staged

HOPELESS = (ModelMissingError, ModelCorruptedError, ClusterError)
"""Errors that are the same for every article."""
OF_THE_ARTICLE = (ArticleError, InputTooLongError)
IN_A_ROW = 5
"""So many articles failing one after the other, none for its own sake: the model is at fault."""
State = Underway | Failure


@dataclass(frozen=True, slots=True)
class _Batch:
    """A window between stages; ``dropped`` when the batch was stopped before a model began it."""

    window: Window
    states: Sequence[State]
    milliseconds: dict[str, float] = field(default_factory=dict)
    dropped: bool = False


Flow = Callable[[Iterable[_Batch], Sequence[Callable[[_Batch], _Batch]]], Iterator[_Batch]]
"""Brings items through stages, in order, as :func:`summarize.stream.staged` does."""


class LocalRunner:
    """Runs ``pipeline`` on this machine.

    While a model translates one window, the next is summarised and the last one checked: that is
    how ``flow`` brings windows through stages, unless another way is given.
    """

    def __init__(self, pipeline: Pipeline, flow: Flow = staged) -> None:
        self._pipeline = pipeline
        self._flow = flow
        self._failed_in_a_row: Counter[str] = Counter()

    def run(self, windows: Iterable[Window], stop: threading.Event) -> Generator[Finished]:
        """See :class:`summarize.batch.runner.Runner`."""
        batches = (_Batch(w, [Underway(article) for article in w.articles]) for w in windows)
        stages = [partial(self._through, stage, stop) for stage in self._pipeline.stages]
        for batch in self._flow(batches, stages):
            if not batch.dropped:
                yield batch.window, self._outcomes(batch)

    def _through(self, stage: Stage, stop: threading.Event, batch: _Batch) -> _Batch:
        """``batch`` after one stage; articles that fail in it go no further."""
        if batch.dropped or (stage.by_model and stop.is_set()):
            return replace(batch, dropped=True)
        going = [state for state in batch.states if isinstance(state, Underway)]
        start = time.perf_counter()
        found = iter(self._apply(stage, going) if going else ())
        states = [s if isinstance(s, Failure) else next(found) for s in batch.states]
        spent = (time.perf_counter() - start) * 1000 / max(1, len(going))
        return replace(
            batch, states=states, milliseconds={**batch.milliseconds, stage.name: round(spent, 3)}
        )

    def _apply(self, stage: Stage, states: Sequence[Underway]) -> list[State]:
        """``states`` after ``stage``; where that fails, in halves, until the culprit is alone."""
        try:
            found: list[State] = [*stage.apply(states)]
        except HOPELESS:
            raise
        except Exception as error:
            if len(states) > 1:
                half = len(states) // 2
                return self._apply(stage, states[:half]) + self._apply(stage, states[half:])
            return [self._failure(stage, states[0], error)]
        self._failed_in_a_row[stage.name] = 0
        return found

    def _failure(self, stage: Stage, state: Underway, error: Exception) -> Failure:
        """The failure of one article, unless it looks like one of all articles."""
        told = error if isinstance(error, SummarizeError) else DefectError(error)
        if not isinstance(error, OF_THE_ARTICLE):
            self._failed_in_a_row[stage.name] += 1
            if self._failed_in_a_row[stage.name] >= IN_A_ROW:
                raise told from error
        return Failure(state.article.source, told)

    def _outcomes(self, batch: _Batch) -> list[Outcome]:
        read = [entry.read_milliseconds for entry in batch.window.entries if entry.article]
        return [
            state
            if isinstance(state, Failure)
            else self._pipeline.result(state, {"read": spent, **batch.milliseconds})
            for state, spent in zip(batch.states, read, strict=True)
        ]
