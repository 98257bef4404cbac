"""What a run has done so far: counts, speed, and how long the rest may take."""

import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from summarize.batch.held import is_in_folder
from summarize.batch.records import Record
from summarize.confidence import Level

Status = Literal["done", "unchanged", "joined", "failed"]
"""``joined``: it tells the same story as another input, and has no files of its own."""


@dataclass(slots=True)
class Tally:
    """Counts of one run; ``status`` has each input that was settled, by id, in order.

    ``total`` is of the inputs known so far, ``sentences`` of those drafted in this run,
    ``with_errors`` of results in which a check found an error, ``held`` of those set apart.
    """

    total: int = 0
    status: dict[str, Status] = field(default_factory=dict)
    counts: Counter[Status] = field(default_factory=Counter)
    sentences: int = 0
    with_errors: int = 0
    held: int = 0
    start: float = field(default_factory=time.monotonic)

    def add(self, record: Record, *, known: bool) -> None:
        """Count one settled input; ``known`` when its record is from an earlier run."""
        status: Status = "failed" if record.error else "unchanged" if known else "done"
        if record.same_as and not record.error:
            status = "joined"
        self.forget(record.id)  # a watched file has changed
        self.status[record.id] = status
        self.counts[status] += 1
        self.sentences += 0 if known else record.sentences
        self.with_errors += any(name.endswith("/error") for name in record.findings)
        self.held += not record.same_as and is_in_folder(record.files)

    def forget(self, own: str) -> None:
        """Take back what was counted of the input with that id, if anything was."""
        if before := self.status.pop(own, None):
            self.counts[before] -= 1

    @property
    def seconds(self) -> float:
        """Since the run began."""
        return time.monotonic() - self.start

    @property
    def seconds_left(self) -> float | None:
        """How long the rest may take at the pace so far; ``None`` before anything is known."""
        done = self.counts["done"]
        return (self.total - len(self.status)) * self.seconds / done if done else None


def levels_of_all(records: Iterable[Record]) -> Counter[Level]:
    """How many Khmer sentences of all ``records`` have which level."""
    return sum((Counter(one.levels) for one in records), Counter[Level]())


def most_doubtful_first(records: Iterable[Record]) -> list[Record]:
    """Those of ``records`` with Khmer; first where fewest of the sentences are likely usable."""
    drafted = (one for one in records if one.levels and not one.same_as)
    return sorted(drafted, key=_sound_share)


def _sound_share(record: Record) -> tuple[float, float]:
    """Shares of the sentences that are likely usable, and that are not likely wrong."""
    total = sum(record.levels.values())
    return record.levels.get("usable", 0) / total, -record.levels.get("wrong", 0) / total
