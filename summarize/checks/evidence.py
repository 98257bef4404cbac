"""What an article says, taken apart once for all sentences of its summary."""

from functools import cached_property

from summarize.khmer.numbers import Number, numbers
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
