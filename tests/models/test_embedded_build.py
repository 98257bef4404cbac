import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from summarize.errors import ModelCorruptedError, ModelMissingError
from summarize.models.embedded import FOLDER, status
from summarize.models.embedded.adapter import Lora, read_tensors
from summarize.models.embedded.base import BaseFile, transformers_name
from summarize.models.embedded.build import Built, built, place, require_base
from summarize.models.embedded.convert import save
from summarize.models.embedded.manifest import Base, read_manifest, require_intact
from summarize.models.embedded.vocabulary import BOS, EOS, closed, tokenizer
from tests.checkpoints import ENGLISH
from tests.tiny_embedded import PACKAGE, write_manifest, write_model, write_package

BUILD = """
import sys
from pathlib import Path
from typing import Any
from summarize.models.embedded.build import built
from summarize.models.embedded.manifest import read_manifest
model, model_dir = map(Path, sys.argv[1:])
built(read_manifest(model), model_dir, lambda line: print(line, flush=True))
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_package(tmp_path_factory.mktemp("site"))


@pytest.fixture
def installed(package: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The tiny data package can be imported."""
    monkeypatch.syspath_prepend(str(package.parent))
    yield package
    sys.modules.pop(PACKAGE, None)


@pytest.fixture
def model(package: Path, tmp_path: Path) -> Path:
    write_model(tmp_path / "en-km", package)
    return tmp_path / "en-km"


def build(model: Path, model_dir: Path) -> tuple[Built, list[str]]:
    notices: list[str] = []
    return built(read_manifest(model), model_dir, notices.append), notices


@pytest.mark.usefixtures("installed")
def test_a_build_holds_model_and_tokenizer_and_no_base_file(model: Path, tmp_path: Path) -> None:
    kept, notices = build(model, tmp_path / "models")
    assert sorted(path.name for path in kept.folder.iterdir()) == [
        "manifest.json",
        "model",
        "tokenizer.json",
    ]
    assert "done once" in notices[0]
    assert "ready" in notices[-1]


@pytest.mark.usefixtures("installed")
def test_a_second_build_is_silent_and_free(model: Path, tmp_path: Path) -> None:
    first, _ = build(model, tmp_path / "models")
    before = first.tokenizer.stat().st_mtime_ns
    second, notices = build(model, tmp_path / "models")
    assert notices == []
    assert second.tokenizer.stat().st_mtime_ns == before


@pytest.mark.usefixtures("installed")
def test_damaged_weights_are_built_again_with_a_notice(model: Path, tmp_path: Path) -> None:
    kept, _ = build(model, tmp_path / "models")
    weights = kept.model / "model.bin"
    sound = weights.read_bytes()
    weights.write_bytes(sound[:-7] + bytes(7))
    _, notices = build(model, tmp_path / "models")
    assert "damaged" in notices[0]
    assert weights.read_bytes() == sound


@pytest.mark.usefixtures("installed")
def test_another_manifest_is_another_build(model: Path, tmp_path: Path) -> None:
    first, _ = build(model, tmp_path / "models")
    manifest = model / "model.toml"
    manifest.write_text(manifest.read_text("utf-8").replace('version = "1"', 'version = "2"'))
    second, _ = build(model, tmp_path / "models")
    assert first.folder != second.folder


def test_two_processes_build_once(package: Path, model: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", BUILD, str(model), str(tmp_path / "models")]
    environment = {**os.environ, "PYTHONPATH": f"{package.parent}:{Path.cwd()}"}
    started = [
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
        for _ in range(2)
    ]
    said = [process.communicate()[0] for process in started]
    assert [process.returncode for process in started] == [0, 0]
    assert "".join(said).count("is ready") == 1
    assert len([p for p in (tmp_path / "models").iterdir() if p.is_dir()]) == 1


def test_missing_base_weights_are_named_with_the_command_that_installs_them(
    model: Path, tmp_path: Path
) -> None:
    with pytest.raises(ModelMissingError) as caught:
        build(model, tmp_path / "models")
    assert "pip install tiny-gemma-base" in caught.value.hint
    assert list((tmp_path / "models").glob("embedded*")) == []


@pytest.mark.usefixtures("installed")
def test_a_base_of_another_version_is_refused(model: Path, tmp_path: Path) -> None:
    manifest = model / "model.toml"
    wanted = read_manifest(model).adapter.base.sha256  # type: ignore[union-attr]
    manifest.write_text(manifest.read_text("utf-8").replace(wanted, "0" * 64))
    with pytest.raises(ModelCorruptedError, match="another base"):
        build(model, tmp_path / "models")


@pytest.mark.parametrize("name", ["adapter_model.safetensors", "vocabulary_ids.json"])
def test_shipped_files_that_changed_are_refused(name: str, model: Path) -> None:
    path = model / name
    path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(ModelCorruptedError, match=f"{name} has another checksum"):
        require_intact(read_manifest(model))


def test_shipped_files_that_are_gone_are_named(model: Path) -> None:
    (model / "vocabulary_ids.json").unlink()
    with pytest.raises(ModelCorruptedError, match=r"vocabulary_ids.json is unreadable"):
        require_intact(read_manifest(model))


@pytest.mark.parametrize("text", ["kind = ", 'kind = "llama"\nname = "x"', 'kind = "adapter"', ""])
def test_an_unreadable_manifest_is_told(text: str, tmp_path: Path) -> None:
    (tmp_path / "model.toml").write_text(text, "utf-8")
    with pytest.raises(ModelCorruptedError, match=r"model.toml is unreadable"):
        read_manifest(tmp_path)


@pytest.mark.usefixtures("installed")
def test_an_adapter_of_another_model_is_refused(model: Path, package: Path, tmp_path: Path) -> None:
    from safetensors.torch import load_file, save_file

    path = model / "adapter_model.safetensors"
    save_file({k.replace("layers.5", "layers.9"): v for k, v in load_file(path).items()}, path)
    write_manifest(model, package)
    with pytest.raises(ModelCorruptedError, match=r"does not fit its base.*layers\.9"):
        build(model, tmp_path / "models")


def test_the_converted_model_writes_what_torch_writes(
    package: Path, model: Path, tmp_path: Path
) -> None:
    """Probabilities of CTranslate2 (float32), and of Transformers with the adapter beside."""
    import ctranslate2
    import torch

    from training.adapter.lora import add_lora, load_adapter
    from training.adapter.model import load

    base = BaseFile(package / "base.gguf")
    ids = closed(base.vocabulary, json.loads((model / "vocabulary_ids.json").read_text("utf-8")))
    vocabulary, lora = base.vocabulary.cut(ids), Lora(model)
    weights = {name: lora.merged(name, values) for name, values in base.weights(ids)}
    (tmp_path / "float32").mkdir()
    save(tmp_path / "float32", base.shape, weights, vocabulary.pieces, "float32")
    loaded: Any = load(base, ids)
    reference = loaded.eval()
    add_lora(reference, {"rank": 4, "alpha": 8, "targets": ["q_proj", "down_proj"]})
    load_adapter(reference, model)
    generator = ctranslate2.Generator(str(tmp_path / "float32"), device="cpu", intra_threads=1)
    pieces = tokenizer(vocabulary)
    for line in ENGLISH.splitlines()[:4]:
        prompt = [pieces.token_to_id(BOS), *pieces.encode(line).ids]
        with torch.no_grad():
            expected = reference(torch.tensor([prompt])).logits[0].log_softmax(-1).numpy()
        found = np.array(generator.forward_batch([prompt], return_log_probs=True))[0]
        assert abs(found - expected).max() < 1e-3


def test_half_precision_tensors_are_read_exactly(tmp_path: Path) -> None:
    import torch
    from safetensors.torch import save_file

    values = torch.tensor([[1.5, -0.0078125], [3e38, 0.0]])
    save_file({"b": values.bfloat16(), "h": values[:1].half(), "f": values}, tmp_path / "t")
    found = read_tensors(tmp_path / "t")
    assert (found["b"] == values.bfloat16().float().numpy()).all()
    assert (found["h"] == values[:1].numpy()).all()
    assert (found["f"] == values.numpy()).all()


def test_unknown_tensors_of_a_base_are_an_error() -> None:
    with pytest.raises(KeyError):
        transformers_name("blk.0.attn_rot_embd.weight")


@pytest.mark.usefixtures("installed")
def test_status_tells_what_is_prepared_and_what_is_damaged(model: Path, tmp_path: Path) -> None:
    assert "prepared on first use" in status(tmp_path / "models", model)[1]
    kept, _ = build(model, tmp_path / "models")
    assert status(tmp_path / "models", model)[1].endswith(f"prepared in {kept.folder}")
    shutil.rmtree(kept.model)
    assert "is prepared again" in status(tmp_path / "models", model)[1]


def test_status_raises_where_the_base_is_missing(model: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelMissingError):
        status(tmp_path / "models", model)


def test_the_shipped_files_are_intact_and_their_base_is_installed() -> None:
    manifest = read_manifest(FOLDER)
    require_intact(manifest)
    if manifest.adapter:
        require_base(manifest.adapter.base)
    assert {path.name for path in FOLDER.iterdir()} >= {"README.md", "NOTICE", *manifest.files}


def test_the_place_of_a_build_names_version_and_digest() -> None:
    manifest = read_manifest(FOLDER)
    assert manifest.version in place(manifest, Path()).name
    assert manifest.digest[:12] in place(manifest, Path()).name


def test_an_unknown_package_is_missing() -> None:
    with pytest.raises(ModelMissingError):
        require_base(Base("no_such_package_at_all", ""))


def test_special_tokens_survive_the_cut(model: Path, package: Path) -> None:
    base = BaseFile(package / "base.gguf")
    ids = json.loads((model / "vocabulary_ids.json").read_text("utf-8"))
    assert {BOS, EOS} <= set(base.vocabulary.cut(closed(base.vocabulary, ids)).pieces)
