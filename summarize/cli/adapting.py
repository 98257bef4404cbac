"""What ``summarize learn run``, ``status``, ``undo``, ``export`` and ``import`` do and print."""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import typer

from summarize.adapting.desk import Desk
from summarize.adapting.exchange import export
from summarize.adapting.gate import Verdict
from summarize.adapting.learn import Asked, Outcome, learn, prepared, shipped_model
from summarize.adapting.plan import PLAN
from summarize.adapting.standing import PROCESS, AtWork, Standing, noted, standing
from summarize.adapting.swap import undone
from summarize.cli.report import Reporter
from summarize.cli.reviewing import plural
from summarize.cli.trusting import load_settings
from summarize.memory import Memory
from summarize.memory.records import Entry
from summarize.models.embedded.learned import Version
from summarize.options import BackendOptions, DeviceName
from summarize.own_files import replace_own
from summarize.settings import Settings

INTERRUPTED = 130


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line asked of a run."""

    minutes: float | None
    threads: int | None
    general: Path | None
    anew: bool
    memory: Path | None
    background: bool

    @property
    def asked(self) -> Asked:
        """What of it steers the run."""
        return Asked(self.minutes, self.threads, self.general, self.anew)


def run_for(wanted: Wanted, device: DeviceName | None, format_name: str) -> None:
    """Learn, here or in the background. Raises ``SummarizeError``."""
    settings = load_settings({"device": device})
    desk, model = Desk(settings.learned_dir), shipped_model()
    reporter = Reporter()
    with desk.running():
        is_begun = (desk.run / PLAN).is_file() and not wanted.anew
        entries = [] if is_begun else _entries(wanted.memory or settings.memory)
        plan = prepared(desk, entries, wanted.asked, model)
        verb = "Going on learning" if is_begun else "Learning"
        reporter.notify(
            f"{verb} from {plan.sentences} approved sentences, {plan.minutes:g} minutes in all."
        )
        if not wanted.background:
            replace_own(desk.run / PROCESS, noted(os.getpid()))
            outcome = learn(desk, plan, model, _options(settings, reporter))
    if wanted.background:
        _leave_in_background(desk, device, format_name)
        return
    _tell_outcome(outcome, desk, format_name)


def _leave_in_background(desk: Desk, device: DeviceName | None, format_name: str) -> None:
    from summarize.adapting.background import started

    of_device = ["--device", device] if device else []
    process = started(desk, ["learn", "run", *of_device])
    if format_name == "json":
        typer.echo(json.dumps({"process": process, "log": str(desk.log)}))
        return
    typer.echo(
        f"Learning in the background, process {process}. To see how far it is: summarize learn "
        f"status. What it says: {desk.log}"
    )


def _tell_outcome(outcome: Outcome, desk: Desk, format_name: str) -> None:
    if outcome.verdict is None:
        Reporter().notify("Stopped; what was learned is kept. To go on: summarize learn run")
        raise typer.Exit(INTERRUPTED)
    _tell_verdict(outcome.verdict, outcome.version, desk, format_name)


def _tell_verdict(found: Verdict, version: Version | None, desk: Desk, format_name: str) -> None:
    if format_name == "json":
        used = version.name if version else ""
        folder = "" if version else str(desk.candidate)
        record = {**found.to_dict(), "in_use": used, "candidate": folder}
        typer.echo(json.dumps(record, ensure_ascii=False, indent=2))
        return
    for line in _verdict_lines(found, version, desk):
        typer.echo(line)


def _verdict_lines(found: Verdict, version: Version | None, desk: Desk) -> list[str]:
    lines = [*found.reasons]
    if found.held:
        lines.append(f"Own sentences that it did not learn from: {found.held}")
    if found.general:
        lines.append(f"General sentences: {found.general}")
    if version is None:
        return [
            "Not swapped in: the translator stays as it was.",
            *lines,
            f"To look at what was learned: --translator {desk.candidate}",
        ]
    measured = ", not measured" if found.decision == "unmeasured" else ""
    return [
        f"{version.name} is in use from now on{measured}.",
        *lines,
        "To go back: summarize learn undo",
    ]


def show_status(format_name: str) -> None:
    """Print where the desk stands. Raises ``SummarizeError``."""
    settings = load_settings()
    found = standing(Desk(settings.learned_dir), shipped_model())
    if format_name == "json":
        typer.echo(json.dumps(found.to_dict(), ensure_ascii=False, indent=2))
        return
    for line in (*_used_lines(found), *_candidate_lines(found), *_run_lines(found.run)):
        typer.echo(line)


def _used_lines(found: Standing) -> list[str]:
    used = found.used
    if used is None:
        return [f"In use: {found.shipped}, as it was shipped."]
    if found.outdated:
        return [
            f"In use: {found.shipped}, as it was shipped.",
            f"{used.name} was learned from another version of it and is not used.",
            "To learn again: summarize learn run",
        ]
    of = plural(used.sentences, "approved sentence")
    lines = [f"In use: {used.name}, since {used.since}, learned from {of} of {used.origin}."]
    lines += _figure_lines(used.figures)
    return [*lines, f"Before: {found.before}. To go back to it: summarize learn undo"]


def _figure_lines(figures: Any) -> list[str]:
    """What was measured, of a record as it was kept."""
    names = {"held": "Own sentences that it did not learn from", "general": "General sentences"}
    lines = [
        f"  {name}: chrF {one['before']:.1f} to {one['after']:.1f} "
        f"({one['low']:+.1f} to {one['high']:+.1f}, {one['lines']} sentences)"
        for key, name in names.items()
        if (one := figures.get(key))
    ]
    return lines or ["  Not measured on this desk."]


def _candidate_lines(found: Standing) -> list[str]:
    one = found.candidate
    if not one:
        return []
    why = " ".join(one.get("reasons", ())) or "It was undone, or never measured."
    return [
        f"Not in use: {one['name']}. {why}",
        *_figure_lines(one),
        f"  To look at it: --translator {one['folder']}",
    ]


def _run_lines(run: AtWork | None) -> list[str]:
    if run is None:
        return ["No run is begun."]
    far = f"{run.done:g} of {run.minutes:g} minutes, {run.step} steps, {run.tokens:,} tokens"
    begun = f"begun {run.started} from {plural(run.sentences, 'sentence')}"
    if run.process:
        return [
            f"At work: {far}; {begun}.",
            f"Process {run.process}. To stop it, so that it can go on later: kill {run.process}",
        ]
    return [f"Stopped: {far}; {begun}.", "To go on: summarize learn run"]


def undo_last(format_name: str) -> None:
    """Go back to the version before and say so. Raises ``SummarizeError``."""
    settings, model = load_settings(), shipped_model()
    desk = Desk(settings.learned_dir)
    with desk.running():
        last, now = undone(desk)
    name = now.name if now else f"{model.name}-{model.version}"
    if format_name == "json":
        typer.echo(json.dumps({"undone": last.name, "in_use": name}))
        return
    typer.echo(f"{name} is in use again. {last.name} is kept: --translator {desk.candidate}")


def export_to(file: Path) -> None:
    """Write what is in use to ``file``. Raises ``SummarizeError``."""
    settings = load_settings()
    card = export(Desk(settings.learned_dir), shipped_model(), file)
    Reporter().notify(
        f"{card.name} is in {file}. Its weights were made from what this desk approved: give it to "
        "those who may read that. The Gemma terms of use go with it."
    )


def import_from(
    file: Path, general: Path | None, device: DeviceName | None, format_name: str
) -> None:
    """Use what is in ``file``, weighed where it can be. Raises ``SummarizeError``."""
    from summarize.adapting.bring import bring

    settings = load_settings({"device": device})
    desk = Desk(settings.learned_dir)
    with desk.running():
        found, version = bring(
            desk,
            file,
            _entries(settings.memory),
            general,
            shipped_model(),
            _options(settings, Reporter()),
        )
    _tell_verdict(found, version, desk, format_name)


def _entries(path: Path) -> list[Entry]:
    memory = Memory(path)
    try:
        return memory.entries()
    finally:
        memory.close()


def _options(settings: Settings, reporter: Reporter) -> BackendOptions:
    from summarize.adapting.train import settings as figures

    return BackendOptions(
        settings.model_dir,
        device=settings.device,
        offline=settings.offline,
        notify=reporter.notify,
        effort=figures()["gate"]["effort"],
    )
