"""Show, for ``--dry-run``, which model would be sent what."""

import json
import textwrap
from collections.abc import Sequence
from dataclasses import asdict

import typer

from summarize.output import FormatName
from summarize.steps import Step


def show_plan(steps: Sequence[Step], format_name: FormatName) -> None:
    """Print ``steps`` as text, or as a JSON array with every word that would be sent."""
    if format_name == "json":
        typer.echo(json.dumps([asdict(step) for step in steps], ensure_ascii=False, indent=2))
        return
    for step in steps:
        typer.echo(f"{step.article}: {step.name} by {step.signature}")
        if step.cached:
            typer.echo("  nothing: it is in the cache")
        elif not step.inputs:
            typer.echo("  the sentences of the summary, once it is written")
        for text in () if step.cached else step.inputs:
            typer.echo(textwrap.indent(text, "  | ", predicate=lambda _: True))
