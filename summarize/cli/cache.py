"""``summarize cache``: what is kept, where, and how to be rid of it."""

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from summarize.cli import options
from summarize.cli.report import Reporter
from summarize.errors import CacheError

if TYPE_CHECKING:
    from summarize.cache import Store
    from summarize.settings import Settings

app = typer.Typer(help="Show, check and empty the cache of computed results.", no_args_is_help=True)
DAMAGED = 1
MEGABYTE = 1_000_000


@app.command()
def stats(format_name: options.DataFormat = "text") -> None:
    """Count what is kept and how much room it takes."""
    settings, store = _opened()
    found = store.stats()
    models_bytes = _size(settings.model_dir)
    data = {
        "path": str(found.path),
        "entries": dict(found.entries),
        "bytes": found.size,
        "limit_bytes": found.limit,
        "models_path": str(settings.model_dir),
        "models_bytes": models_bytes,
    }
    counts = ", ".join(f"{n} {_plural(stage, n)}" for stage, n in found.entries.items())
    _show(
        data,
        format_name,
        f"results  {counts or 'none'}, {_megabytes(found.size)} of {_megabytes(found.limit)}\n"
        f"         {found.path}\n"
        f"models   {_megabytes(models_bytes)}\n"
        f"         {settings.model_dir}",
    )


@app.command()
def path(format_name: options.DataFormat = "text") -> None:
    """Print the folder of the cache."""
    folder = str(_opened()[0].cache_dir)
    _show({"path": folder}, format_name, folder)


@app.command()
def clear(
    models: Annotated[
        bool, typer.Option("--models", help="Remove converted models too; they are built anew.")
    ] = False,
    format_name: options.DataFormat = "text",
) -> None:
    """Remove every computed result."""
    settings, store = _opened()
    removed = store.clear()
    freed = _remove_models(settings) if models else 0
    text = f"removed {removed} {_plural('result', removed)}"
    text += f" and {_megabytes(freed)} of converted models" if models else ""
    _show({"removed": removed, "models_bytes": freed}, format_name, text)


@app.command()
def prune(
    max_mb: Annotated[
        int | None, typer.Option(min=1, help="Room that may stay in use, in MB.")
    ] = None,
    format_name: options.DataFormat = "text",
) -> None:
    """Remove what was used least recently."""
    _, store = _opened()
    removed = store.prune(None if max_mb is None else max_mb * MEGABYTE)
    _show({"removed": removed}, format_name, f"removed {removed} {_plural('result', removed)}")


@app.command()
def verify(format_name: options.DataFormat = "text") -> None:
    """Remove damaged results (exit 1 if any)."""
    _, store = _opened()
    damaged = store.verify()
    sound = sum(store.stats().entries.values())
    _show(
        {"sound": sound, "removed": [item.digest for item in damaged]},
        format_name,
        f"{sound} sound, {len(damaged)} damaged" + (" and removed" if damaged else ""),
    )
    raise typer.Exit(DAMAGED if damaged else 0)


def _opened() -> "tuple[Settings, Store]":
    """The settings in force and the store they name; imported late, to keep --help light."""
    from summarize.cli.trusting import load_settings
    from summarize.session import open_store

    settings = load_settings()
    return settings, open_store(settings, Reporter().notify)


def _show(data: dict[str, Any], format_name: str, text: str) -> None:
    typer.echo(json.dumps(data, indent=2) if format_name == "json" else text)


def _size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def _remove_models(settings: "Settings") -> int:
    size = _size(settings.model_dir)
    try:
        if settings.model_dir.exists():
            shutil.rmtree(settings.model_dir)
    except OSError as error:
        raise CacheError(
            f"cannot remove {settings.model_dir}: {error}", "Check the rights of that folder."
        ) from error
    return size


def _megabytes(size: int) -> str:
    return f"{size / MEGABYTE:.1f} MB"


def _plural(noun: str, count: int) -> str:
    if count == 1:
        return noun
    return noun.removesuffix("y") + "ies" if noun.endswith("ry") else f"{noun}s"
