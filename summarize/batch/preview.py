"""What a batch would do, for ``--dry-run``: nothing is computed and nothing written."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from summarize.batch.journal import Journal
from summarize.batch.names import Places, file_name
from summarize.batch.records import Entry
from summarize.batch.run import Job, reader_of


def preview(job: Job, recipe: str) -> Iterator[str]:
    """One line for each input, and a last one with the totals."""
    records = Journal(job.output).records
    reader = reader_of(job, recipe, records)
    places = Places({own: record.place for own, record in records.items()})
    counts: Counter[str] = Counter()
    for placed in zip(job.inputs, places.assign(job.inputs), strict=True):
        entry = reader.read(placed)
        state, more = _state(entry, [job.output / file_name(placed[1], f) for f in job.formats])
        counts[state] += 1
        yield f"{state:<10}{placed[0].name}{more}"
    told = ", ".join(f"{number:,} {state}" for state, number in counts.most_common())
    yield f"{len(job.inputs):,} inputs: {told}"


def _state(entry: Entry, files: list[Path]) -> tuple[str, str]:
    """One word for what would become of an entry, and what to add about it."""
    if entry.error is not None:
        return "fails", f": {entry.error.message}"
    if entry.known is not None and entry.known.error:
        return "failed", f" before: {entry.known.error}"
    if entry.known is not None:
        return "unchanged", ""
    return "to do", f" -> {', '.join(map(str, files))}"
