"""Ask the worker and wait: for callers that have a thread of their own."""

from queue import Queue

from summarize.backends.base import SummarySpec
from summarize.records import Article, Result
from summarize.service.orders import Answer, Failed, Finished, Order
from summarize.service.worker import Worker


def result_of(
    worker: Worker, article: Article, spec: SummarySpec | None = None, *, draft: bool = True
) -> Result:
    """What becomes of ``article``; see :class:`Order`. Raises ``SummarizeError``."""
    answers = Queue[Answer]()
    worker.put([Order(article, answers.put, spec, draft=draft)])
    while True:
        answer = answers.get()
        if isinstance(answer, Finished):
            return answer.result
        if isinstance(answer, Failed):
            raise answer.error
