"""The same story from two feeds: found by its words, so that it is worked on once."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from summarize.batch.records import Entry, Record
from summarize.feeds.seen import Seen
from summarize.feeds.similar import Stories, sketch


class Joiner:
    """Joins items of feeds to the item that told the same story first.

    ``is_done`` says whether the item with an id has files of its own that are as they should be;
    ``records`` are those of the journal, ``seen`` has the stories of earlier runs.
    """

    def __init__(
        self, seen: Seen, records: Mapping[str, Record], is_done: Callable[[str], bool]
    ) -> None:
        self._seen = seen
        self._records = records
        self._is_done = is_done
        self._begun: set[str] = set()
        self._stories: Stories | None = None

    def join(self, entries: Iterable[Entry | None]) -> Iterator[Entry | None]:
        """``entries``; those that tell a story told before have its id and no article."""
        for entry in entries:
            if entry is None or entry.article is None or entry.source.item is None:
                yield entry
            else:
                yield self._joined(entry, entry.article.text)

    def _joined(self, entry: Entry, text: str) -> Entry:
        own, told = entry.source.id, sketch(text)
        if self._stories is None:
            self._stories = Stories()
            for story in self._seen.stories():
                self._stories.add(*story)
        if not self._has_files(own):
            earlier = self._stories.find(own, told, lambda n: n in self._begun or self._is_done(n))
            if earlier is not None:
                return replace(entry, article=None, same_as=earlier, told=told)
        self._stories.add(own, told)
        self._begun.add(own)
        return replace(entry, told=told)

    def _has_files(self, own: str) -> bool:
        """Whether it was worked on before, or is so now: then others may be joined to it."""
        record = self._records.get(own)
        done = record is not None and not record.error and not record.same_as
        return done or own in self._begun

    def settled(self, entry: Entry, record: Record) -> None:
        """Keep what became of ``entry``, an item of a feed."""
        own, item = entry.source.id, entry.source.item
        if item is None:
            return
        if record.error:
            self._begun.discard(own)
        elif entry.told is not None and not record.same_as:
            self._seen.note_story(own, entry.told)
        if self._seen.version(own) != item.version:
            self._seen.note(own, item.version)
