"""What is in use changes in one step and back exactly; it is named wherever drafts are."""

import hashlib
import stat
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from summarize.adapting.desk import Desk
from summarize.adapting.swap import KEPT, Source, forget_build, offered, taken, undone
from summarize.backends import embedded as backend
from summarize.backends.base import TranslationSpec
from summarize.cache.key import Key
from summarize.errors import ModelCorruptedError, UsageError
from summarize.models.embedded import status
from summarize.models.embedded.learned import IN_USE, model_in_use, versions
from summarize.models.embedded.manifest import Manifest
from summarize.options import BackendOptions
from tests.adapting.desks import tiny_model
from tests.tiny_embedded import PACKAGE

HERE = Source("this desk", 300)


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Manifest:
    return tiny_model(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
def model_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("models")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "learned")


@pytest.fixture
def options(
    desk: Desk, model: Manifest, model_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[BackendOptions]:
    """As for the program, whose shipped model is the tiny one."""
    monkeypatch.syspath_prepend(str(model.folder.parent))
    monkeypatch.setattr(backend, "FOLDER", model.folder)
    yield BackendOptions(model_dir, device="cpu", offline=True, learned_dir=desk.root)
    sys.modules.pop(PACKAGE, None)


def weights(root: Path, model: Manifest, factor: float) -> Path:
    """Weights as a run leaves them, ``factor`` times those that are shipped."""
    from safetensors.torch import load_file, save_file

    root.mkdir(parents=True, exist_ok=True)
    shipped = load_file(model.folder / "adapter_model.safetensors")
    save_file({name: one * factor for name, one in shipped.items()}, root / "new.safetensors")
    return root / "new.safetensors"


def learn(desk: Desk, model: Manifest, tmp_path: Path, factor: float = 1.5) -> None:
    candidate = offered(desk, weights(tmp_path / "run", model, factor), model)
    taken(desk, candidate, model, HERE, {"decision": "swapped"})


def everything(root: Path) -> dict[str, str]:
    """All files below ``root`` but the candidate and locks, with what they hold."""
    return {
        path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(root.rglob("*"))
        if path.is_file() and "candidate" not in path.parts and not path.name.endswith(".lock")
    }


def test_without_anything_learned_the_shipped_model_is_in_use(desk: Desk, model: Manifest) -> None:
    assert model_in_use(desk.root, model.folder) == model
    assert not desk.root.exists()


def test_what_was_learned_is_named_in_signature_and_cache_key(
    desk: Desk, model: Manifest, options: BackendOptions, tmp_path: Path
) -> None:
    before = backend.EmbeddedTranslator(options).signature
    learn(desk, model, tmp_path)
    after = backend.EmbeddedTranslator(options).signature
    assert "tiny-1-desk.1@" in after != before
    keys = {Key("draft", "0" * 64, one, "1").digest() for one in (before, after)}
    assert len(keys) == 2


def test_what_was_learned_writes_other_drafts_and_undo_the_same_as_before(
    desk: Desk, model: Manifest, options: BackendOptions, tmp_path: Path
) -> None:
    sentences = ["Heavy rain fell.", "The bank raised its rate.", "A bridge will open."]
    before = backend.EmbeddedTranslator(options)
    drafts = before.translate(sentences, TranslationSpec())
    learn(desk, model, tmp_path, -3.0)
    assert backend.EmbeddedTranslator(options).translate(sentences, TranslationSpec()) != drafts
    undone(desk)
    again = backend.EmbeddedTranslator(options)
    assert again.signature == before.signature
    assert again.translate(sentences, TranslationSpec()) == drafts


def test_undo_goes_back_byte_for_byte(desk: Desk, model: Manifest, tmp_path: Path) -> None:
    states = []
    for factor in (1.5, 2.0, 2.5):
        states.append(everything(desk.root))
        learn(desk, model, tmp_path, factor)
    for before in reversed(states):
        undone(desk)
        assert everything(desk.root) == before
    assert model_in_use(desk.root, model.folder) == model


def test_undo_says_what_was_and_what_is_and_keeps_the_first_aside(
    desk: Desk, model: Manifest, tmp_path: Path
) -> None:
    learn(desk, model, tmp_path)
    learn(desk, model, tmp_path)
    last, now = undone(desk)
    assert now is not None
    assert (last.name, now.name) == ("tiny-1-desk.2", "tiny-1-desk.1")
    assert (desk.candidate / "adapter_model.safetensors").is_file()
    assert undone(desk)[1] is None
    with pytest.raises(UsageError, match="nothing to undo"):
        undone(desk)


def test_the_last_versions_stay(desk: Desk, model: Manifest, tmp_path: Path) -> None:
    for _ in range(KEPT + 2):
        learn(desk, model, tmp_path)
    found = [one.folder for one in versions(desk.root)]
    assert len(found) == KEPT
    folders = {path.name for path in desk.root.iterdir() if path.is_dir()}
    assert set(found) == folders - {"run", "candidate"}


def test_files_are_for_one_person(desk: Desk, model: Manifest, tmp_path: Path) -> None:
    learn(desk, model, tmp_path)
    for path in desk.root.rglob("*"):
        rights = stat.S_IMODE(path.stat().st_mode)
        assert rights & 0o077 == 0 or path.name.endswith(".lock"), path
    assert stat.S_IMODE(desk.root.stat().st_mode) == 0o700


def test_what_belongs_to_another_shipped_model_is_not_used_and_this_is_told(
    desk: Desk, model: Manifest, tmp_path: Path
) -> None:
    learn(desk, replace(model, digest="0" * 64), tmp_path)
    told: list[str] = []
    assert model_in_use(desk.root, model.folder, told.append) == model
    assert "learn run" in told[0]


@pytest.mark.parametrize(
    "content",
    [
        b"{",
        b"[]",
        b'{"schema": 9, "versions": []}',
        b'{"schema": 1, "versions": [{"folder": "a"}]}',
    ],
)
def test_a_damaged_record_of_what_is_in_use_is_told(
    desk: Desk, model: Manifest, content: bytes
) -> None:
    desk.root.mkdir()
    (desk.root / IN_USE).write_bytes(content)
    with pytest.raises(ModelCorruptedError, match="learned cannot be read"):
        model_in_use(desk.root, model.folder)


def test_a_record_cannot_lead_out_of_the_folder(
    desk: Desk, model: Manifest, tmp_path: Path
) -> None:
    learn(desk, model, tmp_path)
    path = desk.root / IN_USE
    path.write_text(path.read_text("utf-8").replace("1-desk.1", "../elsewhere", 1), "utf-8")
    with pytest.raises(ModelCorruptedError):
        model_in_use(desk.root, model.folder)


def test_a_version_that_is_gone_is_told_and_can_be_undone(
    desk: Desk, model: Manifest, tmp_path: Path
) -> None:
    learn(desk, model, tmp_path)
    (desk.root / "1-desk.1").rename(tmp_path / "away")
    with pytest.raises(ModelCorruptedError, match="gone") as found:
        model_in_use(desk.root, model.folder)
    assert "learn undo" in found.value.hint
    undone(desk)
    assert model_in_use(desk.root, model.folder) == model


def test_doctor_names_what_is_in_use(
    desk: Desk, model: Manifest, options: BackendOptions, tmp_path: Path
) -> None:
    learn(desk, model, tmp_path)
    ok, line, _ = status(options.model_dir, model.folder, desk.root)
    assert ok
    assert "tiny 1-desk.1 (adapter, learned by this desk)" in line


def test_the_build_of_a_refused_candidate_is_removed(
    desk: Desk, model: Manifest, options: BackendOptions, tmp_path: Path
) -> None:
    candidate = offered(desk, weights(tmp_path / "run", model, 1.7), model)
    before = set(options.model_dir.glob("embedded-*"))
    backend.EmbeddedTranslator(options, candidate.folder).translate(["Rain."], TranslationSpec())
    assert set(options.model_dir.glob("embedded-*")) > before
    forget_build(candidate.folder, options.model_dir)
    assert set(options.model_dir.glob("embedded-*")) == before
