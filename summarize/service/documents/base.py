"""What every kind of document offers."""

from collections.abc import Mapping
from typing import Protocol, TypeVar

from summarize.records import Article

T_co = TypeVar("T_co", covariant=True)


class Document(Protocol[T_co]):
    """A text with sentences in it; ``article`` has them, each with its id."""

    @property
    def article(self) -> Article:
        """The English sentences; there may be none."""

    def written(self, targets: Mapping[str, str]) -> T_co:
        """The document with ``targets``, by the id of each sentence, in place of these."""
