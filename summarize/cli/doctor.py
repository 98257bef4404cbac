"""``summarize doctor``: is everything here that the main job needs, and if not, what to do."""

import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summarize.cli import options
from summarize.errors import SummarizeError

if TYPE_CHECKING:
    from summarize.settings import Settings
    from summarize.trust import Wanted

PROBLEMS = 1
PACKAGES = ("torch", "transformers", "ctranslate2", "sentencepiece")
OF_NAMED_MODELS = {"torch", "transformers"}
"""What the extractive summariser and the embedded translator do without."""
INSTALL = "pip install summarize-km"
MARKS = {"ok": "ok  ", "note": "note", "problem": "FAIL"}


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One thing looked at; ``remedy`` says what to do where ``status`` is not ok."""

    name: str
    status: Literal["ok", "note", "problem"]
    detail: str
    remedy: str = ""


def doctor(
    folders: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FOLDER...]", help="With reviews, for --deep. Default: this one."),
    ] = None,
    deep: Annotated[
        bool, typer.Option("--deep", help="Look through all of the cache, memory and reviews.")
    ] = False,
    format_name: options.DataFormat = "text",
) -> None:
    """Check that all the program needs is here, and that nothing kept is damaged."""
    from summarize.settings import survey  # kept out of --help
    from summarize.trust import is_trusted

    found = survey()
    trusted = found.wanted is None or is_trusted(found.wanted)
    settings = found.settings if trusted else found.own
    diagnoses = [*examine(settings, deep), _trust(found.wanted, trusted)]
    if deep:
        diagnoses += _reviews(folders or [Path()])
    if format_name == "json":
        typer.echo(json.dumps([asdict(d) for d in diagnoses], indent=2))
    else:
        for diagnosis in diagnoses:
            typer.echo(f"{MARKS[diagnosis.status]}  {diagnosis.name:15} {diagnosis.detail}")
            if diagnosis.remedy:
                typer.echo(f"{'':21} → {diagnosis.remedy}")
    raise typer.Exit(PROBLEMS if any(d.status == "problem" for d in diagnoses) else 0)


def examine(settings: "Settings", deep: bool = False) -> Iterator[Diagnosis]:
    """Every diagnosis, in the order in which one would look."""
    from summarize.cli.deep import memory_state

    yield _python()
    yield from (_package(name) for name in PACKAGES)
    yield _device()
    yield _embedded_model(settings)
    yield _recommended()
    yield _cache(settings)
    yield _diagnose("memory", lambda: memory_state(settings, deep))
    yield _network(settings)


def _python() -> Diagnosis:
    running = ".".join(str(part) for part in sys.version_info[:3])
    return Diagnosis("python", "ok", running)


def _package(name: str) -> Diagnosis:
    try:
        return Diagnosis(name, "ok", version(name))
    except PackageNotFoundError:
        if name in OF_NAMED_MODELS:
            return Diagnosis(name, "note", "not installed: models by name need it", INSTALL)
        return Diagnosis(name, "problem", "not installed", INSTALL)


def _device() -> Diagnosis:
    try:
        import ctranslate2
    except ImportError as error:
        return Diagnosis(
            "device", "problem", str(error), "pip install --force-reinstall ctranslate2"
        )
    if gpus := ctranslate2.get_cuda_device_count():
        return Diagnosis("device", "ok", f"{gpus} CUDA GPU{'s' if gpus > 1 else ''}")
    return Diagnosis("device", "ok", f"CPU, {os.cpu_count()} cores (no CUDA GPU is visible)")


def _embedded_model(settings: "Settings") -> Diagnosis:
    from summarize.models import embedded

    return _diagnose("embedded model", lambda: embedded.status(settings.model_dir))


def _recommended() -> Diagnosis:
    """Whether ``--profile recommended`` can run; a note where not, for nobody has to have it."""
    from summarize.models.catalog import catalog, hub_name
    from summarize.models.hub import is_here

    entries = [entry for entry in catalog().models_of("recommended") if entry]
    names = " and ".join(entry.name for entry in entries)
    gone = [entry.name for entry in entries if not is_here(hub_name(entry.name))]
    if not gone:
        return Diagnosis("recommended", "ok", f"{names}: --profile recommended")
    return Diagnosis(
        "recommended",
        "note",
        f"not on this machine: {' and '.join(gone)}",
        "summarize models pull recommended",
    )


def _cache(settings: "Settings") -> Diagnosis:
    from summarize.session import open_store

    def look() -> tuple[bool, str, str]:
        notices: list[str] = []
        store = open_store(settings, notices.append)
        damaged = store.verify()
        entries = sum(store.stats().entries.values())
        detail = "; ".join([f"{entries} entries in {store.path}", *notices])
        return not damaged, detail, "Damaged entries were removed." if damaged else ""

    return _diagnose("cache", look)


def _network(settings: "Settings") -> Diagnosis:
    if settings.offline:
        return Diagnosis("network", "note", "offline: no connection is attempted")
    return Diagnosis("network", "ok", "online, used for URLs and --download only")


def _reviews(folders: Sequence[Path]) -> Iterator[Diagnosis]:
    from summarize.cli.deep import review_states

    states = list(review_states(folders))
    for _, look in states:
        yield _diagnose("review", look)
    if not states:
        named = ", ".join(str(folder.resolve()) for folder in folders)
        yield Diagnosis("review", "note", f"no review in {named}, nor right below")


def _trust(wanted: "Wanted | None", is_trusted: bool) -> Diagnosis:
    """What the file of this folder wants that needs trust, and which files are trusted."""
    from summarize.trust import trusted, trusted_file

    if wanted and not is_trusted:
        detail = f"{wanted.path} is not trusted: {'; '.join(wanted.lines)}"
        remedy = "Left aside here; other commands ask first. If you know who wrote it: --trust."
        return Diagnosis("trust", "note", detail, remedy)
    here = f"{wanted.path} is trusted with {', '.join(wanted.values)}; " if wanted else ""
    files = sorted(trusted())
    if not files:
        return Diagnosis("trust", "ok", "no summarize.toml of a folder is trusted with more")
    detail = f"{here}trusted: {', '.join(files)}"
    return Diagnosis("trust", "ok", detail, f"To trust one no longer, remove it: {trusted_file()}")


def _diagnose(name: str, look: Callable[[], tuple[bool, str, str]]) -> Diagnosis:
    """Turn what ``look`` finds, or the error it raises, into a diagnosis."""
    try:
        sound, detail, remedy = look()
    except SummarizeError as error:
        return Diagnosis(name, "problem", error.message, error.hint)
    return Diagnosis(name, "ok" if sound else "problem", detail, remedy)
