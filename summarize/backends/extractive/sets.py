"""What a whole set of sentences is worth: a few features and the weights learnt for them.

For summaries of up to three sentences every admissible set is weighed, instead of adding the best
sentence to those already chosen. The features look at the set as a reader does: what it covers,
how deep in the article it lies, and how it is written.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from summarize.backends.extractive.parameters import Parameters
from summarize.backends.extractive.scoring import Worth
from summarize.backends.extractive.wording import OUTCOME
from summarize.english.stems import content_stems, tokens

HOPED = 20
"""Words of a reference summary for each of three sentences (the corpus: 60 in all)."""

NAME = re.compile(r"(?<!^)\b[A-Z][\w’-]+|\d[\d,.]*")
OUTCOMES = re.compile(OUTCOME, re.I)
QUOTE = re.compile(r"[“”\"]")


@dataclass(frozen=True, slots=True)
class Features:
    """A set of sentences in six numbers.

    ``coverage``: expected overlap in pairs of words, per word of summary and reference together;
    ``depth``: mean logarithm of the place, 0 for the first sentence; ``echo``: share (0 to 1) of
    what the article says more than once that the set says; ``names``: names and numbers per word;
    ``quotation``: share (0 to 1) of the words that lie in sentences with a quotation; ``outcome``:
    share of the sentences that tell a cause, a consequence or what comes next.
    """

    coverage: float
    depth: float
    echo: float
    names: float
    quotation: float
    outcome: float

    def value(self, parameters: Parameters) -> float:
        """Predict F1, up to a constant of the article."""
        return (
            parameters.coverage * self.coverage
            + parameters.depth * self.depth
            + parameters.echo * self.echo
            + parameters.names * self.names
            + parameters.quotation * self.quotation
            + parameters.outcome * self.outcome
        )


@dataclass(frozen=True, slots=True)
class Table:
    """What the features need to know of each sentence of one article, and of the whole."""

    worth: Worth
    length: int
    places: tuple[int, ...]
    stems: tuple[frozenset[str], ...]
    repeats: Counter[str]
    names: tuple[int, ...]
    quotes: tuple[bool, ...]
    outcomes: tuple[bool, ...]

    def features(self, chosen: Sequence[int]) -> Features:
        """Describe a set of sentences, which must hold at least one word."""
        words = self.words(chosen)
        said = frozenset[str]().union(*(self.stems[i] for i in chosen))
        quoted = sum(self.worth.words[i] for i in chosen if self.quotes[i])
        return Features(
            coverage=self.worth.overlap(chosen) / (words + HOPED * self.length),
            depth=math.fsum(math.log1p(self.places[i]) for i in chosen) / len(chosen),
            echo=sum(self.repeats[each] for each in said) / max(1, self.repeats.total()),
            names=sum(self.names[i] for i in chosen) / words,
            quotation=quoted / words,
            outcome=sum(self.outcomes[i] for i in chosen) / len(chosen),
        )

    def words(self, chosen: Sequence[int]) -> int:
        """Length of a set in words."""
        return sum(self.worth.words[i] for i in chosen)


def tabulate(texts: Sequence[str], places: Sequence[int], worth: Worth, length: int) -> Table:
    """Collect once what all sets of ``length`` sentences or fewer are described with."""
    stems = tuple(content_stems(tokens(text)) for text in texts)
    times = Counter(each for found in stems for each in found)
    return Table(
        worth=worth,
        length=length,
        places=tuple(places),
        stems=stems,
        repeats=Counter({each: count - 1 for each, count in times.items()}),
        names=tuple(len(NAME.findall(text)) for text in texts),
        quotes=tuple(bool(QUOTE.search(text)) for text in texts),
        outcomes=tuple(bool(OUTCOMES.search(text)) for text in texts),
    )
