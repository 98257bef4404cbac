"""The feeds among the inputs of a batch: each is looked at, and its items take its place."""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Final

from summarize.articles.fetch import FEED_TYPES, NOTHING_KNOWN, XML_TYPES, Fetched
from summarize.articles.forms import SCHEME, form_of
from summarize.articles.read import require_online
from summarize.batch.names import address_place
from summarize.batch.plan import Selection
from summarize.batch.records import Input, Record
from summarize.batch.words import count
from summarize.errors import ArticleError, SummarizeError
from summarize.feeds.parse import feeds_named, newest_first, parse_feed
from summarize.feeds.polite import Polite
from summarize.feeds.records import Feed, Item
from summarize.feeds.seen import Seen

MOST_ITEMS: Final = 100
"""Of one feed, its newest, where no ``--limit`` is given."""
MOST_SITEMAPS: Final = 20
"""Sitemaps of an index that are looked at, its newest."""
DEEPEST: Final = 2
"""Indexes within indexes."""
TRIES: Final = 3
"""Looks at which an item is tried again after a failure that may pass."""
THREADS: Final = 4
"""Feeds looked at together, of different hosts."""


class Feeds:
    """Looks at feeds by ``web``, with what ``seen`` knows of them.

    ``records`` are those of the journal. ``every`` is the seconds between two looks when watching;
    where it is ``None``, a page in the place of a feed is an article. ``notify`` gets lines for
    people.
    """

    def __init__(
        self,
        web: Polite,
        seen: Seen,
        selection: Selection,
        records: Mapping[str, Record],
        notify: Callable[[str], None],
        *,
        offline: bool = False,
        every: float | None = None,
    ) -> None:
        self._web = web
        self._seen = seen
        self._selection = selection
        self._records = records
        self._notify = notify
        self._offline = offline
        self._every = every
        self._listed: dict[str, list[Input]] = {}
        self._due: dict[str, float] = {}
        self._tries: Counter[str] = Counter()

    def look(self, inputs: Sequence[Input]) -> list[Input]:
        """``inputs`` with the items of each feed in its place, each story once.

        A feed that cannot be read stays, with the error. When watching, what was found is given
        again until the next look is due.
        """
        due = [one for one in inputs if one.feed != "no" and self._is_due(one.id)]
        with ThreadPoolExecutor(THREADS, "feed") as pool:
            for feed, found in zip(due, pool.map(self._opened, due), strict=True):
                self._listed[feed.id] = self._again(found)
        pairs = (self._listed[one.id] if one.feed != "no" else [one] for one in inputs)
        unique: dict[str, Input] = {}
        for one in (one for found in pairs for one in found):
            unique.setdefault(one.id, one)
        return list(unique.values())

    def _is_due(self, feed: str) -> bool:
        now = time.monotonic()
        if self._due.get(feed, 0.0) > now:
            return False
        self._due[feed] = now + (self._every or 0.0)
        return True

    def _again(self, found: Iterable[Input]) -> list[Input]:
        """``found``, with a new version for items to be tried again."""
        return [replace(one, tries=self._next_try(one)) if one.item else one for one in found]

    def _next_try(self, one: Input) -> int:
        record = self._records.get(one.id)
        if record is not None and record.error and not record.lasting:
            self._tries[one.id] = min(self._tries[one.id] + 1, TRIES)
        return self._tries[one.id]

    def _opened(self, source: Input) -> list[Input]:
        """What is at the address of ``source``: the items of a feed, a page, or an error."""
        try:
            found = self._answer(
                source.name, robots=source.feed == "surely" or self._every is not None
            )
            if form_of(found.data) == "feed" or _is_no_page(source, found):
                items = self._items(source, found)
                return [one for one in map(_item_input, items) if self._takes(one)]
            if self._every is not None or source.feed == "surely":
                raise _not_a_feed(source.name, found)
        except SummarizeError as error:
            if self._every is not None:
                self._notify(f"{error.message}. {error.hint}".rstrip())
            return [replace(source, found=error)]
        page = replace(source, found=found)
        return [page] if self._takes(page) else []

    def _takes(self, one: Input) -> bool:
        return self._selection.takes(one.full, usual=True)

    def _answer(self, address: str, *, robots: bool) -> Fetched:
        """What ``address`` has, sent again only if it has changed. Raises ``FetchError``."""
        scheme = SCHEME.match(address)
        require_online(address, scheme[1].lower() if scheme else "", offline=self._offline)
        kept = self._seen.answer(address)
        known = kept.validators if kept else NOTHING_KNOWN
        found = self._web.get(address, None, robots=robots, known=known)
        if found.unchanged and kept is not None:
            return kept
        if found.validators != NOTHING_KNOWN and form_of(found.data) == "feed":
            self._seen.keep_answer(address, found)
        return found

    def _items(self, source: Input, found: Fetched) -> list[Item]:
        """The newest items of the feed ``found``. Raises ``ArticleError`` where there are none."""
        feed = self._parsed(source.name, found)
        items = list(feed.items)
        if feed.kind == "sitemap index":
            items = self._of_sitemaps(feed, DEEPEST)
        if not items:
            raise ArticleError(f"{source.name} is a {feed.kind} without items", "Try again later.")
        most = self._selection.limit or MOST_ITEMS
        if len(items) > most and not self._selection.limit:
            told = f"{source.name} lists {count(len(items), 'item')}; the newest {most:,} are taken"
            self._notify(f"{told} (--limit takes more).")
        return items[:most]

    def _parsed(self, address: str, found: Fetched) -> Feed:
        feed = parse_feed(found.data, found.address or address, found.charset)
        if feed.note:
            self._notify(f"{feed.note}; read all the same.")
        return feed

    def _of_sitemaps(self, index: Feed, depth: int) -> list[Item]:
        """Items of the newest sitemaps of ``index``; one that cannot be read is told and left."""
        most, items = self._selection.limit or MOST_ITEMS, list[Item]()
        for place in index.items[:MOST_SITEMAPS]:
            try:
                feed = self._parsed(place.link, self._answer(place.link, robots=True))
            except SummarizeError as error:
                self._notify(f"{error.message}. {error.hint}".rstrip())
                continue
            inner = feed.kind == "sitemap index"
            items += (self._of_sitemaps(feed, depth - 1) if depth else []) if inner else feed.items
            if len(items) >= most:
                break
        return list(newest_first({item.id: item for item in items}.values()))


def _item_input(item: Item) -> Input:
    place = address_place(item.link or item.own)
    return Input(item.link or item.own, place, place, id=item.id, found=item)


def _is_no_page(source: Input, found: Fetched) -> bool:
    """Whether ``found`` is XML or JSON that is no feed, which then says why."""
    if form_of(found.data) == "page":
        return False
    return source.feed == "surely" or found.content_type in {*FEED_TYPES, *XML_TYPES}


def _not_a_feed(address: str, found: Fetched) -> ArticleError:
    named = feeds_named(found.data, found.address or address)
    hint = f"The page names this feed: {named[0]}" if named else "Check the address of the feed."
    return ArticleError(f"{address} answered with a web page, not with a feed", hint)
