"""Questions that only a person at the terminal can answer."""

import sys

import typer

from summarize.errors import UsageError


def agreed(question: str) -> bool:
    """Ask a person. Raises ``UsageError`` where there is none."""
    if not sys.stdin.isatty():
        raise UsageError(f"{question} Nobody is at the terminal to answer", "Add --yes.")
    return typer.confirm(question, err=True)
