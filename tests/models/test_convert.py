import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from summarize.engines.ctranslate2 import CTranslate2Seq2Seq
from summarize.errors import ModelCorruptedError, ModelError
from summarize.families import load_family
from summarize.families.pieces import light_pieces
from summarize.models.convert import Precision, converted
from summarize.models.hub import Snapshot
from summarize.models.layout import fingerprint
from summarize.models.load import load_weights
from summarize.tokens import Decoding
from tests.checkpoints import SUMMARIZERS, TRANSLATORS

FAMILIES = sorted({*SUMMARIZERS, *TRANSLATORS} - {"led"})


def snapshot(folder: Path, name: str = "acme/tiny") -> Snapshot:
    return Snapshot(name, fingerprint(folder), folder)


@pytest.mark.parametrize("family", FAMILIES)
def test_a_conversion_outlives_its_original(
    family: str, checkpoints: dict[str, Path], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = shutil.copytree(checkpoints[family], tmp_path / "original")
    notices: list[str] = []
    kept = converted(snapshot(folder), "int8", tmp_path / "models", notices.append)
    shutil.rmtree(folder)
    model = load_family(kept.tokenizer, light_pieces(kept.tokenizer))
    tokens = model.encode(["The call came."], "en", "en" if family in SUMMARIZERS else "km")
    [output] = CTranslate2Seq2Seq(kept.model, "cpu").generate(tokens, Decoding(max_new_tokens=8))
    assert output.tokens or output.finished
    assert notices == ["Converting acme/tiny to int8: done once, then kept."]
    assert capfd.readouterr() == ("", ""), "the libraries keep quiet"


def test_it_is_done_once_for_each_revision_and_precision(
    checkpoints: dict[str, Path], tmp_path: Path
) -> None:
    folder = shutil.copytree(checkpoints["nllb"], tmp_path / "original")
    notices: list[str] = []

    def convert(precision: Precision) -> int:
        return (
            (converted(snapshot(folder), precision, tmp_path / "models", notices.append).model)
            .joinpath("model.bin")
            .stat()
            .st_size
        )

    small, large = convert("int8"), convert("float32")
    assert small < large / 2
    assert convert("int8") == small
    assert len(notices) == 2
    (folder / "generation_config.json").write_text("{}")
    convert("int8")
    assert len(notices) == 3, "another revision"


def test_damaged_weights_are_converted_again(checkpoints: dict[str, Path], tmp_path: Path) -> None:
    found, notices = snapshot(checkpoints["nllb"]), list[str]()
    kept = converted(found, "int8", tmp_path, notices.append)
    (kept.model / "model.bin").write_bytes(b"short")
    converted(found, "int8", tmp_path, notices.append)
    assert "damaged" in notices[1]
    CTranslate2Seq2Seq(kept.model, "cpu")


def test_separate_vocabularies_are_refused_rather_than_garbled(
    checkpoints: dict[str, Path], tmp_path: Path
) -> None:
    folder = shutil.copytree(checkpoints["marian"], tmp_path / "original")
    path = folder / "tokenizer_config.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), "separate_vocabs": True}))
    with pytest.raises(ModelError, match="different source and target") as caught:
        converted(snapshot(folder), "int8", tmp_path / "models")
    assert "--engine transformers" in caught.value.hint
    assert not any(path.is_dir() for path in (tmp_path / "models").iterdir())


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("model.safetensors", b"\x10\0\0\0\0\0\0\0{"),
        ("model.safetensors", b""),
        ("config.json", b'{"model_type": "m2m_100", "d_model": "wide"}'),
        ("config.json", b"{"),
        ("tokenizer.json", b"{"),
        ("tokenizer.json", None),
        ("tokenizer_config.json", None),
    ],
)
def test_damaged_files_are_a_clear_error_and_leave_nothing(
    name: str,
    content: bytes | None,
    checkpoints: dict[str, Path],
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    folder = shutil.copytree(checkpoints["nllb"], tmp_path / "original")
    found = snapshot(folder)
    (folder / name).unlink()
    if content is not None:
        (folder / name).write_bytes(content)
    with pytest.raises(ModelCorruptedError) as caught:
        converted(found, "int8", tmp_path / "models")
    assert "again" in caught.value.hint
    assert "\n" not in caught.value.message
    assert not any(path.is_dir() for path in (tmp_path / "models").iterdir())
    assert capfd.readouterr() == ("", "")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on file sizes")
def test_a_disk_that_takes_no_more_is_not_blamed_on_the_model(
    checkpoints: dict[str, Path], tmp_path: Path
) -> None:
    code = """
import resource, sys
from pathlib import Path
from summarize.errors import CacheError
from summarize.models.convert import Precision, converted
from summarize.models.hub import Snapshot
resource.setrlimit(resource.RLIMIT_FSIZE, (70_000, 70_000))
try:
    converted(Snapshot("tiny", "1", Path(sys.argv[1])), "float32", Path(sys.argv[2]))
except CacheError as error:
    print(error.message, error.hint)
"""
    command = [sys.executable, "-c", code, str(checkpoints["nllb"]), str(tmp_path / "models")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "File too large" in done.stdout
    assert "free space" in done.stdout
    assert not any(path.is_dir() for path in (tmp_path / "models").iterdir())


@pytest.mark.parametrize("name", ["model.safetensors", "config.json"])
def test_the_reference_engine_says_so_too(
    name: str, checkpoints: dict[str, Path], tmp_path: Path
) -> None:
    folder = shutil.copytree(checkpoints["bart"], tmp_path / "original")
    half = (folder / name).read_bytes()[: (folder / name).stat().st_size // 2]
    (folder / name).write_bytes(half)
    with pytest.raises(ModelCorruptedError, match=r"cannot be loaded|is damaged"):
        load_weights(folder)
