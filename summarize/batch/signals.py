"""How a batch is stopped: the first signal leaves it some seconds, the second none.

Whatever is cut off is made good by the next run, as after a crash; sentences that were finished are
in the cache.
"""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType

SHOW_CURSOR = b"\x1b[?25h"
GRACE_SECONDS = 8.0
"""Left to what is under way: with the report written, a batch ends within ten seconds."""
STOPPING = (
    "Stopping within ten seconds: articles that are finished by then are written. "
    "Again: stop at once."
)


class Stop:
    """Whether to stop, and the signal that asked for it (0: none did).

    ``wanted`` is set at once, ``over`` when nothing under way is to be waited for any more.
    ``last_words`` is what the second signal leaves on standard error.
    """

    def __init__(self, last_words: str = "", grace: float = GRACE_SECONDS) -> None:
        self.wanted = threading.Event()
        self.over = threading.Event()
        self.signal = 0
        self._last_words = last_words
        self._grace = grace

    @property
    def exit_code(self) -> int:
        """130 for Ctrl-C, 143 for SIGTERM: 128 and the number of the signal, as shells say it."""
        return 128 + self.signal

    @contextmanager
    def on_signals(self, tell: Callable[[str], None]) -> Iterator[None]:
        """Listen to Ctrl-C and SIGTERM; only in the main thread, where signals arrive."""

        def stop(number: int, _frame: FrameType | None) -> None:
            if self.signal:
                _leave(128 + number, self._last_words)
            self.signal = number
            self.wanted.set()
            patience = threading.Timer(self._grace, self.over.set)
            patience.daemon = True
            patience.start()
            # In a thread: the signal may have come while this one was printing.
            threading.Thread(target=tell, args=(STOPPING,), daemon=True).start()

        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


def _leave(code: int, last_words: str) -> None:
    """Past the buffer of standard error, which may be in use."""
    shown = SHOW_CURSOR if sys.stderr.isatty() else b""
    with suppress(OSError):
        os.write(sys.stderr.fileno(), shown + (f"\n{last_words}\n" if last_words else "").encode())
    os._exit(code)
