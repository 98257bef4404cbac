"""``summarize models``: which models there are, getting them, and what is on this machine."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from summarize.cli import options
from summarize.cli.asking import agreed
from summarize.cli.pulling import megabytes, pull_models
from summarize.cli.report import Reporter
from summarize.cli.trusting import load_settings
from summarize.errors import ModelError, ModelMissingError, UsageError
from summarize.models.catalog import Entry, catalog, hub_name
from summarize.models.hub import REPO_ID, Snapshot, find_cached, hub_cache, is_here, split_name
from summarize.models.layout import has_safetensors
from summarize.models.local_copies import (
    copies,
    health,
    remove,
    repository_folder,
    size_of,
)

app = typer.Typer(help="Find, get and check models.", no_args_is_help=True)
DAMAGED = 1
HEADINGS = ("", "NAME", "TASK", "SIZE", "COMMERCIAL", "LICENCE")
Name = Annotated[
    str, typer.Argument(metavar="NAME", help="As the list names it, or OWNER/NAME[@REVISION].")
]

AllowPickle = Annotated[
    bool,
    typer.Option(
        "--allow-pickle",
        help="Where all weights are pickles: read them apart, run no code, convert them.",
    ),
]


@app.command("list")
def list_models(format_name: options.DataFormat = "text") -> None:
    """List the catalogue, and what else is on this machine."""
    rows = [_row(entry) for entry in catalog().entries.values()]
    known = {entry.repo for entry in catalog().entries.values()}
    others = {copy.repository for copy in copies(hub_cache()) if copy.repository not in known}
    rows += [_other_row(repository) for repository in sorted(others)]
    cells = [("*" if row["here"] else "", *list(row.values())[1:-1]) for row in rows]
    best = ", ".join(row["name"] for row in rows if row["recommended"])
    notes = f"* is on this machine\nrecommended: {best}"
    _show(rows, format_name, f"{_table([HEADINGS, *cells])}\n\n{notes}")


@app.command()
def show(name: Name, format_name: options.DataFormat = "text") -> None:
    """Tell what is known of a model: licence, figures, how to get it."""
    entry = catalog().find(name)
    if entry is None:
        raise UsageError(
            f"the catalogue has no model {name!r}", "List them with: summarize models list"
        )
    here = is_here(hub_name(entry.name))
    words = {"licence_in_words": entry.licence_in_words, "memory": entry.memory}
    data = {**asdict(entry), **words, "disk": entry.disk, "here": here}
    _show(data, format_name, "\n".join(_description(entry, here)))


@app.command()
def pull(
    name: Annotated[
        str,
        typer.Argument(metavar="NAME", help="As for show, or a profile, such as recommended."),
    ],
    yes: options.Yes = False,
    allow_pickle: AllowPickle = False,
    offline: options.Offline = None,
    quiet: options.Quiet = False,
    format_name: options.DataFormat = "text",
) -> None:
    """Get a model, or the models of a profile, once, to use offline; what was begun goes on."""
    models = _hub_models(name)
    if load_settings({"offline": offline}).offline:
        raise UsageError(
            "fetching a model needs a connection, and offline is set",
            "Leave out --offline, HF_HUB_OFFLINE and the setting `offline`.",
        )
    found = pull_models(models, Reporter(quiet), yes, allow_pickle)
    if not found:
        typer.echo("Nothing was fetched.", err=True)
        return
    data = [{"name": f.name, "revision": f.revision, "path": str(f.folder)} for f in found]
    paths = "\n".join(str(one.folder) for one in found)
    _show(data if name in catalog().profiles else data[0], format_name, paths)


@app.command("try")
def try_it(
    name: Name,
    article: Annotated[
        str | None,
        typer.Option("--article", metavar="FILE", help="Default: the sample article."),
    ] = None,
    role: Annotated[
        Literal["summarizer", "translator"] | None,
        typer.Option("--as", help="Where the catalogue does not say what it is for."),
    ] = None,
    engine: options.Engine = None,
    device: options.Device = None,
    effort: options.Effort = None,
    quiet: options.Quiet = False,
    format_name: options.DataFormat = "text",
) -> None:
    """Run a model that is here beside the present one: output, seconds, memory, checks."""
    from summarize.cli.trying import try_model

    flags = {"engine": engine, "device": device, "effort": effort, "offline": True}
    given = {key: value for key, value in flags.items() if value is not None}
    try_model(name, article, role, given, format_name, Reporter(quiet))


@app.command("remove")
def remove_model(
    name: Name, yes: options.Yes = False, format_name: options.DataFormat = "text"
) -> None:
    """Remove a model from this machine, in every form and revision."""
    repository = split_name(_hub_model(name))[0]
    folder = repository_folder(hub_cache(), repository)
    if not folder.is_dir():
        raise _absent(name)
    if not yes and not agreed(f"Remove {folder}, which other programs may use too?"):
        typer.echo("Nothing was removed.", err=True)
        return
    freed = remove(hub_cache(), repository, load_settings().model_dir)
    text = f"removed {repository}, {megabytes(freed)}"
    _show({"removed": repository, "bytes": freed}, format_name, text)


@app.command()
def verify(name: Name, format_name: options.DataFormat = "text") -> None:
    """Compare the files of a model with the checksums of the hub (exit 1 if one differs)."""
    folder = _snapshot(name).folder
    found = {path.name: health(path) for path in sorted(folder.iterdir()) if path.is_file()}
    _show(found, format_name, _table(list(found.items())))
    if "damaged" in found.values():
        hint = f"Get it anew: summarize models remove {name}, then summarize models pull {name}"
        typer.echo(hint, err=True)
        raise typer.Exit(DAMAGED)


@app.command()
def convert(
    name: Annotated[str, typer.Argument(metavar="NAME", help="As for show, or a folder.")],
    allow_pickle: AllowPickle = False,
    precision: Annotated[
        Literal["int8", "float16", "float32"], typer.Option(help="int8 is best on CPUs.")
    ] = "int8",
    format_name: options.DataFormat = "text",
) -> None:
    """Convert a model to CTranslate2 now instead of on first use."""
    from summarize.families import family_class
    from summarize.models.convert import converted

    settings = load_settings()
    if allow_pickle and Path(name).is_dir() and not has_safetensors(Path(name)):
        from summarize.models.pickles import add_safetensors

        Reporter().notify(f"Converting the weights in {name}, in a process of their own.")
        add_safetensors(Path(name))
    snapshot = _folder_or_snapshot(name)
    if "ctranslate2" not in family_class(snapshot.folder).engines:
        raise ModelError(f"CTranslate2 does not run {name}", "It is used without conversion.")
    kept = converted(snapshot, precision, settings.model_dir, Reporter().notify)
    data = {"path": str(kept.folder), "bytes": size_of(kept.folder)}
    _show(data, format_name, f"{kept.folder}  {megabytes(size_of(kept.folder))}")


@app.command()
def path(name: Name, format_name: options.DataFormat = "text") -> None:
    """Print the folder of a model that is on this machine."""
    folder = str(_snapshot(name).folder)
    _show({"path": folder}, format_name, folder)


def _row(entry: Entry) -> dict[str, Any]:
    return {
        "here": is_here(hub_name(entry.name)),
        "name": entry.name,
        "task": entry.task,
        "parameters": entry.parameters,
        "commercial": entry.commercial,
        "licence": entry.licence,
        "recommended": entry.recommended,
    }


def _other_row(repository: str) -> dict[str, Any]:
    unknown = dict.fromkeys(("task", "parameters", "commercial", "licence"), "")
    return {"here": True, "name": repository, **unknown, "recommended": False}


def _description(entry: Entry, here: bool) -> list[str]:
    use = "--translator" if entry.task == "translation" else "--summarizer"
    pull = f"summarize models pull {entry.name}{' --allow-pickle' * entry.pickled}"
    get = "it is on this machine" if here else pull
    gated = " (accept its terms on its page first)" if entry.gated and not here else ""
    facts = {
        "repository": entry.repo,
        "revision": _revision(entry),
        "task": entry.task,
        "family": entry.family,
        "parameters": entry.parameters or "unknown",
        "to fetch": entry.disk,
        "memory": entry.memory,
        "languages": ", ".join(entry.languages),
        "prompt": entry.prompt,
        "licence": entry.licence_in_words,
        "note": entry.note,
        "get it": get + gated,
        "use it": f"{use} {entry.name}",
    }
    lines = [f"{label:12}{fact}" for label, fact in facts.items() if fact]
    figures = [(f.on, f.metric, str(f.value), f.source) for f in entry.figures]
    heading = "published figures" if figures else "published figures: none was found"
    table = _table(figures).splitlines()
    return [entry.name, *lines, heading, *(f"  {line}" for line in table)]


def _revision(entry: Entry) -> str:
    if not entry.revision:
        return "none is pinned: none was verified; the newest is used"
    by_bot = ", where the hub's own bot has the weights as safetensors" * entry.revision.startswith(
        "refs/pr/"
    )
    return f"{entry.revision}{by_bot}; its commit begins with {entry.commit}"


def _hub_models(name: str) -> list[str]:
    """What to ask the hub for, of a model or of a profile. Raises ``UsageError``."""
    if name not in catalog().profiles:
        return [_hub_model(name)]
    entries = [entry for entry in catalog().models_of(name) if entry]
    if not entries:
        raise UsageError(
            f"the profile {name} needs no model of the hub", f"Use it as it is: --profile {name}"
        )
    return [entry.reference for entry in entries]


def _hub_model(name: str) -> str:
    """What to ask the hub for. Raises ``UsageError``."""
    model = hub_name(name)
    if not REPO_ID.fullmatch(model):
        raise UsageError(
            f"{name!r} is no model of the catalogue and not of the form OWNER/NAME",
            "List the catalogue with: summarize models list",
        )
    return model


def _snapshot(name: str) -> Snapshot:
    found = find_cached(_hub_model(name))
    if found is None:
        raise _absent(name)
    return found


def _folder_or_snapshot(name: str) -> Snapshot:
    from summarize.models.resolve import resolve
    from summarize.options import BackendOptions

    if not Path(name).is_dir():
        _snapshot(name)
    options = BackendOptions(load_settings().model_dir, offline=True)
    return resolve(hub_name(name), options, "another model")


def _absent(name: str) -> ModelMissingError:
    return ModelMissingError(
        f"the model {name} is not on this machine", f"Get it with: summarize models pull {name}"
    )


def _table(rows: Sequence[tuple[str, ...]]) -> str:
    """Columns as wide as their longest cell."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(c.ljust(w) for c, w in zip(row, widths, strict=True)) for row in rows)
    return "\n".join(line.rstrip() for line in lines)


def _show(data: Any, format_name: str, text: str) -> None:
    typer.echo(json.dumps(data, indent=2) if format_name == "json" else text)
