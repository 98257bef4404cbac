"""From a model's name to its files on this machine, without any library that is slow to import."""

from pathlib import Path

from summarize.errors import ModelCorruptedError, ModelError, ModelMissingError
from summarize.models.hub import REPO_ID, Snapshot, find_cached, hub_cache
from summarize.models.layout import fingerprint, has_unsafe_weights, missing_files
from summarize.options import BackendOptions


def is_model_name(name: str) -> bool:
    """Whether ``name`` can mean a model: a folder that exists, or a repository of the hub."""
    return _is_folder(name) or REPO_ID.fullmatch(name) is not None


def resolve(name: str, options: BackendOptions, instead: str) -> Snapshot:
    """Find the model ``name`` (a folder or ``owner/name@revision``), fetching it where allowed.

    ``instead`` names the choice that needs no model, for the hint. Raises ``ModelMissingError``,
    ``ModelCorruptedError``, or ``ModelError`` where weights are not in safetensors form.
    """
    if _is_folder(name):
        folder = Path(name).resolve()
        _require_weights(folder, name)
        return Snapshot(folder.name, fingerprint(folder), folder)
    snapshot = find_cached(name)
    if snapshot is not None and not missing_files(snapshot.folder):
        return snapshot
    if options.download and not options.offline:
        from summarize.models.download import download

        download(name, hub_cache(), options.notify)
        snapshot = find_cached(name)
    if snapshot is None:
        raise _missing(name, options, instead)
    if not has_unsafe_weights(snapshot.folder) and (gone := missing_files(snapshot.folder)):
        raise _missing(name, options, instead, f" (a download left out {', '.join(gone)})")
    _require_weights(snapshot.folder, name)
    return snapshot


def _is_folder(name: str) -> bool:
    return name != "" and Path(name).is_dir()


def _require_weights(folder: Path, name: str) -> None:
    gone = missing_files(folder)
    if not gone:
        return
    if has_unsafe_weights(folder) and "config.json" not in gone:
        raise ModelError(
            f"the weights of {name} are not in safetensors form, and other forms can hold "
            "program code: they are not loaded",
            _with_safetensors(name),
        )
    raise ModelCorruptedError(
        f"the model in {folder} is incomplete: {', '.join(gone)} missing",
        "Give a folder with config.json, model.safetensors and the tokenizer files.",
    )


def _with_safetensors(name: str) -> str:
    if _is_folder(name):
        return f"Convert them once: summarize models convert {name} --allow-pickle"
    return (
        f"Get them in that form: summarize models pull {name}. Where the hub has none, add "
        "--allow-pickle: they are then read in a process of their own and converted."
    )


def _missing(
    name: str, options: BackendOptions, instead: str, detail: str = ""
) -> ModelMissingError:
    if options.offline:
        return ModelMissingError(
            f"the model {name} is not on this machine{detail}, and --offline forbids fetching it",
            f"Fetch it once without --offline and with --download, or use {instead}.",
        )
    return ModelMissingError(
        f"the model {name} is not on this machine{detail}",
        f"Fetch it once by adding --download to this command, or use {instead}.",
    )
