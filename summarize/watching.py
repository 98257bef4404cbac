"""Who wants to know how a pipeline gets on, before its results are there."""

from collections.abc import Sequence

from summarize.records import Article, Headline, Segment, Summary


class Watcher:
    """Told by a pipeline what it has done, from whatever thread it runs in; this one is deaf."""

    wants_khmer = False
    """Whether :meth:`drafted` wants the Khmer itself: only of a single article."""

    def summarised(
        self, article: Article, summary: Summary | None, headline: Headline | None
    ) -> None:
        """There is the summary of ``article``; ``None`` where its whole text is translated."""

    def begun(self, sentences: int) -> None:
        """So many sentences are to be drafted next, those that the cache has among them."""

    def drafted(self, more: int, headline: Headline | None, segments: Sequence[Segment]) -> None:
        """So many more of them are drafted, and in the cache.

        ``segments`` are the first of the story, as they will stand in the result, without
        confidence, and ``headline`` has its Khmer once there is any; none where nobody wants it.
        """


NOBODY = Watcher()
