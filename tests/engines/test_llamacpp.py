"""GGUF files run by llama.cpp in this process."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from summarize.engines.llamacpp import LlamaCpp
from summarize.errors import (
    InputTooLongError,
    ModelCorruptedError,
    ModelError,
    ModelMissingError,
)
from summarize.options import BackendOptions
from summarize.tokens import Message, Reply, Sampling
from tests.chat_checkpoints import CONTEXT, KHMER, SUMMARY, build_gguf

CHAT = (Message("Summarise this."),)
SAMPLING = Sampling(max_new_tokens=32)

pytest.importorskip("xllamacpp")


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_gguf(KHMER, tmp_path_factory.mktemp("gguf") / "khmer.gguf")


@pytest.fixture
def options(tmp_path: Path) -> BackendOptions:
    return BackendOptions(tmp_path, device="cpu", offline=True)


@pytest.mark.usefixtures("no_network")
def test_a_gguf_file_answers(model: Path, options: BackendOptions) -> None:
    engine = LlamaCpp(model, options)
    assert engine.complete([CHAT, CHAT], SAMPLING) == [Reply("".join(KHMER), True)] * 2
    assert engine.complete([CHAT], Sampling(2)) == [Reply("".join(KHMER[:2]), False)]
    assert engine.complete([], SAMPLING) == []


def test_a_text_above_the_context_is_refused(model: Path, options: BackendOptions) -> None:
    with pytest.raises(InputTooLongError, match=f"takes at most {CONTEXT}"):
        LlamaCpp(model, options).complete([(Message("x" * CONTEXT),)], SAMPLING)


def test_a_text_to_go_on_with_above_the_context_is_refused(
    model: Path, options: BackendOptions
) -> None:
    with pytest.raises(InputTooLongError, match=f"takes at most {CONTEXT}"):
        LlamaCpp(model, options).extend(["x" * CONTEXT], SAMPLING)


def test_the_identity_follows_the_file(model: Path, options: BackendOptions) -> None:
    other = build_gguf(SUMMARY, options.model_dir / "khmer.gguf")
    first, second = LlamaCpp(model, options).identity, LlamaCpp(other, options).identity
    assert first.startswith("khmer@")
    assert "|xllamacpp-" in first
    assert first != second


def test_a_missing_file_is_told(options: BackendOptions) -> None:
    uses: tuple[Callable[[LlamaCpp], object], ...] = (
        lambda engine: engine.identity,
        lambda engine: engine.complete([CHAT], SAMPLING),
    )
    for use in uses:
        with pytest.raises(ModelMissingError, match=r"no file none\.gguf"):
            use(LlamaCpp(Path("none.gguf"), options))


def test_a_damaged_file_is_told(model: Path, options: BackendOptions) -> None:
    cut = options.model_dir / "cut.gguf"
    cut.write_bytes(model.read_bytes()[:100_000])
    with pytest.raises(ModelCorruptedError, match="cannot be loaded"):
        LlamaCpp(cut, options).complete([CHAT], SAMPLING)
    cut.write_text("<html>not found</html>")
    with pytest.raises(ModelCorruptedError, match="not a GGUF file"):
        _ = LlamaCpp(cut, options).identity


def test_without_the_package_the_extra_is_named(
    model: Path, options: BackendOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("summarize.engines.llamacpp.PACKAGE", "no-such-package")
    with pytest.raises(ModelError) as caught:
        _ = LlamaCpp(model, options).identity
    assert caught.value.hint == "pip install summarize-km[llamacpp]"


def test_the_identity_is_known_without_loading_anything(model: Path) -> None:
    code = f"""
import sys
from pathlib import Path
from summarize.backends import registry
from summarize.options import BackendOptions
print(registry.translator({str(model)!r}, BackendOptions(Path("."))).signature)
print(sorted({{"torch", "transformers", "xllamacpp", "numpy", "httpx"}} & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("chat|khmer@")
    assert done.stdout.endswith("[]\n")
