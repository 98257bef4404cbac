"""The command line: one file for each group of commands; see :mod:`summarize.cli.app`."""

from summarize.cli.app import main

__all__ = ["main"]
