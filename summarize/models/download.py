"""Fetching a model from the hub: only when asked, and only files that are safe to load."""

import fnmatch
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarize.errors import ModelCorruptedError, ModelError, ModelMissingError, SummarizeError
from summarize.models import pickles
from summarize.models.catalog import catalog
from summarize.models.conversions import conversion_of
from summarize.models.hub import split_name
from summarize.models.layout import INDEX, SIDE_FILES, UNSAFE, WEIGHTS
from summarize.models.load import first_line
from summarize.models.local_copies import (
    SHA256_LENGTH,
    blob_digest,
    damaged_files,
    repository_folder,
)
from summarize.models.remote import (
    TIMEOUT,
    RemoteFile,
    bounded_hub,
    commit_of,
    is_safe_path,
    remote_files,
)
from summarize.models.transfer import fetch_file, lay_out, present

SAFE = [WEIGHTS, INDEX, "model-*-of-*.safetensors", *SIDE_FILES]
PICKLED = [pickles.PATTERN, *SIDE_FILES]
CONFIG = "config.json"
RESERVE = 50_000_000
"""Bytes that must stay free on the disk after a download."""
LOGIN = "log in with: hf auth login"


class PickledWeightsError(ModelError):
    """The only weights are pickles, which are converted only if that is allowed."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a download would do: ``size`` in bytes of all ``files``, ``missing`` still to fetch.

    ``converts`` says that the weights are pickles, to be converted once they are here.
    """

    name: str
    repository: str
    revision: str
    commit: str
    files: tuple[RemoteFile, ...]
    missing: int
    converts: bool = False

    @property
    def size(self) -> int:
        """Bytes of all files together."""
        return sum(file.size for file in self.files)


Confirm = Callable[[Plan], bool]


def always(_plan: Plan) -> bool:
    """Agree to any download: it was asked for by name."""
    return True


def planned(
    name: str, cache: Path, notify: Callable[[str], None], allow_pickle: bool = False
) -> Plan:
    """What :func:`download` would do. Raises as it does, ``PickledWeightsError`` among others."""
    with _clear_errors(name), _quiet_hub(), bounded_hub():
        return _plan(name, cache, notify, allow_pickle)


def download(
    name: str,
    cache: Path,
    notify: Callable[[str], None],
    confirm: Confirm = always,
    progress: bool = False,
    allow_pickle: bool = False,
) -> bool:
    """Fetch ``name`` (``owner/name@revision``) into ``cache``, in the hub's own layout.

    Returns whether ``confirm``, which is told the size, agreed. ``progress`` shows a bar on
    stderr where that is a terminal. ``HF_ENDPOINT`` and the user's token are honoured. What was
    fetched is compared with the checksums of the hub. Where the branch has its weights as pickles
    only, they come from the hub's own conversion of them; where there is none and only if
    ``allow_pickle``, they are converted here. Raises ``ModelMissingError`` where there is
    no such model, ``ModelCorruptedError`` on a wrong checksum, ``ModelError`` where it cannot be
    fetched.
    """
    with _clear_errors(name), _quiet_hub(), bounded_hub():
        plan = _plan(name, cache, notify, allow_pickle)
        if not confirm(plan):
            return False
        _require_space(plan, cache)
        notify(f"Fetching {name}: {plan.missing / 1e6:,.1f} MB in {len(plan.files)} files.")
        for file in plan.files:
            _fetch(plan, file, cache, progress and file.large)
        lay_out(plan.repository, plan.revision, plan.commit, plan.files, cache)
        _verify(plan, cache)
        if plan.converts:
            notify(f"Converting the weights of {name} to safetensors, in a process of their own.")
            _convert(plan, cache)
    notify(f"Fetched {name}.")
    return True


def fetch_config(name: str, cache: Path) -> Path:
    """Fetch config.json of ``name`` alone: what kind of model it is. Returns its folder.

    Raises as :func:`download` does.
    """
    from huggingface_hub import HfApi

    repository, revision = split_name(name)
    with _clear_errors(name), _quiet_hub(), bounded_hub():
        api = HfApi(endpoint=os.environ.get("HF_ENDPOINT"))
        commit, tree = _branch(api, repository, revision)
        files = tuple(file for file in tree if file.path == CONFIG)
        if not files:
            raise ModelMissingError(
                f"{name} has no {CONFIG}", "It is no model that transformers can load."
            )
        plan = Plan(name, repository, revision, commit, files, 0)
        _fetch(plan, files[0], cache)
        return lay_out(repository, revision, commit, files, cache)


def _plan(name: str, cache: Path, notify: Callable[[str], None], allow_pickle: bool) -> Plan:
    from huggingface_hub import HfApi

    repository, revision = split_name(name)
    api = HfApi(endpoint=os.environ.get("HF_ENDPOINT"))
    commit, tree = _branch(api, repository, revision)
    converts = False
    if _is_pickled([file.path for file in tree]):
        conversion = conversion_of(api, repository)
        if conversion:
            revision = conversion
            commit, tree = _branch(api, repository, revision)
            notify(f"{name}: the weights come from {revision}, the hub's own conversion of them.")
        elif allow_pickle:
            converts = True
        else:
            raise _pickled(name)
    patterns = PICKLED if converts else SAFE
    files = tuple(
        file
        for file in tree
        if is_safe_path(file.path) and any(fnmatch.fnmatch(file.path, one) for one in patterns)
    )
    blobs = repository_folder(cache, repository) / "blobs"
    missing = sum(file.size - present(blobs, file) for file in files)
    return Plan(name, repository, revision, commit, files, missing, converts)


def _branch(api: Any, repository: str, revision: str) -> tuple[str, list[RemoteFile]]:
    """Commit and files of ``revision``. Raises ``ModelError`` where a pinned branch has moved."""
    commit = commit_of(api.model_info(repository, revision=revision, timeout=TIMEOUT).sha)
    entry = catalog().find(repository)
    pinned = entry.commit if entry and entry.revision == revision else ""
    if not commit.startswith(pinned):
        raise ModelError(
            f"{repository}@{revision} is not what was looked at for the catalogue: it was "
            f"{pinned} and is {commit[:12]} now",
            "Look at its page; to take it as it is, pull it by that commit: "
            f"summarize models pull {repository}@{commit}",
        )
    return commit, remote_files(api.list_repo_tree(repository, revision=commit))


def _is_pickled(paths: list[str]) -> bool:
    """Whether there are weights, and none of them in safetensors form."""
    unsafe = any(fnmatch.fnmatch(path, pattern) for path in paths for pattern in UNSAFE)
    return unsafe and not any(path.endswith(".safetensors") for path in paths)


def _pickled(name: str) -> PickledWeightsError:
    return PickledWeightsError(
        f"the weights of {name} are not in safetensors form, and other forms can hold "
        "program code: nothing was fetched",
        "To have them read in a process of their own, without running any of it, and converted "
        f"once: summarize models pull {name} --allow-pickle",
    )


def _convert(plan: Plan, cache: Path) -> None:
    """Put safetensors in the place of the pickles, into the hub's own layout."""
    home = repository_folder(cache, plan.repository)
    folder = home / "snapshots" / plan.commit
    with tempfile.TemporaryDirectory(dir=home) as temporary:
        for path in pickles.convert_pickles(folder, Path(temporary)):
            large = path.suffix == ".safetensors"
            blob = home / "blobs" / blob_digest(path, "0" * (SHA256_LENGTH if large else 40))
            path.replace(blob)
            (folder / path.name).unlink(missing_ok=True)
            (folder / path.name).symlink_to(os.path.relpath(blob, folder))
    for path in (*folder.glob(pickles.PATTERN), folder / pickles.PICKLE_INDEX):
        path.resolve().unlink(missing_ok=True)
        path.unlink(missing_ok=True)


def _require_space(plan: Plan, cache: Path) -> None:
    existing = next(folder for folder in (cache, *cache.absolute().parents) if folder.is_dir())
    free = shutil.disk_usage(existing).free
    if free < plan.missing + RESERVE:
        raise ModelError(
            f"{plan.name} needs {plan.missing / 1e6:,.1f} MB more and {cache} has "
            f"{free / 1e6:,.1f} MB free",
            "Make room, remove models with: summarize models remove NAME, or choose another disk "
            "with HF_HOME.",
        )


def _fetch(plan: Plan, file: RemoteFile, cache: Path, progress: bool = False) -> None:
    if not fetch_file(plan.repository, plan.commit, file, cache, progress=progress):
        raise _wrong_checksum(plan.name, [file.path])


def _verify(plan: Plan, cache: Path) -> None:
    folder = repository_folder(cache, plan.repository) / "snapshots" / plan.commit
    if damaged := damaged_files(folder):
        for path in damaged:
            path.resolve().unlink()
            path.unlink(missing_ok=True)
        raise _wrong_checksum(plan.name, [path.name for path in damaged])


def _wrong_checksum(name: str, files: list[str]) -> ModelCorruptedError:
    return ModelCorruptedError(
        f"{', '.join(files)} of {name} arrived damaged: the checksum is wrong",
        "What was damaged is removed: fetch the model again. If it happens once more, a proxy may "
        "be changing files on their way.",
    )


@contextmanager
def _clear_errors(name: str) -> Iterator[None]:
    """Say in our own words what went wrong."""
    from huggingface_hub import errors

    try:
        yield
    except SummarizeError:
        raise
    except errors.GatedRepoError as error:
        raise ModelError(
            f"the model {name} is given only to those who accepted its terms",
            f"Accept them on the page of the model, then {LOGIN}",
        ) from error
    except (
        errors.RepositoryNotFoundError,
        errors.RevisionNotFoundError,
        errors.HFValidationError,
    ) as error:
        raise ModelMissingError(
            f"the hub has no model {name}, or keeps it private",
            f"Check the spelling; for a private model {LOGIN}",
        ) from error
    except errors.HfHubHTTPError as error:
        raise _refusal(name, error.response) from error
    except Exception as error:  # connection errors of whichever HTTP library the hub's own uses
        raise ModelError(
            f"{name} could not be fetched: {first_line(error)}",
            "Check the connection and the free space; what was fetched so far is kept, and the "
            "same command goes on from there.",
        ) from error


def _refusal(name: str, response: Any) -> ModelError:
    """What an answer of the hub other than the model means, and what to do."""
    status = response.status_code
    if status == 401:
        return ModelError(
            f"the hub does not accept your token, and so hands out no {name}",
            f"Remove HF_TOKEN from the environment, or {LOGIN}",
        )
    if status == 429:
        wait = response.headers.get("Retry-After", "")
        when = f"in {wait} seconds" if wait.isdigit() else "in some minutes"
        return ModelError(
            f"the hub is asked too often (status 429) and did not hand out {name}",
            f"Try again {when}. Those who are logged in may ask more often: hf auth login",
        )
    return ModelError(
        f"the hub refused to hand out {name}: status {status}",
        f"Try again later, or {LOGIN}",
    )


@contextmanager
def _quiet_hub() -> Iterator[None]:
    """Without log lines and progress bars of the hub's library; transfers have their own."""
    import logging

    from huggingface_hub.utils.tqdm import are_progress_bars_disabled
    from huggingface_hub.utils.tqdm import disable_progress_bars as disable
    from huggingface_hub.utils.tqdm import enable_progress_bars as enable

    logger = logging.getLogger("huggingface_hub")
    level, bars = logger.level, not are_progress_bars_disabled()
    logger.setLevel(logging.CRITICAL)
    if bars:
        disable()
    try:
        yield
    finally:
        logger.setLevel(level)
        if bars:
            enable()
