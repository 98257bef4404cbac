"""The models of a pipeline: their stand-ins in the driver, and what runs them in an actor."""

import pickle
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol, cast

from summarize.backends import registry
from summarize.backends.base import (
    Candidate,
    FaultySentence,
    OffersCandidates,
    OffersRewrites,
    OffersSummaries,
    SummarySpec,
    TranslationSpec,
)
from summarize.errors import DefectError, ModelError, SummarizeError
from summarize.options import BackendOptions, silent
from summarize.records import Article, Summary

LIGHT_MODELS = ("extractive",)
"""Models that take milliseconds and no GPU."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to make a model on whatever machine; everything in ``options`` but ``notify`` counts."""

    role: registry.Role
    name: str
    options: BackendOptions

    def make(self, notify: Callable[[str], None]) -> Any:
        """The model, its weights not loaded yet. Raises ``SummarizeError``."""
        return registry.backend(self.role, self.name, replace(self.options, notify=notify))

    @property
    def portable(self) -> "Recipe":
        """Without what cannot leave this process."""
        return replace(self, options=replace(self.options, notify=silent))


@dataclass(frozen=True, slots=True)
class Call:
    """One method of a model and its arguments."""

    method: str
    arguments: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """What a call gave, or the error it raised; and what the model had to tell meanwhile."""

    value: Any = None
    error: SummarizeError | None = None
    told: tuple[str, ...] = ()


class Worker:
    """A model in an actor: answers calls. It must be the one that bears ``signature``."""

    def __init__(self, recipe: Recipe, signature: str, threads: int) -> None:
        import os

        os.environ["OMP_NUM_THREADS"] = str(threads)  # read when the weights are loaded
        self._told: list[str] = []
        self._recipe = recipe
        self._signature = signature
        self._model: Any = None

    def __call__(self, batch: Any) -> Any:
        """The replies to a table of calls; to an empty call, nothing."""
        import pyarrow as pa

        from summarize.batch.ray.feed import CALL, NUMBER, REPLY

        numbers, calls = (batch[name].to_pylist() for name in (NUMBER, CALL))
        replies = [pickle.dumps(self._answer(pickle.loads(c))) if c else b"" for c in calls]  # noqa: S301  (from the driver)
        return pa.table({NUMBER: numbers, REPLY: pa.array(replies, pa.large_binary())})

    def _answer(self, call: Call) -> Reply:
        try:
            value = getattr(self._made(), call.method)(*call.arguments)
            return Reply(value, told=self._news())
        except SummarizeError as error:
            return Reply(error=error, told=self._news())
        except Exception as error:  # of a plug-in: it must not stop the cluster
            return Reply(error=DefectError(error), told=self._news())

    def _made(self) -> Any:
        if self._model is None:
            model = self._recipe.make(self._told.append)
            if model.signature != self._signature:
                raise ModelError(
                    f"the machines of the cluster have different models: {model.signature} here, "
                    f"{self._signature} there",
                    "Install the same versions and the same models on all of them.",
                )
            self._model = model
        return self._model

    def _news(self) -> tuple[str, ...]:
        told = tuple(self._told)
        self._told.clear()
        return told


class Pool(Protocol):
    """Actors that run one model."""

    def ask(self, call: Call) -> Any:
        """What the model answers. Raises what it raises; ``ClusterError`` where none answers."""


class _Remote:
    def __init__(self, pool: Pool, signature: str) -> None:
        self._pool = pool
        self._signature = signature

    @property
    def signature(self) -> str:
        """That of the model in the cluster."""
        return self._signature

    def _ask(self, method: str, *arguments: Any) -> Any:
        return self._pool.ask(Call(method, arguments))


class _RemoteSummarizer(_Remote):
    def summarize(self, articles: Sequence[Article], spec: SummarySpec) -> list[Summary]:
        return cast(list[Summary], self._ask("summarize", articles, spec))


class _WithSummaries(_Remote):
    def further_summaries(self, articles: Sequence[Article], most: int) -> list[list[list[str]]]:
        return cast(list[list[list[str]]], self._ask("further_summaries", articles, most))


class _WithRewrites(_Remote):
    def rewrites(self, faulty: Sequence[FaultySentence]) -> list[str]:
        return cast(list[str], self._ask("rewrites", faulty))


class _RemoteTranslator(_Remote):
    def translate(self, sentences: Sequence[str], spec: TranslationSpec) -> list[str]:
        return cast(list[str], self._ask("translate", sentences, spec))


class _WithCandidates(_Remote):
    def candidates(
        self, sentences: Sequence[str], spec: TranslationSpec, most: int
    ) -> list[list[Candidate]]:
        return cast(list[list[Candidate]], self._ask("candidates", sentences, spec, most))


_OFFERS: dict[type, type[_Remote]] = {
    OffersSummaries: _WithSummaries,
    OffersRewrites: _WithRewrites,
    OffersCandidates: _WithCandidates,
}


def remote_model(recipe: Recipe, pool: Pool, signature: str) -> Any:
    """A stand-in for the model of ``recipe`` that asks ``pool``, and offers what the model does.

    Raises ``SummarizeError``.
    """
    local = recipe.make(silent)
    base = _RemoteSummarizer if recipe.role == "summarizer" else _RemoteTranslator
    kinds = [own for protocol, own in _OFFERS.items() if isinstance(local, protocol)]
    return type(base.__name__, (base, *kinds), {})(pool, signature)
