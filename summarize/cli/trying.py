"""``summarize models try``: a model beside the present one, on one article."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

import typer

from summarize.backends.registry import Role, is_chat
from summarize.cli.pulling import megabytes
from summarize.cli.report import Reporter
from summarize.cli.trusting import load_settings
from summarize.errors import UsageError
from summarize.models.catalog import catalog, hub_name
from summarize.options import BackendOptions
from summarize.settings import Settings
from summarize.trial import Trial, run_apart, sample_article

ROLES: Final[Mapping[str, tuple[Role, ...]]] = {
    "summarization": ("summarizer",),
    "translation": ("translator",),
    "instruct": ("summarizer", "translator"),
}
LABEL: Final = 28
HEADINGS: Final = ("", "first run", "again", "memory", "errors", "warnings")


def try_model(
    name: str,
    article: str | None,
    role: Role | None,
    flags: Mapping[str, Any],
    format_name: str,
    reporter: Reporter,
) -> None:
    """Run ``name`` and what the settings choose in its place, and print both."""
    settings = load_settings(flags)
    roles = (role,) if role else _roles(name, settings)
    translate = "translator" in roles
    wanted = article or str(sample_article())
    present: dict[Role, str] = {each: getattr(settings, each) for each in roles}
    ways = dict.fromkeys([name, " and ".join(dict.fromkeys(present.values()))])
    trials = []
    for way in ways:
        reporter.notify(f"Running {way} …")
        chosen = present if way != name else dict.fromkeys(roles, name)
        trials.append(run_apart(way, wanted, dict(flags) | dict(chosen), translate))
    if format_name == "json":
        typer.echo(json.dumps([asdict(trial) for trial in trials], ensure_ascii=False, indent=2))
        return
    about = article or f"the sample article {Path(wanted).name}"
    typer.echo("\n".join(comparison(trials, about, same_english="summarizer" not in roles)))


def comparison(trials: Sequence[Trial], about: str, same_english: bool) -> list[str]:
    """Lines for people: a table, then what each wrote.

    Where all drafted the same summary (``same_english``), sentence by sentence; else one after the
    other.
    """
    lines = [f"{' beside '.join(trial.name for trial in trials)}, on {about}", ""]
    lines += _table(trials)
    if same_english:
        for number, line in enumerate(trials[0].lines):
            lines += ["", f"{number + 1}  {line.english}"]
            for trial in trials:
                lines += [f"   {trial.name}", *_khmer(trial, number)]
        return lines
    for trial in trials:
        lines += ["", trial.name]
        for number, line in enumerate(trial.lines):
            lines += [f"{number + 1}  {line.english}", *_khmer(trial, number)]
    return lines


def _khmer(trial: Trial, number: int) -> list[str]:
    line = trial.lines[number]
    said = (line.khmer, *(f"! {found}" for found in line.findings))
    return [f"   {text}" for text in said if text]


def _table(trials: Sequence[Trial]) -> list[str]:
    rows = [
        (
            trial.name,
            f"{trial.first:.1f} s",
            f"{trial.again:.1f} s",
            megabytes(trial.memory) if trial.memory else "unknown",
            str(trial.errors),
            str(trial.warnings),
        )
        for trial in trials
    ]
    wide = max(LABEL, *(len(row[0]) for row in rows))
    return [
        first.ljust(wide) + "".join(f"{cell:>12}" for cell in rest)
        for first, *rest in (HEADINGS, *rows)
    ]


def _roles(name: str, settings: Settings) -> tuple[Role, ...]:
    """What a model is for. Raises ``UsageError`` where nothing says so."""
    entry = catalog().find(name)
    if entry:
        return ROLES[entry.task]
    if is_chat(hub_name(name), BackendOptions(settings.model_dir, offline=True)):
        return ROLES["instruct"]
    raise UsageError(
        f"the catalogue does not say what {name} is for",
        "Add --as summarizer or --as translator.",
    )
