"""How the machines of a cluster are shared among the models."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from summarize.engines.ctranslate2 import THREADS

CPU, GPU = "CPU", "GPU"


@dataclass(frozen=True, slots=True)
class Share:
    """The actors of one model; of each, what it asks of Ray and its CPU threads."""

    actors: int
    cpus: float
    gpus: float
    threads: int


LIGHT = Share(actors=1, cpus=0, gpus=0, threads=1)
"""For a model that takes milliseconds."""


def share_of(nodes: Sequence[Mapping[str, float]], models: int, *, gpu: bool) -> Share:
    """What each of ``models`` heavy models gets of ``nodes``, the resources of each machine.

    With GPUs an actor for each; otherwise every thread of the cluster is used once. Only half of
    the CPUs is asked for, so that actors find room elsewhere when a machine is lost.
    """
    gpus = int(sum(node.get(GPU, 0) for node in nodes))
    if gpu and gpus:
        return Share(gpus, cpus=0, gpus=1 / models, threads=1)
    cpus = [int(node[CPU]) for node in nodes if node.get(CPU, 0) >= 1]
    threads = max(1, min(THREADS, min(cpus, default=1) // models))
    actors = sum(own // (threads * models) for own in cpus)
    return Share(max(1, actors), threads / 2 if threads < 3 else threads // 2, 0, threads)
