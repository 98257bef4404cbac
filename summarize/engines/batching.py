"""Length-sorted batches of bounded size, several at once, with the order of the inputs restored."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

Item = TypeVar("Item")
Output = TypeVar("Output")


@dataclass(frozen=True, slots=True)
class Batching:
    """``tokens`` of source fit in a batch, padding included; ``workers`` run batches side by side.

    No batch holds more than one of ``shares`` equal parts of the inputs. What is in a batch does
    not depend on ``workers``: rounding depends on it, by a little, and a text should be the same
    on machines with few and with many cores.
    """

    tokens: int = 2048
    shares: int = 1
    workers: int = 1


ONE_BY_ONE = Batching()


def token_batches(lengths: Sequence[int], batching: Batching = ONE_BY_ONE) -> list[list[int]]:
    """Group positions of ``lengths`` (tokens) so that like lengths meet and padding is rare.

    A batch of n inputs whose longest has m tokens costs n * m; an input that alone costs too much
    is a batch of its own. Longest first, so that memory runs short early.
    """
    most = -(-len(lengths) // batching.shares)
    batches: list[list[int]] = []
    for position in sorted(range(len(lengths)), key=lambda i: (-lengths[i], i)):
        size = len(batches[-1]) + 1 if batches else most + 1
        if size <= most and size * lengths[batches[-1][0]] <= batching.tokens:
            batches[-1].append(position)
        else:
            batches.append([position])
    return batches


def run_batched(
    items: Sequence[Item],
    length: Callable[[Item], int],
    run: Callable[[Sequence[Item]], Sequence[Output]],
    batching: Batching = ONE_BY_ONE,
) -> list[Output]:
    """One output for each item, in the order of ``items``; ``run`` sees one batch at a time."""
    batches = token_batches([length(item) for item in items], batching)
    outputs = _run([[items[i] for i in batch] for batch in batches], run, batching.workers)
    found = dict(zip(chain.from_iterable(batches), chain.from_iterable(outputs), strict=True))
    return [found[i] for i in range(len(items))]


def _run(
    batches: Sequence[Sequence[Item]],
    run: Callable[[Sequence[Item]], Sequence[Output]],
    workers: int,
) -> Iterable[Sequence[Output]]:
    if min(workers, len(batches)) <= 1:
        return map(run, batches)
    with ThreadPoolExecutor(workers) as pool:
        return list(pool.map(run, batches))
