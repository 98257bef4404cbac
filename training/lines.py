"""Long work, line by line: what is done is in a file of JSON lines, and is not done again."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

Record = dict[str, Any]


def records(path: Path) -> Iterator[Record]:
    """The records of ``path``, none where it does not exist; a last line cut short is left out."""
    if path.exists():
        with path.open(encoding="utf-8") as stream:
            yield from (json.loads(line) for line in stream if line.endswith("\n"))


def go_on(
    path: Path, inputs: Sequence[str], work: Callable[[list[str]], Iterable[Record]], size: int
) -> int:
    """Append a record for each input that ``path`` has none of yet, ``size`` at a time.

    The inputs must be the same ones in the same order each time. Returns how many were done now.
    """
    done = _whole_lines(path)
    left = iter(inputs[done:])
    with path.open("a", encoding="utf-8") as stream:
        while group := list(islice(left, size)):
            lines = [json.dumps(record, ensure_ascii=False) for record in work(group)]
            if len(lines) != len(group):
                raise ValueError(f"{len(lines)} records for {len(group)} inputs")
            stream.write("".join(f"{line}\n" for line in lines))
            stream.flush()
    return len(inputs) - done


def _whole_lines(path: Path) -> int:
    """How many lines there are, after taking away a last one that was cut short."""
    if not path.exists():
        return 0
    data = path.read_bytes()
    whole = data[: data.rfind(b"\n") + 1]
    if len(whole) < len(data):
        path.write_bytes(whole)
    return whole.count(b"\n")
