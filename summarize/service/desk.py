"""What every answer needs: the worker, what checks look at, the key, and files to fetch."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request

from summarize.backends.base import SummarySpec
from summarize.checks import Context
from summarize.errors import SummarizeError
from summarize.records import Article, Result
from summarize.service.files import Files
from summarize.service.orders import Answer, Failed, Finished, Order
from summarize.service.worker import FullError, Worker


@dataclass(frozen=True, slots=True)
class Desk:
    """One server at work; ``key`` is "" where none is needed, ``spec`` is the usual summary."""

    worker: Worker
    host: str
    port: int
    key: str = ""
    context: Context = field(default_factory=Context)
    spec: SummarySpec = field(default_factory=SummarySpec)
    files: Files = field(default_factory=Files)


class Ordered:
    """Orders of one request, whose answers are read in the event loop.

    Leaving the ``async with`` cancels what is not answered: nobody waits for it any more.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._loop = asyncio.get_running_loop()
        self._orders: list[Order] = []
        self._answers: list[asyncio.Queue[Answer]] = []

    async def __aenter__(self) -> "Ordered":
        return self

    async def __aexit__(self, *_: object) -> None:
        for order in self._orders:
            order.cancelled.set()

    async def put(
        self,
        articles: Sequence[Article],
        spec: SummarySpec | None = None,
        *,
        bit_by_bit: bool = False,
        draft: bool = True,
    ) -> None:
        """Ask for ``articles``. Raises ``HTTPException`` 429 where too much is waiting."""
        for article in articles:
            answers = asyncio.Queue[Answer]()
            self._answers.append(answers)
            self._orders.append(Order(article, self._teller(answers), spec, bit_by_bit, draft))
        try:
            await run_in_threadpool(self._desk.worker.put, self._orders)
        except FullError as error:
            after = {"Retry-After": str(error.seconds)}
            told = f"Slowdown: {error.message}. {error.hint}"
            raise HTTPException(429, told, headers=after) from None

    async def results(self) -> list[Result]:
        """The result of each. Raises ``SummarizeError``."""
        found = list[Result]()
        for answers in self._answers:
            async for answer in _until_last(answers):
                if isinstance(answer, Finished):
                    found.append(answer.result)
                elif isinstance(answer, Failed):
                    raise answer.error
        return found

    async def answers(self) -> AsyncIterator[Answer]:
        """All answers to the only order, as they come."""
        (answers,) = self._answers
        async for answer in _until_last(answers):
            yield answer

    def _teller(self, answers: "asyncio.Queue[Answer]") -> "Teller":
        return Teller(self._loop, answers)


class Teller:
    """Brings answers from the thread of the worker into the event loop."""

    def __init__(self, loop: asyncio.AbstractEventLoop, answers: "asyncio.Queue[Answer]") -> None:
        self._loop = loop
        self._answers = answers

    def __call__(self, answer: Answer) -> None:
        """Pass ``answer`` on; where the server has ended there is nobody to tell."""
        with contextlib.suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._answers.put_nowait, answer)


async def results_of(
    request: Request,
    articles: Sequence[Article],
    spec: SummarySpec | None = None,
    *,
    draft: bool = True,
) -> list[Result]:
    """The result of each article; nothing more is done for a client that has gone away.

    Raises ``HTTPException`` 429, ``SummarizeError``, ``ClientGone``.
    """
    async with Ordered(request.app.state.desk) as ordered:
        await ordered.put(articles, spec, draft=draft)
        work = asyncio.ensure_future(ordered.results())
        gone = asyncio.ensure_future(_gone(request))
        try:
            await asyncio.wait((work, gone), return_when=asyncio.FIRST_COMPLETED)
            if not work.done():
                raise ClientGoneError
            return work.result()
        finally:
            work.cancel()
            gone.cancel()


class ClientGoneError(SummarizeError):
    """The client hung up; what is answered now reaches nobody."""

    def __init__(self) -> None:
        super().__init__("the client has gone away")


async def _gone(request: Request) -> None:
    """Wait until the client hangs up; its body has been read."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


async def _until_last(answers: "asyncio.Queue[Answer]") -> AsyncIterator[Answer]:
    while True:
        answer = await answers.get()
        yield answer
        if isinstance(answer, Finished | Failed):
            return
