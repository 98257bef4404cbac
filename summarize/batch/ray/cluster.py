"""A Ray cluster, found or started on this machine, with a pool of actors for each model."""

from collections.abc import Callable
from functools import partial
from typing import Any

from summarize.backends.registry import Role
from summarize.batch.local import LocalRunner
from summarize.batch.ray.connect import connect, what_it_says
from summarize.batch.ray.models import LIGHT_MODELS, Recipe, remote_model
from summarize.batch.ray.order import OrderedCache, overlapped
from summarize.batch.ray.shares import LIGHT, Share, share_of
from summarize.cache import Cache, NoCache
from summarize.errors import ClusterError, SummarizeError
from summarize.options import BackendOptions
from summarize.pipeline import Pipeline

AHEAD = 2
"""Windows in flight for each actor of the largest pool: one at work, one on its way."""


class Cluster:
    """Runs models on the cluster at ``address``, or on one of this machine alone where it is "".

    ``names`` are the models that will be asked for. Raises ``UsageError`` where Ray is not
    installed, ``ClusterError`` where no cluster answers.
    """

    def __init__(self, address: str, names: tuple[str, ...], notify: Callable[[str], None]) -> None:
        self._notify = notify
        self._heavy = sum(name not in LIGHT_MODELS for name in names)
        self._pools: list[Any] = []
        self._cache = OrderedCache(NoCache())
        self._own = connect(address)
        import ray

        self._nodes = [node["Resources"] for node in ray.nodes() if node["Alive"]]

    def cache(self, cache: Cache) -> Cache:
        """``cache`` for a pipeline of which many windows are in flight together."""
        self._cache = OrderedCache(cache)
        return self._cache

    def runner(self, pipeline: Pipeline) -> LocalRunner:
        """Runs ``pipeline``, which has models and cache of this cluster."""
        most = AHEAD * max(pool.actors for pool in self._pools)
        return LocalRunner(pipeline, partial(overlapped, most=most, turn=self._cache.turn))

    def model(self, role: Role, name: str, options: BackendOptions) -> Any:
        """A stand-in for a model, run by a pool of its own. Raises ``SummarizeError``."""
        from summarize.batch.ray.pool import ActorPool

        recipe = Recipe(role, name, options)
        share = self._share(name, options)
        signature = _signature(recipe.portable, share)
        pool = ActorPool(recipe, signature, share, self._notify)
        self._pools.append(pool)
        return remote_model(recipe, pool, signature)

    def close(self) -> None:
        """Let all actors go, and the cluster too where it was started here."""
        import ray

        for pool in self._pools:
            pool.close()
        if self._own:
            ray.shutdown()

    def _share(self, name: str, options: BackendOptions) -> Share:
        if name in LIGHT_MODELS:
            return LIGHT
        return share_of(self._nodes, self._heavy, gpu=options.device != "cpu")


def _signature(recipe: Recipe, share: Share) -> str:
    """That of the model on a machine where it will run: the precision may hang on a GPU."""
    import ray

    def ask(own: Recipe) -> str | SummarizeError:
        try:
            return str(own.make(lambda _message: None).signature)
        except SummarizeError as error:
            return error

    remote = ray.remote(num_cpus=share.cpus, num_gpus=share.gpus)(ask)
    try:
        found = ray.get(remote.remote(recipe))
    except ray.exceptions.RayError as error:
        raise ClusterError(
            f"the cluster cannot make the model {recipe.name}: {what_it_says(error)}",
            "Install the same summarize-km[ray] on all of its machines.",
        ) from error
    if isinstance(found, SummarizeError):
        raise found
    return str(found)
