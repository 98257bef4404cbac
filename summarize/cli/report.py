"""What people read on standard error: progress, warnings, errors and hints."""

import os
import sys
from dataclasses import dataclass
from typing import TextIO

import typer

from summarize.errors import SummarizeError


@dataclass(frozen=True, slots=True)
class Reporter:
    """Writes to standard error as much as was asked for; errors are always written."""

    quiet: bool = False
    verbose: bool = False

    def notify(self, message: str) -> None:
        """Show progress or a warning, unless ``-q``."""
        if not self.quiet:
            typer.echo(message, err=True)

    def detail(self, message: str) -> None:
        """Show what only ``-v`` asks for."""
        if self.verbose:
            typer.echo(message, err=True)

    def hint(self, message: str) -> None:
        """Show advice to a person at a terminal; a log does not need it."""
        if not self.quiet and sys.stderr.isatty():
            typer.secho(f"Hint: {message}", err=True, dim=True)


def is_styled(stream: TextIO) -> bool:
    """Whether text on ``stream`` may be styled: at a terminal, unless that or a person says no.

    See https://no-color.org for ``NO_COLOR``.
    """
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def show_error(error: SummarizeError, source: str = "") -> None:
    """Print what happened and what to do next."""
    prefix = f"{source}: " if source and source not in error.message else ""
    typer.secho("Error: ", err=True, fg=typer.colors.RED, bold=True, nl=False)
    typer.echo(f"{prefix}{error.message}", err=True)
    if error.hint:
        typer.echo(f"Hint: {error.hint}", err=True)
