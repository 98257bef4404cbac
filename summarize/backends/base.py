"""What a summariser and a translator must offer: lists in, lists out, and a signature."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, Protocol, runtime_checkable

from summarize.records import Article, Summary

Form = Literal["summary", "points", "standfirst", "push"]
"""What a summary is for: points stand each for itself, a push is one short line."""


CHARACTERS_A_WORD: Final = 6
"""Of English news, with the space behind it: to weigh a bound in characters by words."""


@dataclass(frozen=True, slots=True)
class SummarySpec:
    """What the caller wants of a summary: at most so many sentences, words and characters.

    ``words`` and ``characters`` bound the whole summary, 0 for no bound; ``compress`` allows to
    leave out of a sentence what changes no fact.
    """

    sentences: int = 3
    words: int = 0
    characters: int = 0
    form: Form = "summary"
    compress: bool = False

    def holds(self, text: str) -> bool:
        """Whether ``text`` is within the bounds of words and characters."""
        return self.share(text) <= 1

    def share(self, text: str) -> float:
        """How much of the tighter bound ``text`` takes: 1 where it is reached, 0 without any."""
        words = len(text.split()) / self.words if self.words else 0.0
        return max(words, len(text) / self.characters if self.characters else 0.0)


@dataclass(frozen=True, slots=True)
class TranslationSpec:
    """What the caller wants of a translation.

    ``careful`` asks for a second, slower decoding of a sentence whose first draft failed a check
    (wider beam, stricter repetition control); it must not return the first draft unexamined.
    """

    source: str = "en"
    target: str = "km"
    careful: bool = False


class Summarizer(Protocol):
    """Writes English summaries. Cheap to construct: weights load on first use."""

    @property
    def signature(self) -> str:
        """One line that identifies model, revision, engine, precision, prompt and decoding.

        Known without loading weights, so that a cache hit stays light.
        """

    def summarize(self, articles: Sequence[Article], spec: SummarySpec) -> list[Summary]:
        """One summary for each article, in order. Raises ``ModelError``."""


@runtime_checkable
class OffersSummaries(Protocol):
    """A summariser that can name more than one summary of an article."""

    def further_summaries(self, articles: Sequence[Article], most: int) -> list[list[list[str]]]:
        """For each article up to ``most`` further summaries, as sentences, the likeliest first.

        Whole summaries, however long. Raises ``ModelError``.
        """


@dataclass(frozen=True, slots=True)
class FaultySentence:
    """A summary sentence to write anew: what is wrong with it, and what the article says."""

    text: str
    faults: tuple[str, ...]
    evidence: tuple[str, ...]


@runtime_checkable
class OffersRewrites(Protocol):
    """A summariser that can put a sentence right when it is told what is wrong with it."""

    def rewrites(self, faulty: Sequence[FaultySentence]) -> list[str]:
        """One sentence for each, in order; "" where the answer is unusable. ``ModelError``."""


class Translator(Protocol):
    """Drafts Khmer, one sentence an input. Cheap to construct: weights load on first use."""

    @property
    def signature(self) -> str:
        """As for :class:`Summarizer`."""

    def translate(self, sentences: Sequence[str], spec: TranslationSpec) -> list[str]:
        """One translation for each sentence, in order. Raises ``ModelError``."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One possible translation; ``score`` is the mean log-probability of its tokens."""

    text: str
    score: float


@runtime_checkable
class OffersCandidates(Protocol):
    """A translator that can name more than one translation of a sentence."""

    def candidates(
        self, sentences: Sequence[str], spec: TranslationSpec, most: int
    ) -> list[list[Candidate]]:
        """For each sentence one to ``most`` translations, all different, the likeliest first.

        While ``most`` is within the beam of the model, the first is what ``translate`` returns;
        beyond, the beam is widened, and it may be better. Raises ``ModelError``.
        """


@runtime_checkable
class OffersCandidatesAsReady(OffersCandidates, Protocol):
    """One that gives them as they are ready, so that none waits for all the others."""

    def candidates_as_ready(
        self, sentences: Sequence[str], spec: TranslationSpec, most: int
    ) -> Iterator[list[tuple[int, list[Candidate]]]]:
        """What ``candidates`` gives, with its positions, in groups in any order. ``ModelError``."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A token of a translation, ``text[start:end]``; ``score`` is its log-probability there."""

    start: int
    end: int
    score: float


@runtime_checkable
class ScoresPieces(Protocol):
    """A translator that can tell how likely it finds each token of a translation."""

    def pieces(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[Piece, ...]]:
        """The tokens of the Khmer of each pair, English and Khmer, whoever wrote it; in order.

        None where the model cannot tell. Raises ``ModelError``.
        """
