"""What a batch would do, for ``--dry-run``: nothing is computed and nothing written."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from pathlib import Path

from summarize.batch.journal import STATE, Journal
from summarize.batch.names import Places, file_name
from summarize.batch.records import Entry
from summarize.batch.run import Job, open_desk
from summarize.batch.signals import Stop
from summarize.feeds.seen import FILE, Seen


def preview(job: Job, recipe: str, notify: Callable[[str], None]) -> Iterator[str]:
    """One line for each input, and a last one with the totals. ``notify`` gets lines for people."""
    records = Journal(job.output).records
    places = Places({own: record.place for own, record in records.items()})
    counts: Counter[str] = Counter()
    with closing(Seen(job.output / STATE / FILE, notify, keep=False)) as seen:
        desk = open_desk(job, recipe, records, seen, Stop(), notify)
        inputs = desk.feeds.look(job.inputs)
        names = {
            **{r.id: r.input for r in records.values()},
            **{one.id: one.name for one in inputs},
        }
        placed = zip(inputs, places.assign(inputs), strict=True)
        for entry in filter(None, desk.joiner.join(map(desk.reader.read, placed))):
            files = [job.output / file_name(entry.place, name) for name in job.formats]
            state, more = _state(entry, files, names)
            counts[state] += 1
            yield f"{state:<10}{entry.source.name}{more}"
    told = ", ".join(f"{number:,} {state}" for state, number in counts.most_common())
    yield f"{len(inputs):,} inputs: {told}"


def _state(entry: Entry, files: list[Path], names: Mapping[str, str]) -> tuple[str, str]:
    """One word for what would become of an entry, and what to add about it.

    ``names`` are what people call the inputs, by id.
    """
    if entry.error is not None:
        return "fails", f": {entry.error.message}"
    if entry.known is not None and entry.known.error:
        return "failed", f" before: {entry.known.error}"
    if same_as := entry.same_as or (entry.known.same_as if entry.known else ""):
        return "joined", f": the same story as {names.get(same_as, same_as)}"
    if entry.known is not None:
        return "unchanged", ""
    return "to do", f" -> {', '.join(map(str, files))}"
