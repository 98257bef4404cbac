"""Fetching a model from the hub: only when asked, and only files that are safe to load.

The hub's own library discards what a killed process had fetched. Large files are therefore fetched
here, into ``blobs/CHECKSUM.partial`` of its cache, and continued from where they ended.
"""

import fnmatch
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from summarize.errors import ModelCorruptedError, ModelError, ModelMissingError, SummarizeError
from summarize.models.load import first_line
from summarize.models.local_copies import blob_digest, damaged_files, repository_folder
from summarize.models.resolve import INDEX, SIDE_FILES, UNSAFE, WEIGHTS, split_name

PATTERNS = [WEIGHTS, INDEX, "model-*-of-*.safetensors", *SIDE_FILES]
TIMEOUT = 20.0
"""Seconds to wait for the first answer of the hub."""
RESERVE = 50_000_000
"""Bytes that must stay free on the disk after a download."""
LOGIN = "log in with: hf auth login"


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """A file of a repository; ``digest`` names its blob in the cache, SHA-256 for large ones."""

    path: str
    size: int
    digest: str
    large: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """What a download would do: ``size`` in bytes of all ``files``, ``missing`` still to fetch."""

    name: str
    repository: str
    commit: str
    files: tuple[RemoteFile, ...]
    missing: int

    @property
    def size(self) -> int:
        """Bytes of all files together."""
        return sum(file.size for file in self.files)


Confirm = Callable[[Plan], bool]


def always(_plan: Plan) -> bool:
    """Agree to any download: it was asked for by name."""
    return True


def download(
    name: str,
    cache: Path,
    notify: Callable[[str], None],
    confirm: Confirm = always,
    progress: bool = False,
) -> bool:
    """Fetch ``name`` (``owner/name@revision``) into ``cache``, in the hub's own layout.

    Returns whether ``confirm``, which is told the size, agreed. ``progress`` shows a bar on
    stderr where that is a terminal. ``HF_ENDPOINT`` and the user's token are honoured. What was
    fetched is compared with the checksums of the hub. Raises ``ModelMissingError`` where there is
    no such model, ``ModelCorruptedError`` on a wrong checksum, ``ModelError`` where it cannot be
    fetched.
    """
    with _clear_errors(name), _quiet_hub():
        plan = _plan(name, cache)
        if not confirm(plan):
            return False
        _require_space(plan, cache)
        notify(f"Fetching {name}: {plan.missing / 1e6:,.1f} MB in {len(plan.files)} files.")
        for file in plan.files:
            if file.large:
                _fetch_large(plan, file, cache, progress)
        _fetch_rest(plan, name, cache)
        _verify(plan, cache)
    notify(f"Fetched {name}.")
    return True


def _plan(name: str, cache: Path) -> Plan:
    from huggingface_hub import HfApi, RepoFile

    repository, revision = split_name(name)
    api = HfApi(endpoint=os.environ.get("HF_ENDPOINT"))
    commit = api.model_info(repository, revision=revision, timeout=TIMEOUT).sha or revision
    tree = [f for f in api.list_repo_tree(repository, revision=commit) if isinstance(f, RepoFile)]
    _require_safe_weights(name, [file.path for file in tree])
    files = tuple(
        RemoteFile(f.path, f.size, f.lfs.sha256 if f.lfs else f.blob_id, f.lfs is not None)
        for f in tree
        if any(fnmatch.fnmatch(f.path, pattern) for pattern in PATTERNS)
    )
    blobs = repository_folder(cache, repository) / "blobs"
    missing = sum(file.size - _present(blobs, file) for file in files)
    return Plan(name, repository, commit, files, missing)


def _present(blobs: Path, file: RemoteFile) -> int:
    """Bytes of ``file`` that are here already."""
    for path in (blobs / file.digest, _partial(blobs, file)):
        if path.is_file():
            return min(path.stat().st_size, file.size)
    return 0


def _partial(blobs: Path, file: RemoteFile) -> Path:
    return blobs / f"{file.digest}.partial"


def _require_safe_weights(name: str, paths: list[str]) -> None:
    unsafe = any(fnmatch.fnmatch(path, pattern) for path in paths for pattern in UNSAFE)
    if unsafe and not any(path.endswith(".safetensors") for path in paths):
        raise ModelError(
            f"the weights of {name} are not in safetensors form, and other forms can hold "
            "program code: nothing was fetched",
            "Choose another model, or a revision of this one that has model.safetensors, as "
            "owner/name@revision.",
        )


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


def _fetch_large(plan: Plan, file: RemoteFile, cache: Path, progress: bool) -> None:
    """Fetch ``file``, going on where an earlier attempt ended, and compare its checksum."""
    from filelock import FileLock

    blobs = repository_folder(cache, plan.repository) / "blobs"
    blobs.mkdir(parents=True, exist_ok=True)
    locks = cache / ".locks" / blobs.parent.name  # where the hub's library has its own
    locks.mkdir(parents=True, exist_ok=True)
    begun = _partial(blobs, file)
    with FileLock(locks / f"{begun.name}.lock"):
        if (blobs / file.digest).is_file():
            return
        _stream(plan, file, begun, progress)
        if blob_digest(begun, file.digest) != file.digest:
            begun.unlink()
            raise _wrong_checksum(plan.name, [file.path])
        begun.replace(blobs / file.digest)


def _stream(plan: Plan, file: RemoteFile, begun: Path, progress: bool) -> None:
    from huggingface_hub import hf_hub_url
    from huggingface_hub.file_download import http_get
    from huggingface_hub.utils._headers import build_hf_headers
    from tqdm import tqdm  # type: ignore[import-untyped]

    bar: Any = partial(tqdm, disable=None if progress else True)
    endpoint = os.environ.get("HF_ENDPOINT")
    url = hf_hub_url(plan.repository, file.path, revision=plan.commit, endpoint=endpoint)
    with begun.open("ab") as stream:
        if stream.tell() > file.size:
            stream.truncate(0)
        http_get(
            url,
            stream,
            resume_size=stream.tell(),
            headers=build_hf_headers(),
            expected_size=file.size,
            displayed_filename=file.path,
            tqdm_class=bar,
        )


def _fetch_rest(plan: Plan, name: str, cache: Path) -> None:
    """Fetch the small files, and lay out the folder of the snapshot."""
    from huggingface_hub import snapshot_download

    snapshot_download(
        plan.repository,
        revision=split_name(name)[1],
        cache_dir=cache,
        endpoint=os.environ.get("HF_ENDPOINT"),
        allow_patterns=[file.path for file in plan.files],
    )


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
    """Without log lines and progress bars of the hub's library; :func:`_stream` has its own."""
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
