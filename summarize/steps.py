"""The steps of the way of an article: what each has come to, and what it would send to a model."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field

from summarize.cache import Codec, Remembered
from summarize.drafting import Drafted
from summarize.drafting.assemble import English
from summarize.drafting.clauses import as_sentence
from summarize.errors import SummarizeError
from summarize.json_text import read_json
from summarize.memory.lookup import Recalled
from summarize.records import (
    Article,
    Draft,
    Finding,
    Headline,
    Summary,
    stretches_from_dicts,
    summary_from_dict,
)

SUMMARIES: Codec[Summary] = Codec(dump=asdict, load=summary_from_dict)
DRAFTS: Codec[Drafted] = Codec(
    dump=asdict,
    load=lambda data: Drafted(
        **{
            **data,
            "alternatives": tuple(data["alternatives"]),
            "doubtful": stretches_from_dicts(data["doubtful"]),
        }
    ),
)


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that could not be processed, and why."""

    source: str
    error: SummarizeError


@dataclass(frozen=True, slots=True)
class Step:
    """One step that a run would take: the texts that the model ``signature`` would be sent.

    ``inputs`` is empty where they are not known before an earlier step has run.
    """

    article: str
    name: str
    signature: str
    inputs: tuple[str, ...]
    cached: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A text to be drafted, by which its Khmer goes; ``sent`` is what the model is given."""

    id: str
    text: str
    sent: str


@dataclass(frozen=True, slots=True)
class Khmer:
    """The Khmer of texts by their English: ``approved`` by people, or by a model."""

    approved: Mapping[str, Recalled]
    drafted: Mapping[str, Remembered[Drafted]]

    def values(self, texts: Iterable[Asked]) -> dict[str, Drafted]:
        """What of ``texts`` a model has drafted."""
        own = (one.text for one in texts)
        return {text: self.drafted[text].value for text in own if text in self.drafted}


@dataclass(frozen=True, slots=True)
class Underway:
    """How far one article has come."""

    article: Article
    summary: Remembered[Summary] | None = None
    headline: Headline | None = None
    draft: Remembered[Draft] | None = None
    findings: tuple[Finding, ...] = ()

    @property
    def sentences(self) -> Sequence[English]:
        """Those to be drafted: of the summary, or of the whole article where there is none."""
        return self.summary.value.sentences if self.summary else self.article.sentences

    @property
    def english(self) -> list[Asked]:
        """All that is to be drafted, the headline first."""
        return asked_of(self.headline, self.sentences)


@dataclass(frozen=True, slots=True)
class Stage:
    """One step for articles that go through it together; ``apply`` keeps their order.

    ``by_model`` marks those that may take long.
    """

    name: str
    apply: Callable[[Sequence[Underway]], list[Underway]]
    by_model: bool


@dataclass(frozen=True, slots=True)
class Clock:
    """Milliseconds spent in each step, summed over the articles that went through together."""

    milliseconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def time(self, step: str) -> Iterator[None]:
        """Add the time of the block to ``step``."""
        start = time.perf_counter()
        try:
            yield
        finally:
            spent = (time.perf_counter() - start) * 1000
            self.milliseconds[step] = self.milliseconds.get(step, 0.0) + spent

    def share(self, articles: int) -> dict[str, float]:
        """Mean milliseconds an article, to the microsecond."""
        return {step: round(spent / articles, 3) for step, spent in self.milliseconds.items()}


def asked_of(headline: Headline | None, sentences: Sequence[English]) -> list[Asked]:
    """All that is to be drafted of an article; its headline goes to the model as a sentence."""
    first = [Asked(headline.id, headline.plain, as_sentence(headline.plain))] if headline else []
    return [*first, *(Asked(sentence.id, sentence.text, sentence.text) for sentence in sentences)]


def stored_summary(known: str | None) -> Summary | None:
    """A summary as the cache has it; what cannot be read counts as missing."""
    try:
        return SUMMARIES.load(read_json(known)) if known else None
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
