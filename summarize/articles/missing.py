"""What a reader leaves out and says so."""

from collections import Counter
from collections.abc import Iterable


def counted(names: Iterable[str]) -> tuple[str, ...]:
    """Each of ``names`` once, with its number: "a table" three times is "3 tables"."""
    return tuple(
        name if times == 1 else f"{times} {name.partition(' ')[2]}s"
        for name, times in Counter(names).items()
    )
