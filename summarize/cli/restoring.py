"""What ``review restore`` and ``memory restore`` do."""

import json
from dataclasses import asdict
from pathlib import Path

import typer

from summarize.cli.asking import agreed
from summarize.copies import bring_back, changes_left, go_on, last_copy
from summarize.errors import ReviewError


def restore(path: Path, name: str, *, as_it_stands: bool, yes: bool, format_name: str) -> None:
    """Bring back the copy of ``path``, or go on with what it holds; what was there is kept.

    A person is asked first where the file is sound: nothing needs bringing back then. Raises
    ``ReviewError``, ``UsageError``.
    """
    there, copy = changes_left(path), last_copy(path)
    if there is not None and not yes and not as_it_stands:
        made = f"of {copy.when:%Y-%m-%d %H:%M} with {copy.changes:,} changes" if copy else "missing"
        question = f"{name} {path} is sound and has {there:,} changes; its copy is {made}. Go back?"
        if not agreed(question):
            raise ReviewError(f"{name} stays as it is", "")
    done = go_on(path, name) if as_it_stands else bring_back(path, name)
    if format_name == "json":
        told = {**asdict(done), "path": str(path), "aside": str(done.aside) if done.aside else None}
        typer.echo(json.dumps(told, ensure_ascii=False, indent=2))
        return
    source = "what it still held" if copy is None or as_it_stands else f"{copy.when:%Y-%m-%d %H:%M}"
    typer.echo(f"{path} is as of {source}, with {done.changes:,} changes.")
    if done.lost:
        typer.echo(f"{done.lost:,} changes made after that are not in it.")
    if done.aside:
        typer.echo(f"What was there before is kept as {done.aside}.")
