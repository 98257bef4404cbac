"""What the commands of ``summarize memory`` do."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

import typer

from summarize.cli.deliver import write_atomically
from summarize.cli.report import Reporter
from summarize.cli.trusting import load_settings
from summarize.errors import OutputError, UsageError
from summarize.memory import Entry, Memory
from summarize.session import open_memory

MEGABYTE = 1_000_000


@contextmanager
def opened() -> Iterator[Memory]:
    """The memory of the user, closed at the end."""
    memory = open_memory(load_settings())
    try:
        yield memory
    finally:
        memory.close()


def show_entries(memory: Memory, limit: int, format_name: str) -> None:
    """Print the last ``limit`` entries, or all for 0."""
    entries = memory.entries()[-limit:]
    if format_name == "json":
        _print_json([asdict(entry) for entry in entries])
    elif entries:
        _print_entries(entries)
    else:
        _tell_empty()


def show_found(memory: Memory, text: str, most: int, least: float, format_name: str) -> None:
    """Print entries like ``text``, best first, then those that contain it."""
    matches = memory.matches(text, most, least)
    alike = [match.entry for match in matches]
    containing = [entry for entry in memory.containing(text, most) if entry not in alike]
    if format_name == "json":
        scored = [{"score": round(one.score, 4), **asdict(one.entry)} for one in matches]
        _print_json({"matches": scored, "containing": [asdict(entry) for entry in containing]})
        return
    for match in matches:
        typer.echo(f"{match.score:.0%}")
        _print_entries([match.entry])
    if containing:
        typer.echo(f"contain {text!r}:")
        _print_entries(containing)
    if not (matches or containing):
        typer.echo("Nothing like it.")


def export_tmx(memory: Memory, output: Path) -> None:
    """Write everything to ``output``. Raises ``OutputError``."""
    from summarize.memory.tmx import write_tmx

    entries = memory.entries()
    try:
        write_atomically(output, write_tmx(entries))
    except OSError as error:
        raise OutputError.refused(output, error) from error
    Reporter().notify(f"Wrote {output}, translations: {len(entries)}.")


def import_tmx(memory: Memory, files: Sequence[Path], format_name: str) -> None:
    """Read all ``files`` before any of them is added. Raises ``UsageError``, ``ReviewError``."""
    from summarize.memory.tmx import read_tmx

    readings = [read_tmx(_bytes(path), str(path)) for path in files]
    entries = [entry for reading in readings for entry in reading.entries]
    unfinished = sum(reading.unfinished for reading in readings)
    added = memory.add(entries)
    if format_name == "json":
        _print_json(
            {"added": added, "known": len(entries) - added, "without_a_language": unfinished}
        )
        return
    typer.echo(f"added {added}, {len(entries) - added} were there already")
    if unfinished:
        Reporter().notify(f"{unfinished} units have no English or no Khmer and were left out")


def show_stats(memory: Memory, format_name: str) -> None:
    """Print the counts and the place."""
    found = memory.stats()
    if format_name == "json":
        _print_json({**asdict(found), "path": str(found.path)})
        return
    typer.echo(
        f"translations  {found.entries}, of {found.sentences} different sentences\n"
        f"articles      {found.articles}\n"
        f"size          {found.size / MEGABYTE:.1f} MB\n{found.path}"
    )


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(
            f"cannot read {path}: {error.strerror or error}", "Check the name and the rights."
        ) from error


def _print_entries(entries: Sequence[Entry]) -> None:
    for entry in entries:
        signed = "  ".join(filter(None, (entry.who, entry.when[:10])))
        typer.echo(f"  {entry.source}\n  {entry.target}\n  {signed or 'from a file'}\n")


def _tell_empty() -> None:
    Reporter().notify(
        "The memory is empty: what is approved in a review, opened or named, goes into it."
    )


def _print_json(data: Any) -> None:
    typer.echo(json.dumps(data, ensure_ascii=False, indent=2))
