"""Every thread of a cluster is used once, and a lost machine leaves room for its actors."""

from typing import Any

import pytest

from summarize.batch.ray.shares import Share, share_of

SMALL, LARGE, GPUS = {"CPU": 2.0}, {"CPU": 16.0}, {"CPU": 16.0, "GPU": 4.0}


@pytest.mark.parametrize(
    ("nodes", "models", "expected"),
    [
        ([SMALL], 1, Share(1, 1.0, 0, 2)),
        ([SMALL], 2, Share(1, 0.5, 0, 1)),
        ([SMALL, SMALL], 1, Share(2, 1.0, 0, 2)),
        ([SMALL, SMALL], 2, Share(2, 0.5, 0, 1)),
        ([LARGE], 1, Share(2, 4, 0, 8)),
        ([LARGE, SMALL], 1, Share(9, 1.0, 0, 2)),
        ([{"CPU": 1.0}], 2, Share(1, 0.5, 0, 1)),
        ([{"memory": 5.0}, SMALL], 1, Share(1, 1.0, 0, 2)),
    ],
)
def test_threads_of_the_cluster_are_divided(
    nodes: list[dict[str, Any]], models: int, expected: Share
) -> None:
    assert share_of(nodes, models, gpu=True) == expected


def test_each_gpu_gets_one_actor_of_every_model() -> None:
    assert share_of([GPUS, LARGE], 1, gpu=True) == Share(4, 0, 1.0, 1)
    assert share_of([GPUS, LARGE], 2, gpu=True) == Share(4, 0, 0.5, 1)


def test_gpus_are_left_alone_where_the_cpu_was_asked_for() -> None:
    assert share_of([GPUS], 1, gpu=False).gpus == 0


@pytest.mark.parametrize("models", [1, 2])
@pytest.mark.parametrize("nodes", [[SMALL] * 2, [LARGE] * 3, [LARGE, SMALL, SMALL]])
def test_half_of_the_cpus_stays_free(nodes: list[dict[str, Any]], models: int) -> None:
    share = share_of(nodes, models, gpu=True)
    assert models * share.actors * share.cpus <= sum(node["CPU"] for node in nodes) / 2
