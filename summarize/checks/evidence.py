"""What an article says, taken apart once for all sentences of its summary."""

from functools import cached_property
from itertools import chain

from summarize.english.dates import Date, dates, numeric_dates
from summarize.english.known import Known
from summarize.english.quotes import without_insertions
from summarize.english.words import stems, words
from summarize.khmer.numbers import Number, numbers
from summarize.quantities.figures import Figure, figures, share_units
from summarize.records import Article


class Evidence:
    """The facts of an article that a summary may use; each is found when it is first asked for."""

    def __init__(self, article: Article) -> None:
        self.article = article

    @cached_property
    def text(self) -> str:
        """Title and text with single spaces."""
        return " ".join(f"{self.article.title}\n{self.article.text}".split())

    @cached_property
    def numbers(self) -> list[Number]:
        """The numbers of title and text, in order."""
        return numbers(self.text, "en")

    @cached_property
    def figures(self) -> list[Figure]:
        """The numbers with their units, in order."""
        return share_units(self.text, figures(self.text, self.numbers))

    @cached_property
    def dates(self) -> list[Date]:
        """Months, weekdays and days of the month; those in figures (8/7/2017) last."""
        return dates(self.text) + numeric_dates(self.text)

    @cached_property
    def known(self) -> Known:
        """The names of title and text."""
        return Known(self.text, self.words)

    @cached_property
    def words(self) -> list[str]:
        """The words of title and text in lower case, in order, contractions in full."""
        return [*words(self.article.title), *chain.from_iterable(self.sentence_words)]

    @cached_property
    def sentence_words(self) -> list[list[str]]:
        """:attr:`words` of each sentence of the article."""
        return [words(sentence.text) for sentence in self.article.sentences]

    @cached_property
    def stems(self) -> frozenset[str]:
        """Stems of the words that carry content."""
        return stems(self.words)

    @cached_property
    def sentence_stems(self) -> list[frozenset[str]]:
        """:attr:`stems` of each sentence of the article."""
        return list(map(stems, self.sentence_words))

    @cached_property
    def phrases(self) -> str:
        """:attr:`words` between single spaces, so that a phrase is found at once."""
        return f" {' '.join(self.words)} "

    @cached_property
    def bare_phrases(self) -> str:
        """:attr:`phrases` without what stands in brackets."""
        return f" {' '.join(words(without_insertions(self.text)))} "
