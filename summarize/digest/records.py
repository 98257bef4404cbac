"""A digest: stories with their tellers, their English, their Khmer, and how sure that is."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any, Literal

from summarize.confidence import Level

Standing = Literal[Level, "edited", "approved"]
"""Of a Khmer sentence: how likely a draft is usable, or what a person has done with it."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """English and its Khmer, "" for none; ``mark`` says in words how far that is to be trusted.

    ``standing`` is ``None`` where there is no Khmer.
    """

    english: str
    khmer: str = ""
    mark: str = ""
    standing: Standing | None = None


@dataclass(frozen=True, slots=True)
class Teller:
    """Who told a story: the headline, the file or address, and the dateline of an article."""

    title: str
    source: str
    dateline: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One story: headline (``title``) and sentences are those of the first of ``tellers``."""

    title: Sentence
    sentences: tuple[Sentence, ...]
    tellers: tuple[Teller, ...]

    @property
    def standings(self) -> Counter[Standing]:
        """How many Khmer sentences stand how, the headline among them."""
        every = (self.title, *self.sentences)
        return Counter(one.standing for one in every if one.standing is not None)


@dataclass(frozen=True, slots=True)
class Digest:
    """All stories, those that most told first; ``articles`` is how many articles there were."""

    entries: tuple[Entry, ...]
    articles: int

    @property
    def standings(self) -> Counter[Standing]:
        """Of all Khmer sentences of all entries."""
        return sum((entry.standings for entry in self.entries), Counter[Standing]())

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready form; docs/json.md describes it."""
        entries = [asdict(entry) | {"levels": dict(entry.standings)} for entry in self.entries]
        return {"articles": self.articles, "stories": entries}

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)
