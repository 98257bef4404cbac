"""Standard input, output and error where they are closed or full: told, never a lost result."""

import errno
import os
import sys
from typing import Final, TextIO, cast

from summarize.errors import OutputError

UNWRITABLE: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF})
"""What writing fails with where a device is full, gone or closed."""
HINT: Final = "Check the free space and where the output goes, or give a file by -o."


def require_streams() -> None:
    """Open what is closed: else a file opened later would get its number and be written into.

    Closed input is empty, closed error swallows, and closed output fails once it is written to.
    """
    if sys.stdin is None:
        sys.stdin = _opened(0, os.O_RDONLY, "r")
    if sys.stdout is None:
        sys.stdout = _opened(1, os.O_RDONLY, "w")
    if sys.stderr is None:
        sys.stderr = _opened(2, os.O_WRONLY, "w")


def flush_output() -> None:
    """Write what is still to be written. Raises ``OutputError`` where it cannot be."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        give_up_output()
    except OSError as error:
        give_up_output()
        raise unwritable(error) from error


def give_up_output() -> None:
    """Let nothing more come of standard output: the interpreter would complain at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def unwritable(error: OSError) -> OutputError:
    """What to say of output that cannot be written."""
    return OutputError(f"the output cannot be written: {error.strerror or error}", HINT)


def _opened(number: int, flags: int, mode: str) -> TextIO:
    found = os.open(os.devnull, flags)
    if found != number:
        os.dup2(found, number)
        os.close(found)
    return cast("TextIO", open(number, mode, encoding="utf-8", errors="replace"))
