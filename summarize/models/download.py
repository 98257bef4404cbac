"""Fetching a model from the hub: only when asked, and only files that are safe to load."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from summarize.errors import ModelError, ModelMissingError
from summarize.models.load import first_line
from summarize.models.resolve import INDEX, SIDE_FILES, WEIGHTS, split_name

PATTERNS = [WEIGHTS, INDEX, "model-*-of-*.safetensors", *SIDE_FILES]
TIMEOUT = 20.0
"""Seconds to wait for the first answer of the hub."""
FOLDERS = ["*/*"]
"""Left out: they hold the same model in other forms."""


def download(name: str, cache: Path, notify: Callable[[str], None]) -> None:
    """Fetch ``name`` (``owner/name@revision``) into ``cache``, in the hub's own layout.

    ``HF_ENDPOINT`` and the user's token are honoured. Raises ``ModelMissingError`` where there is
    no such model, ``ModelError`` where it cannot be fetched.
    """
    from huggingface_hub import HfApi, snapshot_download

    repository, revision = split_name(name)
    options: dict[str, Any] = {
        "revision": revision,
        "cache_dir": cache,
        "endpoint": os.environ.get("HF_ENDPOINT"),
        "allow_patterns": PATTERNS,
        "ignore_patterns": FOLDERS,
    }
    with _clear_errors(name), _quiet_hub():
        # First a plain question: the functions below hide why the hub did not answer.
        HfApi(endpoint=options["endpoint"]).model_info(
            repository, revision=revision, timeout=TIMEOUT
        )
        files = snapshot_download(repository, dry_run=True, **options)
        size = sum(file.file_size for file in files if file.will_download)
        notify(f"Fetching {name}: {size / 1e6:,.1f} MB in {len(files)} files.")
        snapshot_download(repository, **options)
    notify(f"Fetched {name}.")


@contextmanager
def _clear_errors(name: str) -> Iterator[None]:
    """Say in our own words what went wrong."""
    from huggingface_hub import errors

    try:
        yield
    except errors.GatedRepoError as error:
        raise ModelError(
            f"the model {name} is given only to those who accepted its terms",
            "Accept them on the page of the model, then log in with: hf auth login",
        ) from error
    except (
        errors.RepositoryNotFoundError,
        errors.RevisionNotFoundError,
        errors.HFValidationError,
    ) as error:
        raise ModelMissingError(
            f"the hub has no model {name}, or keeps it private",
            "Check the spelling; for a private model log in with: hf auth login",
        ) from error
    except errors.HfHubHTTPError as error:
        raise ModelError(
            f"the hub refused to hand out {name}: status {error.response.status_code}",
            "Try again later, or log in with: hf auth login",
        ) from error
    except Exception as error:  # connection errors of whichever HTTP library the hub's own uses
        raise ModelError(
            f"{name} could not be fetched: {first_line(error)}",
            "Check the connection and the free space; what was fetched so far is kept.",
        ) from error


@contextmanager
def _quiet_hub() -> Iterator[None]:
    """Without progress bars and log lines of the hub's library."""
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
