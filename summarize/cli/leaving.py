"""How an interrupted command ends: at once, with what is kept and how to go on."""

import os
import shlex
import subprocess
import sys
from collections.abc import Sequence
from contextvars import ContextVar
from typing import Final, NoReturn

import typer

KEEPING: Final = ("article", "batch", "translate")
"""Commands that have kept what was finished, and go on from there when they are given again."""
NO_CACHE: Final = "--no-cache"
_GIVEN: Final[ContextVar[tuple[str, ...]]] = ContextVar("given", default=())


def remember_command(arguments: Sequence[str], command: str) -> None:
    """Keep ``arguments`` as they were given; ``command`` is the one that they mean."""
    _GIVEN.set((command, *arguments))


def going_on() -> str:
    """What is kept and the command that goes on, in lines for people; "" where none does."""
    command, *arguments = _GIVEN.get() or ("",)
    if command not in KEEPING:
        return ""
    words = ["summarize", *arguments]
    line = subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)
    kept = "Every finished sentence is kept."
    if NO_CACHE in arguments:
        kept = f"{NO_CACHE} keeps no sentences" + ("; articles are." if command == "batch" else ".")
    return f"{kept}\nTo go on: {line}"


def leave_interrupted(code: int) -> NoReturn:
    """End the process without waiting for native threads of a model, which may be busy still."""
    typer.echo(f"\nInterrupted. {going_on()}".rstrip(), err=True)
    sys.stdout.flush()
    os._exit(code)
