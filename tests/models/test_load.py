import logging
import warnings
from pathlib import Path

import pytest

from summarize.errors import ModelCorruptedError, ModelError
from summarize.models.load import load_tokenizer, offline, opening, quiet


def test_nothing_connects_while_a_model_is_opened(
    checkpoints: dict[str, Path], no_network: list[object]
) -> None:
    from huggingface_hub import HfApi
    from huggingface_hub.errors import OfflineModeIsEnabled

    load_tokenizer(checkpoints["marian"])
    with offline(), pytest.raises(OfflineModeIsEnabled):
        HfApi(endpoint="http://127.0.0.1:9").model_info("acme/tiny")
    assert no_network == []


def test_the_libraries_are_left_as_they_were(capfd: pytest.CaptureFixture[str]) -> None:
    import transformers
    from huggingface_hub import constants

    def state() -> tuple[object, ...]:
        return (
            transformers.logging.get_verbosity(),
            transformers.logging.is_progress_bar_enabled(),
            constants.HF_HUB_OFFLINE,
        )

    before = state()
    with offline(), quiet():
        logging.getLogger("transformers").error("noise")
        warnings.warn("noise", stacklevel=1)
    assert state() == before
    assert capfd.readouterr() == ("", "")


def test_whatever_a_library_raises_becomes_one_clear_line() -> None:
    with (
        pytest.raises(ModelCorruptedError, match="cannot be loaded: first") as caught,
        opening(Path("tiny")),
    ):
        raise AttributeError("first\nsecond")
    assert "second" not in caught.value.message
    with pytest.raises(ModelError, match="does not fit into memory"), opening(Path("tiny")):
        raise MemoryError


def test_our_own_errors_come_through() -> None:
    with pytest.raises(ModelError, match="plain"), opening(Path("tiny")):
        raise ModelError("plain")
