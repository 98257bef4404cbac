"""The frozen records that travel between the steps, with their JSON form (``schema`` 1).

Identifiers are stable within one result: article sentences are ``a1``, ``a2``, …; summary
sentences ``s1``, …; Khmer segments ``k1``, …; the headline ``h1``, its Khmer ``kh1``. Offsets
count characters of ``Article.text``.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

SCHEMA = 1

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article; ``article.text[start:end] == text``."""

    id: str
    text: str
    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Article:
    """An English article, cleaned: paragraphs of ``text`` are parted by one blank line.

    ``source`` is a file path, a URL or ``-``; ``sha256`` is of the UTF-8 bytes of title and text,
    and ``id`` its first twelve hexadecimal digits. ``language`` is an ISO 639-1 code. ``dateline``
    is what stood before the first sentence to say where, when and by whom it was written, "" for
    nothing; ``left_out`` names parts of the input that are not in ``text`` though they may matter.
    """

    id: str
    title: str
    source: str
    sha256: str
    text: str
    sentences: tuple[Sentence, ...]
    language: str = "en"
    dateline: str = ""
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """An article sentence that supports a summary sentence, with its offsets in the article."""

    id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Edit:
    """A place where a copied sentence differs from the article.

    ``text[start:end]`` of the summary sentence stands where the article has ``was``, at ``at``
    (characters of ``Article.text``); nothing stands there where the two are equal, and nothing
    stood there where ``was`` is "". ``origin`` is where the article has the name that was put in.
    All else in the sentence is the article's, character by character.
    """

    start: int
    end: int
    was: str
    at: int
    origin: Source | None = None


@dataclass(frozen=True, slots=True)
class SummarySentence:
    """One English sentence of the summary and the article sentences it rests on.

    ``replaced`` says why it stands where the model had written another, "" where it had not.
    ``support`` is the share, from 0 to 1, of its words, names and numbers, weighed by how telling
    they are, that the sources explain; ``None`` where nobody measured it. ``edits`` tells where a
    copied sentence differs from the article's, in order.
    """

    id: str
    text: str
    sources: tuple[Source, ...] = ()
    replaced: str = ""
    support: float | None = None
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """The English summary of one article, and the signature of what wrote it.

    ``parts`` is into how many parts the article was divided because it was too long for the model.
    """

    sentences: tuple[SummarySentence, ...]
    signature: str
    parts: int = 1


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a text: ``text[start:end]``, in characters."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Segment:
    """One Khmer sentence (``target``) and the English it was drafted from (``source``).

    ``sentence`` is the id of that English sentence, in the summary or in the article; ``mended``
    tells what the program itself put right in the model's Khmer, "" for nothing. ``origin`` is
    ``memory`` where the Khmer was approved for the same English before, ``fuzzy`` where it was for
    nearly the same and ``mended`` tells what was exchanged, "" where a model wrote it.
    ``alternatives`` are other wordings that the model found likely, the soundest first. ``score``
    is the mean log-probability of the tokens to the model, and ``confidence`` how likely the draft
    is usable, 0 to 1 (see :mod:`summarize.confidence`); ``None`` where they are not known.
    ``doubtful`` are the words of ``target`` that the model found unlikely, in order, apart.
    """

    id: str
    sentence: str
    source: str
    target: str
    mended: str = ""
    origin: str = ""
    alternatives: tuple[str, ...] = ()
    score: float | None = None
    confidence: float | None = None
    doubtful: tuple[Stretch, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """The Khmer draft: one segment for each summary sentence, in order."""

    segments: tuple[Segment, ...]
    signature: str


@dataclass(frozen=True, slots=True)
class Headline:
    """The headline of a story: ``text`` in English, and its ``khmer``, ``None`` where none is.

    ``plain`` is ``text`` in the case of a sentence: what the Khmer is drafted from. ``sources`` are
    the sentences of the article that it was made from, none where it is the article's own.
    """

    text: str
    plain: str
    sources: tuple[Source, ...] = ()
    khmer: Segment | None = None
    id: str = "h1"


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check has to say about one sentence or segment (``where`` is its id)."""

    check: str
    severity: Severity
    message: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Provenance:
    """How a result came about: who wrote it, what came from the cache, how long each step took."""

    version: str
    signatures: Mapping[str, str] = field(default_factory=dict)
    cache_hits: Mapping[str, bool] = field(default_factory=dict)
    milliseconds: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Result:
    """Everything known about one article: the unit that is printed, stored and reviewed.

    ``summary`` is ``None`` where the whole text was translated, ``draft`` where nothing was,
    ``headline`` where the article has none and none was made, and in older results.
    """

    article: Article
    summary: Summary | None
    draft: Draft | None
    findings: tuple[Finding, ...]
    provenance: Provenance
    headline: Headline | None = None

    @property
    def segments(self) -> tuple[Segment, ...]:
        """All that was drafted in Khmer, in the order of reading: the headline comes first."""
        khmer = self.headline.khmer if self.headline else None
        drafted = self.draft.segments if self.draft else ()
        return (khmer, *drafted) if khmer else drafted

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready form; :meth:`from_dict` restores an equal record."""
        return {"schema": SCHEMA, **asdict(self)}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> "Result":
        """Read the JSON form. Raises ``ValueError`` on another schema, ``KeyError`` on gaps."""
        if data.get("schema") != SCHEMA:
            raise ValueError(
                f"result has schema {data.get('schema')!r}, this program reads {SCHEMA}"
            )
        summary, draft, headline = data["summary"], data["draft"], data.get("headline")
        return cls(
            article=article_from_dict(data["article"]),
            summary=None if summary is None else summary_from_dict(summary),
            draft=None if draft is None else draft_from_dict(draft),
            findings=tuple(Finding(**item) for item in data["findings"]),
            provenance=Provenance(**data["provenance"]),
            headline=None if headline is None else headline_from_dict(headline),
        )


def article_from_dict(data: Mapping[str, Any]) -> Article:
    """Read an article back from its JSON form."""
    sentences = tuple(Sentence(**item) for item in data["sentences"])
    left_out = tuple(data.get("left_out", ()))
    return Article(**{**data, "sentences": sentences, "left_out": left_out})


def summary_from_dict(data: Mapping[str, Any]) -> Summary:
    """Read a summary back from its JSON form."""
    sentences = tuple(map(_summary_sentence, data["sentences"]))
    return Summary(sentences, data["signature"], data.get("parts", 1))


def _summary_sentence(data: Mapping[str, Any]) -> SummarySentence:
    sources = tuple(Source(**source) for source in data["sources"])
    edits = tuple(map(_edit, data.get("edits", ())))
    return SummarySentence(**{**data, "sources": sources, "edits": edits})


def _edit(data: Mapping[str, Any]) -> Edit:
    origin = data["origin"]
    return Edit(**{**data, "origin": None if origin is None else Source(**origin)})


def draft_from_dict(data: Mapping[str, Any]) -> Draft:
    """Read a draft back from its JSON form."""
    return Draft(tuple(map(_segment_from_dict, data["segments"])), data["signature"])


def headline_from_dict(data: Mapping[str, Any]) -> Headline:
    """Read a headline back from its JSON form."""
    sources = tuple(Source(**source) for source in data["sources"])
    khmer = data["khmer"]
    drafted = None if khmer is None else _segment_from_dict(khmer)
    return Headline(**{**data, "sources": sources, "khmer": drafted})


def _segment_from_dict(data: Mapping[str, Any]) -> Segment:
    alternatives = tuple(data.get("alternatives", ()))
    doubtful = stretches_from_dicts(data.get("doubtful", ()))
    return Segment(**{**data, "alternatives": alternatives, "doubtful": doubtful})


def stretches_from_dicts(items: Iterable[Mapping[str, int]]) -> tuple[Stretch, ...]:
    """Read stretches back from their JSON form."""
    return tuple(Stretch(**item) for item in items)
