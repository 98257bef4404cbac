import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from summarize.backends.base import OffersCandidates, ScoresPieces, TranslationSpec
from summarize.backends.embedded import EmbeddedTranslator
from summarize.errors import InputTooLongError, ModelCorruptedError
from summarize.options import BackendOptions, Effort
from tests.checkpoints import ENGLISH, KHMER
from tests.tiny_embedded import PACKAGE, write_model, write_package

SENTENCES = ENGLISH.splitlines()[:4]
SPEC = TranslationSpec()
LIGHT = """
import sys
from pathlib import Path
from summarize.options import BackendOptions
from summarize.backends.base import TranslationSpec
from summarize.backends.embedded import EmbeddedTranslator
options = BackendOptions(Path(sys.argv[2]), device="cpu")
EmbeddedTranslator(options, Path(sys.argv[1])).translate(["Heavy rain."], TranslationSpec())
print(*sorted({"torch", "transformers", "gguf", "numpy"} & set(sys.modules)))
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is installed: a folder with the tiny data package, a folder with the tiny model."""
    root = tmp_path_factory.mktemp("site")
    write_model(root / "en-km", write_package(root))
    return root


@pytest.fixture(scope="module")
def model_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Shared, so that the model is built once."""
    return tmp_path_factory.mktemp("models")


@pytest.fixture
def notices() -> list[str]:
    return []


@pytest.fixture
def options(
    site: Path, model_dir: Path, notices: list[str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[BackendOptions]:
    monkeypatch.syspath_prepend(str(site))
    yield BackendOptions(model_dir, device="cpu", offline=True, notify=notices.append)
    sys.modules.pop(PACKAGE, None)


@pytest.fixture
def translator(site: Path, options: BackendOptions) -> EmbeddedTranslator:
    return EmbeddedTranslator(options, site / "en-km")


@pytest.mark.usefixtures("no_network")
def test_every_sentence_gets_its_translation(translator: EmbeddedTranslator) -> None:
    drafts = translator.translate(SENTENCES, SPEC)
    assert len(drafts) == len(SENTENCES)
    assert len(set(drafts)) > 1
    assert not any("Khmer:" in draft or "<eos>" in draft for draft in drafts)


def test_no_sentence_gives_no_translation(translator: EmbeddedTranslator) -> None:
    assert translator.translate([], SPEC) == []


def test_the_order_of_sentences_is_kept(translator: EmbeddedTranslator) -> None:
    drafts = translator.translate(SENTENCES, SPEC)
    assert translator.translate(SENTENCES[::-1], SPEC) == drafts[::-1]


def test_careful_decoding_is_another_decoding(translator: EmbeddedTranslator) -> None:
    careful = translator.translate(SENTENCES, replace(SPEC, careful=True))
    assert careful != translator.translate(SENTENCES, SPEC)


@pytest.mark.parametrize("careful", [False, True])
def test_candidates_are_several_and_the_first_is_the_translation(
    translator: EmbeddedTranslator, careful: bool
) -> None:
    spec = replace(SPEC, careful=careful)
    assert isinstance(translator, OffersCandidates)
    widest = 3 if careful else 1  # the beams of the tiny model
    found = translator.candidates(SENTENCES, spec, widest)
    assert [group[0].text for group in found] == translator.translate(SENTENCES, spec)
    wider = translator.candidates(SENTENCES, spec, 4)
    assert all(1 < len(group) <= 4 for group in wider)
    assert all(len({c.text for c in group}) == len(group) for group in wider)
    assert all(candidate.score < 0 for group in wider for candidate in group)


def test_every_token_of_a_translation_has_its_place_and_its_likelihood(
    translator: EmbeddedTranslator,
) -> None:
    assert isinstance(translator, ScoresPieces)
    pairs = [(source, KHMER.splitlines()[0]) for source in SENTENCES]
    found = translator.pieces(pairs)
    for (_, target), own in zip(pairs, found, strict=True):
        assert [own[0].start, own[-1].end] == [0, len(target)]
        assert all(one.start <= later.start for one, later in pairwise(own))
        assert {at for one in own for at in range(one.start, one.end)} == set(range(len(target)))
        assert all(piece.score < 0 for piece in own)
    assert len({tuple(one.score for one in own) for own in found}) == len(SENTENCES)
    assert translator.pieces([]) == []


def test_the_model_finds_its_own_first_token_likelier_than_another(
    translator: EmbeddedTranslator,
) -> None:
    own = translator.translate(SENTENCES, SPEC)
    ours = translator.pieces(list(zip(SENTENCES, own, strict=True)))
    others = translator.pieces([(source, "ព្រះរាជា") for source in SENTENCES])
    assert all(mine[0].score >= other[0].score for mine, other in zip(ours, others, strict=True))


def test_a_sentence_above_the_limit_is_refused_and_named(translator: EmbeddedTranslator) -> None:
    long = "Farmers in the northern provinces " * 30
    with pytest.raises(InputTooLongError, match=r"Farmers in the north.*at most 60"):
        translator.translate([long], SPEC)


def test_the_reference_engine_does_not_apply_and_that_is_told(
    site: Path, options: BackendOptions
) -> None:
    told: list[str] = []
    other = replace(options, engine="transformers", notify=told.append)
    drafts = EmbeddedTranslator(other, site / "en-km").translate(SENTENCES, SPEC)
    assert drafts == EmbeddedTranslator(options, site / "en-km").translate(SENTENCES, SPEC)
    assert any("CTranslate2 alone" in message for message in told)


def test_the_signature_is_known_without_building(site: Path, tmp_path: Path) -> None:
    options = BackendOptions(tmp_path / "models", device="cpu")
    signature = EmbeddedTranslator(options, site / "en-km").signature
    family, model, engine, precision, beam, *_ = signature.split("|")
    assert (family, precision, beam) == ("causal", "int8", "beam=1")
    assert model.startswith("tiny-1@")
    assert engine.startswith("ctranslate2-")
    assert not (tmp_path / "models").exists()


@pytest.mark.parametrize(("effort", "beam"), [("fast", 1), ("normal", 1), ("best", 4)])
def test_the_effort_is_the_width_of_the_beam(
    effort: Effort, beam: int, site: Path, tmp_path: Path
) -> None:
    options = BackendOptions(tmp_path / "models", device="cpu", effort=effort)
    assert f"|beam={beam}|" in EmbeddedTranslator(options, site / "en-km").signature


def test_a_changed_prompt_changes_the_signature(
    site: Path, options: BackendOptions, tmp_path: Path
) -> None:
    shutil.copytree(site / "en-km", tmp_path / "en-km")
    path = tmp_path / "en-km" / "model.toml"
    path.write_text(path.read_text("utf-8").replace("English: ", "EN: "), "utf-8")
    changed = EmbeddedTranslator(options, tmp_path / "en-km").signature
    assert changed != EmbeddedTranslator(options, site / "en-km").signature


def test_a_marian_folder_takes_the_place_of_the_adapter(
    checkpoints: dict[str, Path], options: BackendOptions, tmp_path: Path
) -> None:
    shutil.copytree(checkpoints["marian"], tmp_path / "en-km")
    text = 'kind = "marian"\nname = "en-km"\nversion = "9"\n'
    (tmp_path / "en-km" / "model.toml").write_text(text, "utf-8")
    translator = EmbeddedTranslator(options, tmp_path / "en-km")
    assert translator.signature.startswith("marian|en-km@")
    assert len(translator.translate(SENTENCES, SPEC)) == len(SENTENCES)


def test_a_folder_without_manifest_is_damaged(options: BackendOptions, tmp_path: Path) -> None:
    with pytest.raises(ModelCorruptedError, match=r"model.toml is unreadable"):
        EmbeddedTranslator(options, tmp_path)


def test_a_built_model_is_used_without_torch_or_transformers(
    site: Path, translator: EmbeddedTranslator, model_dir: Path
) -> None:
    translator.translate(SENTENCES[:1], SPEC)  # builds
    command = [sys.executable, "-c", LIGHT, str(site / "en-km"), str(model_dir)]
    environment = {**os.environ, "PYTHONPATH": f"{site}:{Path.cwd()}"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=True)
    assert (done.stdout.strip(), done.stderr) == ("", "")


@pytest.mark.slow
def test_the_shipped_model_drafts_khmer(tmp_path: Path) -> None:
    notices: list[str] = []
    options = BackendOptions(tmp_path, device="cpu", offline=True, notify=notices.append)
    [draft] = EmbeddedTranslator(options).translate(["Heavy rain fell in Phnom Penh."], SPEC)
    letters = [c for c in draft if c.isalpha()]
    assert sum("\u1780" <= c <= "\u17ff" for c in letters) > 0.6 * len(letters)
    assert draft.endswith("។")
    assert notices
