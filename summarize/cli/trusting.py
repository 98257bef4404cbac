"""Settings for commands: a person is asked, once, about what the file of a folder wants."""

import sys
from collections.abc import Mapping, Sequence
from contextvars import ContextVar
from typing import Any, Final

import typer

from summarize import settings
from summarize.errors import OutputError
from summarize.settings import Settings
from summarize.trust import Wanted, remember

TRUST: Final = "--trust"
_TRUSTED: Final = ContextVar("_TRUSTED", default=False)
"""Whether the command that runs was given ``--trust``."""


def trust_folder(given: bool) -> None:
    """Let the command that runs allow what the file of the folder wants, where ``given``."""
    _TRUSTED.set(given)


def load_settings(flags: Mapping[str, Any] | None = None) -> Settings:
    """The settings in force for a command. Raises ``UsageError``."""
    return settings.load_settings(flags, may=_may)


def without_trust(arguments: Sequence[str]) -> tuple[list[str], bool]:
    """``arguments`` without ``--trust``, which goes with every command; whether it was there."""
    end = arguments.index("--") if "--" in arguments else len(arguments)
    before = [word for word in arguments[:end] if word != TRUST]
    return [*before, *arguments[end:]], len(before) < end


def _may(wanted: Wanted) -> bool:
    if not _TRUSTED.get() and not _agreed(wanted):
        return False
    try:
        remember(wanted)
    except (OutputError, OSError) as error:
        typer.echo(f"{wanted.path} is trusted, which cannot be remembered: {error}", err=True)
    return True


def _agreed(wanted: Wanted) -> bool:
    """Ask the person at the terminal, if there is one."""
    if not sys.stdin.isatty():
        return False
    lines = "\n".join(f"  {line}" for line in wanted.lines)
    typer.echo(f"{wanted.path} wants what is yours to decide:\n{lines}", err=True)
    question = "Do you trust it? You are not asked again until it changes."
    return typer.confirm(question, err=True)
