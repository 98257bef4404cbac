"""What a desk has learned goes to another as one file; archives that lie are refused whole."""

import io
import json
import stat
import sys
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from summarize.adapting import bring as bringing
from summarize.adapting.bring import bring
from summarize.adapting.desk import Desk
from summarize.adapting.exchange import CARD, export, read_archive
from summarize.adapting.gate import Compared, Verdict
from summarize.adapting.swap import Source, offered, taken
from summarize.errors import ModelCorruptedError, ModelError, UsageError
from summarize.models.embedded.adapter import WEIGHTS
from summarize.models.embedded.learned import versions
from summarize.models.embedded.manifest import Manifest
from summarize.options import BackendOptions
from tests.adapting.desks import APART, approved, tiny_model
from tests.tiny_embedded import PACKAGE

Parts = dict[str, bytes]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("site")


@pytest.fixture(scope="module")
def model(site: Path) -> Manifest:
    return tiny_model(site)


@pytest.fixture
def options(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[BackendOptions]:
    monkeypatch.syspath_prepend(str(site))
    yield BackendOptions(tmp_path / "models", device="cpu", offline=True)
    sys.modules.pop(PACKAGE, None)


@pytest.fixture
def there(tmp_path: Path) -> Desk:
    """The desk that gets the file."""
    return Desk(tmp_path / "there")


@pytest.fixture
def archive(model: Manifest, tmp_path: Path) -> Path:
    """What a desk that has learned something exports."""
    from safetensors.torch import load_file, save_file

    desk = Desk(tmp_path / "here")
    shipped = load_file(model.folder / WEIGHTS)
    save_file({name: one * 2 for name, one in shipped.items()}, tmp_path / "new.safetensors")
    candidate = offered(desk, tmp_path / "new.safetensors", model)
    taken(desk, candidate, model, Source("this desk", 300), {})
    export(desk, model, tmp_path / "desk.zip")
    return tmp_path / "desk.zip"


def parts(path: Path) -> Parts:
    with zipfile.ZipFile(path) as file:
        return {name: file.read(name) for name in file.namelist()}


def written(path: Path, content: Parts) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in content.items():
            file.writestr(name, data)


def card(content: Parts, **changes: Any) -> Parts:
    return {**content, CARD: json.dumps({**json.loads(content[CARD]), **changes}).encode()}


def weights(content: Parts, change: Callable[[dict[str, Any]], dict[str, Any]]) -> Parts:
    from safetensors.torch import load, save

    return {**content, WEIGHTS: save(change(load(content[WEIGHTS])))}


def test_an_exported_version_is_the_same_on_the_other_desk(
    archive: Path, there: Desk, model: Manifest, options: BackendOptions, tmp_path: Path
) -> None:
    found, version = bring(there, archive, [], None, model, options)
    assert version is not None
    assert found.decision == "unmeasured"
    assert version.origin == "desk.zip (tiny-1-desk.1)"
    here = tmp_path / "here" / "1-desk.1" / WEIGHTS
    assert (there.root / version.folder / WEIGHTS).read_bytes() == here.read_bytes()


def test_without_enough_sentences_it_is_in_use_as_not_measured(
    archive: Path, there: Desk, model: Manifest, options: BackendOptions
) -> None:
    found, _ = bring(there, archive, approved(20), None, model, options)
    assert "20 of 20 approved sentences count, and at least 200" in found.reasons[0]
    [version] = versions(there.root)
    assert version.figures["decision"] == "unmeasured"


@pytest.mark.parametrize("decision", ["swapped", "refused"])
def test_with_enough_sentences_it_goes_through_the_gate(
    archive: Path,
    there: Desk,
    model: Manifest,
    options: BackendOptions,
    decision: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    some = Compared(10, 50.0, 53.0, 1.0, 5.0)
    monkeypatch.setattr(bringing, "settings", lambda: APART)
    monkeypatch.setattr(bringing, "weighed", lambda *_: Verdict(decision, (), some, some))
    bring(there, archive, approved(343), None, model, options)
    assert len(versions(there.root)) == (decision == "swapped")
    assert there.candidate.exists() == (decision == "refused")


def test_without_anything_learned_there_is_nothing_to_export(
    there: Desk, model: Manifest, tmp_path: Path
) -> None:
    with pytest.raises(UsageError, match="nothing to export"):
        export(there, model, tmp_path / "a.zip")


def test_the_file_is_for_one_person_and_says_what_it_belongs_to(
    archive: Path, model: Manifest
) -> None:
    assert stat.S_IMODE(archive.stat().st_mode) == 0o600
    content = json.loads(parts(archive)[CARD])
    assert model.adapter is not None
    assert (content["base"], content["version"]) == (model.adapter.base.sha256, "tiny-1")


def test_another_base_is_refused(archive: Path, there: Desk, model: Manifest) -> None:
    written(archive, card(parts(archive), base="0" * 64))
    with pytest.raises(ModelError, match="another base"):
        read_archive(archive, model, there)


def test_another_version_of_the_shipped_model_is_refused(
    archive: Path, there: Desk, model: Manifest
) -> None:
    with pytest.raises(ModelError, match="learned from tiny-1"):
        read_archive(archive, replace(model, digest="1" * 64), there)


def each(change: Callable[[Any], Any]) -> Callable[[dict[str, Any]], dict[str, Any]]:
    return lambda own: {name: change(one) for name, one in own.items()}


def without(name: str) -> Callable[[Parts], Parts]:
    return lambda content: {key: one for key, one in content.items() if key != name}


LIES: dict[str, Callable[[Parts], Parts]] = {
    "no card": without(CARD),
    "no weights": without(WEIGHTS),
    "a pickle": lambda p: {**p, "adapter_model.bin": b"\x80\x04."},
    "a prompt of its own": lambda p: {**p, "model.toml": b"kind = 'adapter'"},
    "a way out": lambda p: {**p, "../../escaped": b"x"},
    "an absolute path": lambda p: {**p, "/tmp/escaped": b"x"},
    "another format": lambda p: card(p, format="something"),
    "a later form": lambda p: card(p, schema=9),
    "a field too many": lambda p: card(p, run="rm"),
    "a card that is a list": lambda p: {**p, CARD: b"[]"},
    "a card nested deeply": lambda p: {**p, CARD: b"[" * 100_000},
    "numbers for names": lambda p: card(p, name=7),
    "a name without end": lambda p: card(p, name="a" * 5000),
    "words for numbers": lambda p: card(p, sentences="many"),
    "weights cut short": lambda p: {**p, WEIGHTS: p[WEIGHTS][:-100]},
    "weights that are a pickle": lambda p: {**p, WEIGHTS: b"\x80\x04K\x01."},
    "a header larger than the file": lambda p: {**p, WEIGHTS: b"\xff" * 7 + b"\x00" + b"{}"},
    "a tensor missing": lambda p: weights(p, lambda own: dict(list(own.items())[1:])),
    "a tensor too many": lambda p: weights(p, lambda own: {**own, "x": own[min(own)] * 1}),
    "another shape": lambda p: weights(p, each(lambda one: one.T.contiguous())),
    "not a number": lambda p: weights(p, each(lambda one: one * float("nan"))),
    "infinite": lambda p: weights(p, each(lambda one: one / 0)),
}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES.keys())
def test_an_archive_that_lies_is_refused_and_leaves_nothing(
    archive: Path, there: Desk, model: Manifest, options: BackendOptions, lie: Callable[..., Parts]
) -> None:
    written(archive, lie(parts(archive)))
    with pytest.raises(ModelCorruptedError):
        bring(there, archive, [], None, model, options)
    assert versions(there.root) == []
    left = [path for path in there.root.rglob("*") if path.is_file()] if there.root.exists() else []
    assert not left
    assert not (archive.parents[1] / "escaped").exists()


def test_an_archive_that_unpacks_to_too_much_is_refused(
    archive: Path, there: Desk, model: Manifest
) -> None:
    written(archive, {**parts(archive), "NOTICE": b"\0" * 130_000_000})
    assert archive.stat().st_size < 1_000_000
    with pytest.raises(ModelCorruptedError, match="unpacks to"):
        read_archive(archive, model, there)


def test_a_file_that_is_too_large_is_not_read_whole(
    there: Desk, model: Manifest, tmp_path: Path
) -> None:
    path = tmp_path / "large.zip"
    with path.open("wb") as file:
        file.truncate(5_000_000)
    with pytest.raises(ModelCorruptedError, match="more than"):
        read_archive(path, model, there)


@pytest.mark.parametrize("content", [b"", b"PK", io.BytesIO(b"no archive").getvalue()])
def test_what_is_no_archive_is_refused(
    there: Desk, model: Manifest, tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "file").write_bytes(content)
    with pytest.raises(ModelCorruptedError):
        read_archive(tmp_path / "file", model, there)


def test_a_file_that_is_not_there_is_told(there: Desk, model: Manifest, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot read"):
        read_archive(tmp_path / "none.zip", model, there)
