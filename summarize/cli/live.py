"""What a person at a terminal sees while an article is at work: a line of progress, then sentences.

Elsewhere (a pipe, a file, ``-q``) nothing of this is written.
"""

import shutil
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final, TextIO, TypeVar

from summarize.cli.deliver import print_bytes
from summarize.output.text import pieces
from summarize.records import Article, Headline, Segment, Summary
from summarize.watching import Watcher

T = TypeVar("T")
PATIENCE: Final = 1.0
"""Seconds before there is a line of progress."""
EVERY: Final = 0.5
"""Seconds between two looks of it."""
ERASE: Final = "\r\x1b[K"


class StatusLine:
    """One line on ``stream`` that says what is being done and for how long, and goes away again.

    It is plain ASCII: terminals do not agree on how wide Khmer is.
    """

    def __init__(self, stream: TextIO, patience: float = PATIENCE, every: float = EVERY) -> None:
        self._stream = stream
        self._every = every
        self._begun = time.monotonic()
        self._shown_from = self._begun + patience
        self._doing = ""
        self._is_shown = False
        self._closed = threading.Event()
        self._lock = threading.RLock()
        self._thread = threading.Thread(target=self._redraw, daemon=True)
        self._thread.start()

    def say(self, doing: str) -> None:
        """Show ``doing`` from now on."""
        with self._lock:
            self._doing = doing
            self._draw()

    @contextmanager
    def aside(self) -> Iterator[None]:
        """The line is away while the block writes; whole lines only, or it would erase them."""
        with self._lock:
            self._erase()
            yield

    def close(self) -> None:
        """Take the line away for good."""
        with self._lock:
            self._closed.set()
            self._erase()

    def _redraw(self) -> None:
        while not self._closed.wait(self._every):
            with self._lock:
                self._draw()

    def _draw(self) -> None:
        seconds = time.monotonic() - self._begun
        if self._closed.is_set() or not self._doing or time.monotonic() < self._shown_from:
            return
        line = f"{self._doing} ... {seconds:.0f} s"
        width = shutil.get_terminal_size().columns - 1
        self._stream.write(f"{ERASE}{line.encode('ascii', 'replace').decode()[:width]}")
        self._stream.flush()
        self._is_shown = True

    def _erase(self) -> None:
        if self._is_shown:
            self._stream.write(ERASE)
            self._stream.flush()
            self._is_shown = False


class Screen(Watcher):
    """Tells a person how an article gets on, on standard error and, with ``as_text``, on output.

    ``is_told`` says whether there is a person to tell. ``as_text`` prints the sentences of the one
    article as they are ready, as the text format has them, with ``underline`` the doubtful words.
    """

    def __init__(self, *, is_told: bool, as_text: bool, underline: bool = False) -> None:
        self._underline = underline
        self._line = StatusLine(sys.stderr) if is_told else None
        self.wants_khmer = as_text
        self._printed: list[str] = []
        self._story: tuple[Article, Summary | None] | None = None
        self._headline: Headline | None = None
        self._done = self._wanted = 0

    def say(self, doing: str) -> None:
        """What is being done."""
        if self._line:
            self._line.say(doing)

    def summarised(
        self, article: Article, summary: Summary | None, headline: Headline | None
    ) -> None:
        """See :class:`summarize.watching.Watcher`."""
        self._story, self._headline = (article, summary), headline
        self._print(())

    def begun(self, sentences: int) -> None:
        """See :class:`summarize.watching.Watcher`."""
        self._wanted = sentences
        self.drafted(0, self._headline, ())

    def drafted(self, more: int, headline: Headline | None, segments: Sequence[Segment]) -> None:
        """See :class:`summarize.watching.Watcher`."""
        self._done += more
        self._headline = headline or self._headline
        self._print(segments)
        noun = "sentence" if self._wanted == 1 else "sentences"
        self.say(f"Drafting the Khmer: {self._done} of {self._wanted} {noun}")

    def told(self, message: str, tell: Callable[[str], None]) -> None:
        """Let ``tell`` write ``message``, without the line of progress in its way."""
        with self._aside():
            tell(message)

    def rest(self, data: bytes) -> bytes:
        """What of the whole result, as text, is not printed yet; all where it came otherwise."""
        return data.removeprefix("".join(self._printed).encode("utf-8"))

    def close(self) -> None:
        """Take the line of progress away."""
        if self._line:
            self._line.close()

    def _print(self, segments: Sequence[Segment]) -> None:
        if not self.wants_khmer or self._story is None:
            return
        fresh = pieces(
            *self._story, self._headline, segments, so_far=True, underline=self._underline
        )[len(self._printed) :]
        if fresh:
            with self._aside():
                print_bytes("".join(fresh).encode("utf-8"))
            self._printed += fresh

    @contextmanager
    def _aside(self) -> Iterator[None]:
        if self._line is None:
            yield
            return
        with self._line.aside():
            yield


def in_background(work: Callable[[], T]) -> T:
    """What ``work`` gives, done in a thread, so that Ctrl-C is heard while a model computes."""
    found: list[T] = []
    raised: list[BaseException] = []

    def run() -> None:
        try:
            found.append(work())
        except BaseException as error:
            raised.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    while thread.is_alive():
        thread.join(EVERY)  # on Windows, waiting without end is not interrupted
    if raised:
        raise raised[0]
    return found[0]
