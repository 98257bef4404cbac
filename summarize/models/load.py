"""Opening model files with transformers: quietly, from this machine only, without their code."""

import errno
import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from summarize.errors import (
    ModelCorruptedError,
    ModelError,
    PackageMissingError,
    SummarizeError,
)
from summarize.models.sanity import require_sane

UNWRITABLE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS}


def load_tokenizer(folder: Path) -> Any:
    """Return the ``AutoTokenizer`` of ``folder``. Raises ``ModelCorruptedError``."""
    with opening(folder):
        from transformers import AutoTokenizer

        tokenizer = AutoTokenizer.from_pretrained(
            folder, local_files_only=True, trust_remote_code=False
        )
        # Where its files are gone, some classes start with an empty vocabulary and say nothing.
        if len(tokenizer) <= len(tokenizer.all_special_tokens):
            raise ValueError("the tokenizer has no vocabulary")
        return tokenizer


def load_config(folder: Path) -> Any:
    """Return the ``AutoConfig`` of ``folder``. Raises ``ModelCorruptedError``."""
    with opening(folder):
        from transformers import AutoConfig

        return AutoConfig.from_pretrained(folder, local_files_only=True, trust_remote_code=False)


def load_weights(folder: Path) -> Any:
    """Return the ``AutoModelForSeq2SeqLM`` of ``folder`` in float32, read from safetensors only.

    Raises ``ModelCorruptedError``.
    """
    with opening(folder):
        import torch
        from transformers import AutoModelForSeq2SeqLM

        return AutoModelForSeq2SeqLM.from_pretrained(
            folder,
            local_files_only=True,
            trust_remote_code=False,
            use_safetensors=True,
            dtype=torch.float32,
        ).eval()


@contextmanager
def opening(folder: Path) -> Iterator[None]:
    """Turn what goes wrong while ``folder`` is read into a ``ModelError``; quietly, and offline.

    Sizes that cannot be are refused before.

    The libraries raise a dozen kinds of errors on damaged files, some of them ``AttributeError``.
    ``OSError`` comes through where something could not be written: no fault of the model.
    """
    require_sane(folder)
    try:
        with offline(), quiet():
            yield
    except SummarizeError:
        raise
    except ModuleNotFoundError as error:
        raise PackageMissingError(error.name or str(error)) from error
    except MemoryError as error:
        raise ModelError(
            f"the model in {folder} does not fit into memory", "Choose a smaller model."
        ) from error
    except Exception as error:
        if isinstance(error, OSError) and error.errno in UNWRITABLE:
            raise
        raise ModelCorruptedError(
            f"the model in {folder} cannot be loaded: {first_line(error)}",
            "Files may be damaged or missing: fetch or copy the model again.",
        ) from error


@contextmanager
def quiet() -> Iterator[None]:
    """Keep the libraries from writing to stderr: warnings, log lines, progress bars."""
    import transformers

    verbosity = transformers.logging.get_verbosity()
    bars = transformers.logging.is_progress_bar_enabled()
    transformers.logging.set_verbosity(logging.CRITICAL)
    transformers.logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        transformers.logging.set_verbosity(verbosity)
        if bars:
            transformers.logging.enable_progress_bar()  # type: ignore[no-untyped-call]


@contextmanager
def offline() -> Iterator[None]:
    """Forbid connections to the hub's library: ``local_files_only`` does not reach every call."""
    from huggingface_hub import constants

    before = constants.HF_HUB_OFFLINE
    constants.HF_HUB_OFFLINE = True
    try:
        yield
    finally:
        constants.HF_HUB_OFFLINE = before


def first_line(error: Exception) -> str:
    """Return what ``error`` says first; libraries add paragraphs of advice for programmers."""
    lines = str(error).strip().splitlines()
    return lines[0] if lines else type(error).__name__
