"""One article on the page: its text, and each segment with all that it rests on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from summarize.confidence import LEVELS, WORDS, Level, doubt
from summarize.khmer.stretches import carried
from summarize.output.words import (
    UNDERLINED,
    cited,
    doubtful_parts,
    edit_words,
    heading,
    names,
    paragraphs_of,
    places,
    support_words,
)
from summarize.records import Finding, Headline, Result, Segment, Sentence, SummarySentence
from summarize.review.confidence import Weighed, weighed
from summarize.review.names import NameUse, names_of
from summarize.review.records import Reviewed
from summarize.review.store import ReviewStore
from summarize.review.web.answers import by_place, words_to_do


@dataclass(frozen=True, slots=True)
class Origin:
    """A sentence of the article that something rests on, and what readers call it."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Row:
    """A segment with its findings, those about its English, and the sentences it comes from.

    ``name`` is what readers call it: "Headline", "Sentence 2". ``sure`` is how sure the program is
    of its own draft, ``None`` once a person was at it, and ``parts`` are the Khmer in pieces, each
    with whether the model found it unlikely; none where it found nothing so. ``names`` are those in
    its English, each as the article has it in full.
    """

    name: str
    segment: Reviewed
    findings: tuple[Finding, ...]
    about_english: tuple[str, ...]
    origins: tuple[Origin, ...]
    support: str
    sure: Weighed | None = None
    parts: tuple[tuple[str, bool], ...] = ()
    names: tuple[str, ...] = ()

    @property
    def doubtful(self) -> list[str]:
        """The parts that the model found unlikely."""
        return [text for text, is_doubtful in self.parts if is_doubtful]

    @property
    def from_ids(self) -> str:
        """The ids of the sentences, as they stand in an attribute."""
        return " ".join(origin.id for origin in self.origins)


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence of the article; ``number`` is "" unless something rests on it."""

    sentence: Sentence
    number: str


@dataclass(frozen=True, slots=True)
class Story:
    """What the page of an article shows."""

    id: str
    title: str
    source: str
    rows: tuple[Row, ...]
    paragraphs: tuple[tuple[Part, ...], ...]

    @property
    def approved(self) -> int:
        """How many segments are done."""
        return sum(row.segment.state == "approved" for row in self.rows)

    @property
    def words(self) -> str:
        """How much work there is and is left."""
        return words_to_do([row.segment for row in self.rows])

    @property
    def doubt(self) -> str:
        """What to say at the top of a story none of whose drafts is likely usable, else ""."""
        if any(row.sure is None for row in self.rows):
            return ""
        return doubt(row.sure.level for row in self.rows if row.sure)

    @property
    def underlined(self) -> str:
        """What underlined Khmer means, "" where nothing is."""
        return UNDERLINED if any(row.parts for row in self.rows) else ""

    @property
    def levels(self) -> dict[Level, str]:
        """In words the levels of the drafts that are still the machine's, the least sure first."""
        found = {row.sure.level for row in self.rows if row.sure}
        return {level: WORDS[level] for level in reversed(LEVELS) if level in found}

    @property
    def names(self) -> list[str]:
        """Every name of its sentences, in the order of first mention."""
        return list(dict.fromkeys(name for row in self.rows for name in row.names))

    @property
    def checks(self) -> list[str]:
        """Names of the checks that found something."""
        return sorted({finding.check for row in self.rows for finding in row.findings})


def story(store: ReviewStore, article: str) -> Story:
    """The page of ``article``. Raises ``UsageError`` for no such one."""
    result, segments = store.article(article), store.segments(article)
    named = names_of(segments, store.context.glossary)
    return Story(
        article,
        heading(result),
        result.article.source,
        tuple(_rows(result, segments, store.findings(article), named)),
        tuple(_paragraphs(result)),
    )


def _rows(
    result: Result,
    segments: Sequence[Reviewed],
    findings: Sequence[Finding],
    named: Sequence[NameUse],
) -> Iterator[Row]:
    found, about = by_place(findings), by_place(result.findings)
    called, placed = names(result), places(result)
    drafted = {one.id: one for one in result.segments}
    english = {one.id: one for one in result.summary.sentences} if result.summary else {}
    headline = result.headline
    sure = weighed(result, segments, findings)
    for segment in segments:
        sentence = drafted[segment.id].sentence
        summary = headline if headline and sentence == headline.id else english.get(sentence)
        yield Row(
            placed[segment.id].capitalize(),
            segment,
            tuple(found.get(segment.id, ())),
            tuple(_about(english.get(sentence), about.get(sentence, ()))),
            tuple(Origin(id, called[id]) for id in _origins(summary, sentence)),
            support_words(english[sentence]) if sentence in english else "",
            sure.get(segment.id),
            _parts(drafted[segment.id], segment.target) if segment.id in sure else (),
            tuple(one.name for one in named if segment.key in one.segments),
        )


def _parts(segment: Segment, target: str) -> tuple[tuple[str, bool], ...]:
    """Those of the text as it stands: a name in it may have been changed."""
    found = carried(segment.doubtful, segment.target, target)
    return tuple(doubtful_parts(replace(segment, target=target, doubtful=found))) if found else ()


def _about(sentence: SummarySentence | None, findings: Sequence[Finding]) -> list[str]:
    """Why the English stands there, and what the checks say of it."""
    told = () if sentence is None else (sentence.replaced, edit_words(sentence))
    replaced = list(filter(None, told))
    return replaced + [finding.message for finding in findings]


def _origins(summary: SummarySentence | Headline | None, sentence: str) -> list[str]:
    """Of a summary the sentences it rests on; a translated text is made from its own."""
    return [source.id for source in summary.sources] if summary else [sentence]


def _paragraphs(result: Result) -> Iterator[tuple[Part, ...]]:
    called, used = names(result), cited(result)
    sentences = {sentence.id: sentence for sentence in result.article.sentences}
    for paragraph in paragraphs_of(result.article):
        yield tuple(
            Part(sentences[id], called[id].rpartition(" ")[2] if id in used else "")
            for id in paragraph
        )
