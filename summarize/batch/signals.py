"""How a batch is stopped: the first signal lets it finish what it has begun, the second does not.

Whatever is cut off by the second is made good by the next run, as after a crash.
"""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

SHOW_CURSOR = b"\x1b[?25h"
STOPPING = "Stopping: what is under way is finished and written. Again: stop at once."


class Stop:
    """Whether to stop, and the signal that asked for it (0: none did)."""

    def __init__(self) -> None:
        self.wanted = threading.Event()
        self.signal = 0

    @property
    def exit_code(self) -> int:
        """130 for Ctrl-C, 143 for SIGTERM: 128 and the number of the signal, as shells say it."""
        return 128 + self.signal

    @contextmanager
    def on_signals(self, tell: Callable[[str], None]) -> Iterator[None]:
        """Listen to Ctrl-C and SIGTERM; only in the main thread, where signals arrive."""

        def stop(number: int, _frame: FrameType | None) -> None:
            if self.signal:
                _leave(128 + number)
            self.signal = number
            self.wanted.set()
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


def _leave(code: int) -> None:
    if sys.stderr.isatty():
        os.write(sys.stderr.fileno(), SHOW_CURSOR)  # past the buffer, which may be in use
    os._exit(code)
