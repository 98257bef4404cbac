"""The clipboard, by the program that the system has for it."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from typing import Final

from summarize.errors import ClipboardError

SECONDS: Final = 10.0
"""Time that such a program has; one that waits for a display never comes back."""
Command = tuple[str, ...]
POWERSHELL: Final = (
    "-NoProfile",
    "-Command",
    "[Console]::OutputEncoding = [Text.Encoding]::UTF8; Get-Clipboard -Raw",
)
WAYLAND_PASTE: Final = ("wl-paste", "--no-newline", "--type", "text")
WAYLAND_COPY: Final = ("wl-copy", "--type", "text/plain;charset=utf-8")
X_PASTE: Final = (
    ("xclip", "-selection", "clipboard", "-out"),
    ("xsel", "--clipboard", "--output"),
)
X_COPY: Final = (("xclip", "-selection", "clipboard", "-in"), ("xsel", "--clipboard", "--input"))


def paste() -> bytes:
    """The text in the clipboard, UTF-8. Raises ``ClipboardError``."""
    data = _first_that_works(_available(_paste_commands()), None)
    if not data.strip():
        raise ClipboardError("the clipboard holds no text", "Copy the article, then try again.")
    return data


def copy(data: bytes) -> None:
    """Put ``data``, UTF-8 text, into the clipboard. Raises ``ClipboardError``."""
    commands = _available(_copy_commands())
    if commands[0][0].startswith("clip"):  # it takes UTF-16 by its mark, and else the code page
        data = data.decode("utf-8").encode("utf-16")
    _first_that_works(commands, data)


def require_copy() -> None:
    """Raise ``ClipboardError``, before anything is computed, where nothing can be copied."""
    _available(_copy_commands())


def _paste_commands() -> Sequence[Command]:
    if sys.platform == "darwin":
        return [("pbpaste",)]
    if sys.platform == "win32":
        return [("powershell", *POWERSHELL)]
    return [*_in_order(WAYLAND_PASTE, X_PASTE), ("powershell.exe", *POWERSHELL)]


def _copy_commands() -> Sequence[Command]:
    if sys.platform == "darwin":
        return [("pbcopy",)]
    if sys.platform == "win32":
        return [("clip",)]
    return [*_in_order(WAYLAND_COPY, X_COPY), ("clip.exe",)]


def _in_order(wayland: Command, x: Sequence[Command]) -> list[Command]:
    """The programs of the display that is there first."""
    return [wayland, *x] if os.environ.get("WAYLAND_DISPLAY") else [*x, wayland]


def _available(commands: Sequence[Command]) -> list[Command]:
    found = [command for command in commands if shutil.which(command[0])]
    if found:
        return found
    if sys.platform in ("darwin", "win32"):
        raise ClipboardError(f"the program {commands[0][0]} is not there", "Look at your PATH.")
    raise ClipboardError(
        "there is no program here that reads and writes the clipboard",
        "Install wl-clipboard (Wayland), or xclip or xsel (X11); or use summarize - and -o FILE.",
    )


def _first_that_works(commands: Sequence[Command], data: bytes | None) -> bytes:
    """What the first of ``commands`` that works gives."""
    told = ""
    for command in commands:
        try:
            return _run(command, data)
        except (OSError, subprocess.SubprocessError) as error:
            told = told or f"{command[0]}: {_reason(error)}"
    raise ClipboardError(
        f"the clipboard cannot be used ({told})",
        "Is this a session with a display? Without one use summarize - and -o FILE.",
    )


def _run(command: Command, data: bytes | None) -> bytes:
    """Run ``command`` to its end; some leave a process behind that keeps what was copied.

    That one keeps the streams open too, so none of them may be waited for when copying.
    """
    with tempfile.TemporaryFile() as errors:
        done = subprocess.run(  # noqa: S603
            command,
            input=data,
            stdin=None if data is not None else subprocess.DEVNULL,
            stdout=subprocess.PIPE if data is None else subprocess.DEVNULL,
            stderr=errors,
            timeout=SECONDS,
            check=False,
        )
        if done.returncode:
            errors.seek(0)
            raise subprocess.CalledProcessError(done.returncode, command, stderr=errors.read(1000))
    return done.stdout or b""


def _reason(error: Exception) -> str:
    if isinstance(error, subprocess.CalledProcessError):
        told = (error.stderr or b"").decode("utf-8", "replace").strip().splitlines()
        return told[0] if told else f"it ended with {error.returncode}"
    if isinstance(error, subprocess.TimeoutExpired):
        return f"no answer within {SECONDS:g} seconds"
    return str(error)
