"""Who wants to know how a pipeline gets on, before its results are there."""

from collections.abc import Sequence

from summarize.records import Article, Segment, Summary


class Watcher:
    """Told by a pipeline what it has done, from whatever thread it runs in; this one is deaf."""

    wants_khmer = False
    """Whether :meth:`drafted` wants the Khmer itself: only of a single article."""

    def summarised(self, article: Article, summary: Summary | None) -> None:
        """There is the summary of ``article``; ``None`` where its whole text is translated."""

    def begun(self, sentences: int) -> None:
        """So many sentences are to be drafted next, those that the cache has among them."""

    def drafted(self, more: int, segments: Sequence[Segment]) -> None:
        """So many more of them are drafted, and in the cache.

        ``segments`` are the first of the story, as they will stand in the result, without
        confidence; none where nobody wants the Khmer.
        """


NOBODY = Watcher()
