"""``summarize prompts``: which prompts instruct models get, and whether one's own are sound."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from summarize.cli import options
from summarize.errors import UsageError

if TYPE_CHECKING:
    from summarize.prompts import Prompt
    from summarize.settings import Settings

app = typer.Typer(help="Show and check the prompts of instruct models.", no_args_is_help=True)
FAULTY = 1


@app.command("list")
def list_prompts(format_name: options.DataFormat = "text") -> None:
    """List every prompt; one's own replace those of the program by id."""
    from summarize.prompts import load_prompts

    rows = [_row(prompt) for prompt in sorted(load_prompts(_own()).values(), key=lambda p: p.id)]
    lines = [
        f"{row['id']:24} {row['task']:12} {row['style']:12} {'→'.join(row['languages']):8} "
        f"{row['origin']}"
        for row in rows
    ]
    _show(rows, format_name, "\n".join(lines))


@app.command()
def show(
    name: Annotated[str, typer.Argument(metavar="ID", help="As the list names it.")],
    format_name: options.DataFormat = "text",
) -> None:
    """Print one prompt."""
    from summarize.prompts import TASKS, find_prompt

    prompt = find_prompt(name, _own(), tuple(TASKS))
    details = {**_row(prompt), "placeholders": prompt.placeholders, "body": prompt.body}
    _show(details, format_name, prompt.path.read_text("utf-8").rstrip())


@app.command()
def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FILE]...", help="Default: all that the list shows."),
    ] = None,
    format_name: options.DataFormat = "text",
) -> None:
    """Check prompts (exit 1 if one cannot be used)."""
    from summarize.prompts import built_in_folder, load_prompts, prompt_files

    own = _own()
    folders = [built_in_folder()] + ([own] if own else [])
    files = paths or [path for folder in folders for path in prompt_files(folder)]
    faults = {str(path): _fault(path) for path in files}
    if not paths and not any(faults.values()):
        load_prompts(own)  # each is sound: are their ids different, too?
    lines = [fault or f"{path}: sound" for path, fault in faults.items()]
    _show(faults, format_name, "\n".join(lines))
    raise typer.Exit(FAULTY if any(faults.values()) else 0)


@app.command()
def path(format_name: options.DataFormat = "text") -> None:
    """Print where the prompts are: those of the program, and one's own."""
    from summarize.prompts import built_in_folder

    settings = _settings()
    own, there = settings.prompt_dir, settings.prompt_dir.is_dir()
    data = {"built_in": str(built_in_folder()), "own": str(own), "own_exists": there}
    note = "" if there else " (does not exist yet)"
    _show(data, format_name, f"built in  {data['built_in']}\nown       {own}{note}")


def _fault(path: Path) -> str:
    from summarize.prompts import read_prompt

    try:
        read_prompt(path)
    except UsageError as error:
        return error.message
    return ""


def _row(prompt: "Prompt") -> dict[str, Any]:
    from summarize.prompts import built_in_folder

    return {
        "id": prompt.id,
        "task": prompt.task,
        "style": "completion" if prompt.is_completion else "chat",
        "languages": prompt.languages,
        "origin": "built in" if prompt.path.parent == built_in_folder() else str(prompt.path),
        "sha256": prompt.sha256,
    }


def _settings() -> "Settings":
    from summarize.cli.trusting import load_settings  # kept out of --help

    return load_settings()


def _own() -> Path | None:
    return _settings().own_prompts


def _show(data: Any, format_name: str, text: str) -> None:
    typer.echo(json.dumps(data, indent=2, ensure_ascii=False) if format_name == "json" else text)
