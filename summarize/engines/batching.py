"""Length-sorted batches of bounded size, with the order of the inputs restored."""

from collections.abc import Callable, Sequence
from typing import TypeVar

Item = TypeVar("Item")
Output = TypeVar("Output")

TOKENS = 2048
"""Source tokens in one batch, padding included: enough to fill a CPU, little memory."""


def token_batches(lengths: Sequence[int], budget: int = TOKENS) -> list[list[int]]:
    """Group positions of ``lengths`` (tokens) so that like lengths meet and padding is rare.

    A batch of n inputs whose longest has m tokens costs n * m, at most ``budget``; an input that
    alone costs more is a batch of its own. Longest first, so that memory runs short early.
    """
    batches: list[list[int]] = []
    for position in sorted(range(len(lengths)), key=lambda i: (-lengths[i], i)):
        if batches and (len(batches[-1]) + 1) * lengths[batches[-1][0]] <= budget:
            batches[-1].append(position)
        else:
            batches.append([position])
    return batches


def run_batched(
    items: Sequence[Item],
    length: Callable[[Item], int],
    run: Callable[[Sequence[Item]], Sequence[Output]],
    budget: int = TOKENS,
) -> list[Output]:
    """One output for each item, in the order of ``items``; ``run`` sees one batch at a time."""
    found: dict[int, Output] = {}
    for batch in token_batches([length(item) for item in items], budget):
        outputs = run([items[i] for i in batch])
        found.update(zip(batch, outputs, strict=True))
    return [found[i] for i in range(len(items))]
