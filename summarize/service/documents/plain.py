"""Plain text: one slot, whose line breaks and spaces between sentences stay."""

from collections.abc import Mapping

from summarize.records import Article
from summarize.service.documents.slots import Slot, article_of, filled


class Plain:
    """See :class:`summarize.service.documents.base.Document`."""

    def __init__(self, text: str) -> None:
        self._line = [Slot(text)]
        self.article: Article = article_of([self._line], broken=True)

    def written(self, targets: Mapping[str, str]) -> str:
        """The text with ``targets`` in place of its sentences."""
        return filled([self._line], self.article, targets)[0][0]
