"""Length-sorted batches of bounded size, several at once, with the order of the inputs restored."""

from collections.abc import Callable, Generator, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass
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


def batches_as_done(
    items: Sequence[Item],
    length: Callable[[Item], int],
    run: Callable[[Sequence[Item]], Sequence[Output]],
    batching: Batching = ONE_BY_ONE,
) -> Generator[list[tuple[int, Output]]]:
    """The outputs of each batch, with the positions of their items, as soon as it is done.

    ``run`` sees one batch at a time. What is done already comes before the error of a batch.
    """
    batches = token_batches([length(item) for item in items], batching)

    def done(batch: list[int]) -> list[tuple[int, Output]]:
        return list(zip(batch, run([items[i] for i in batch]), strict=True))

    if min(batching.workers, len(batches)) <= 1:
        yield from map(done, batches)
        return
    with ThreadPoolExecutor(batching.workers) as pool:
        futures = [pool.submit(done, batch) for batch in batches]
        try:
            for future in as_completed(futures):
                yield future.result()
        finally:  # whoever stops early waits for the batches under way only
            for future in futures:
                future.cancel()


def in_order(found: Iterable[Sequence[tuple[int, Output]]]) -> list[Output]:
    """Outputs by their positions, which are 0, 1, 2 and so on in whatever order."""
    outputs = dict(pair for batch in found for pair in batch)
    return [outputs[i] for i in range(len(outputs))]
