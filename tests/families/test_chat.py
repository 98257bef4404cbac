"""Instruct models on transformers: their own chat template, their own limit, no guessing."""

import json
import shutil
import warnings
from pathlib import Path

import pytest

from summarize.engines.llamacpp import LlamaCpp
from summarize.engines.transformers_chat import TransformersChat
from summarize.errors import InputTooLongError, ModelCorruptedError, ModelError, ModelMissingError
from summarize.families.chat import ChatFamily, is_chat_folder
from summarize.models.load import load_tokenizer
from summarize.options import BackendOptions
from summarize.tokens import Message, Reply, Sampling
from tests.chat_checkpoints import CONTEXT, KHMER, SUMMARY, build_folder, build_gguf

CHAT = (Message("Be brief.", "system"), Message("Summarise this."))


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the libraries, while they write
        return build_folder(SUMMARY, tmp_path_factory.mktemp("chat") / "tiny-chat")


@pytest.fixture
def options(tmp_path: Path) -> BackendOptions:
    return BackendOptions(tmp_path, device="cpu", offline=True)


def engine(folder: Path, options: BackendOptions) -> TransformersChat:
    return TransformersChat(str(folder), options, "--summarizer extractive")


def changed(model: Path, target: Path, name: str, **values: object) -> Path:
    """A copy of the model with other values in one of its JSON files."""
    shutil.copytree(model, target)
    path = target / name
    path.write_text(json.dumps({**json.loads(path.read_text()), **values}))
    return target


def test_messages_are_written_as_the_template_says(model: Path) -> None:
    tokenizer = load_tokenizer(model)
    ids = ChatFamily(tokenizer, CONTEXT, "tiny").encode(CHAT, 10)
    assert tokenizer.decode(ids) == (
        "<|im_start|>system\nBe brief.<|im_end|>\n<|im_start|>user\nSummarise this.<|im_end|>\n"
        "<|im_start|>assistant\n"
    )


def test_room_is_kept_for_the_answer(model: Path) -> None:
    family = ChatFamily(load_tokenizer(model), 60, "tiny")
    assert len(family.encode((Message("x"),), 20)) <= 40
    with pytest.raises(InputTooLongError, match="tiny takes at most 10"):
        family.encode((Message("x"),), 50)


def test_a_model_without_a_template_is_no_instruct_model(model: Path) -> None:
    tokenizer = load_tokenizer(model)
    tokenizer.chat_template = None
    with pytest.raises(ModelError, match="no chat template") as caught:
        ChatFamily(tokenizer, CONTEXT, "tiny").encode(CHAT, 10)
    assert "instruct version" in caught.value.hint
    assert 'translation_prompt = "khmer-completion"' in caught.value.hint


@pytest.mark.usefixtures("no_network")
def test_the_model_answers_and_says_whether_it_ended(model: Path, options: BackendOptions) -> None:
    tiny = engine(model, options)
    assert tiny.complete([CHAT, CHAT[1:]], Sampling(20)) == [Reply("".join(SUMMARY), True)] * 2
    assert tiny.complete([CHAT], Sampling(3)) == [Reply("".join(SUMMARY[:3]), False)]


def test_both_engines_say_the_same(tmp_path: Path, options: BackendOptions) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        folder = build_folder(KHMER, tmp_path / "khmer")
    pytest.importorskip("xllamacpp")
    file = build_gguf(KHMER, tmp_path / "khmer.gguf")
    for sampling in (Sampling(32), Sampling(2)):
        replies = engine(folder, options).complete([CHAT], sampling)
        assert replies == LlamaCpp(file, options).complete([CHAT], sampling)


PROMPT = "English: Rain.\nKhmer:"


def completing(tmp_path: Path) -> Path:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return build_folder(KHMER, tmp_path / "completes", completes=True)


def test_a_model_without_a_template_goes_on_with_a_text_to_the_end_of_its_line(
    options: BackendOptions, tmp_path: Path
) -> None:
    tiny = engine(completing(tmp_path), options)
    assert tiny.extend([PROMPT, PROMPT], Sampling(40)) == [Reply("".join(KHMER), True)] * 2
    assert tiny.extend([PROMPT], Sampling(3)) == [Reply("".join(KHMER[:3]), False)]
    assert tiny.extend([], Sampling(3)) == []
    assert tiny.extend([PROMPT], Sampling(len(KHMER) + 1)) == [Reply("".join(KHMER), True)]
    with pytest.raises(ModelError, match="no chat template"):
        tiny.complete([CHAT], Sampling(3))
    with pytest.raises(InputTooLongError, match=f"at most {CONTEXT - 20}"):
        tiny.extend(["x" * CONTEXT], Sampling(20))


def test_what_cannot_be_asked_of_a_model_is_refused_before_its_weights_are_read(
    options: BackendOptions, tmp_path: Path
) -> None:
    folder = completing(tmp_path)
    (folder / "model.safetensors").write_bytes(b"")
    with pytest.raises(ModelError, match="no chat template"):
        engine(folder, options).complete([CHAT], Sampling(3))
    with pytest.raises(InputTooLongError):
        engine(folder, options).extend(["x" * CONTEXT], Sampling(20))


def test_a_text_may_end_with_the_model_as_well_as_with_its_line(
    model: Path, options: BackendOptions
) -> None:
    # After a line break this one says what it has to say, and ends by itself.
    assert engine(model, options).extend(["x\n"], Sampling(20)) == [Reply("".join(SUMMARY), True)]


def test_both_engines_go_on_alike(tmp_path: Path, options: BackendOptions) -> None:
    pytest.importorskip("xllamacpp")
    folder = completing(tmp_path)
    file = build_gguf(KHMER, tmp_path / "completes.gguf", completes=True)
    for sampling in (Sampling(32), Sampling(2)):
        replies = engine(folder, options).extend([PROMPT, PROMPT], sampling)
        assert replies == LlamaCpp(file, options).extend([PROMPT, PROMPT], sampling)


def test_sampling_can_be_repeated(model: Path, options: BackendOptions) -> None:
    warm = Sampling(20, temperature=2.0)
    tiny = engine(model, options)
    assert tiny.complete([CHAT], warm) == tiny.complete([CHAT], warm)


def test_a_long_text_is_refused_not_cut(model: Path, options: BackendOptions) -> None:
    with pytest.raises(InputTooLongError, match=f"at most {CONTEXT - 20}"):
        engine(model, options).complete([(Message("x" * CONTEXT),)], Sampling(20))


def test_a_model_that_does_not_say_how_it_ends_is_refused(
    model: Path, options: BackendOptions, tmp_path: Path
) -> None:
    half = changed(model, tmp_path / "half", "config.json", eos_token_id=None)
    folder = changed(half, tmp_path / "endless", "generation_config.json", eos_token_id=None)
    with pytest.raises(ModelError, match="does not say with which token"):
        engine(folder, options).complete([CHAT], Sampling(20))


def test_the_identity_names_model_and_engine(model: Path, options: BackendOptions) -> None:
    name, version, precision = engine(model, options).identity.split("|")
    assert name.startswith("tiny-chat@")
    assert version.startswith("transformers-")
    assert precision == "float32"


def test_ctranslate2_is_refused(model: Path, tmp_path: Path) -> None:
    options = BackendOptions(tmp_path, engine="ctranslate2")
    with pytest.raises(ModelError, match="ctranslate2 cannot run instruct models"):
        _ = engine(model, options).identity


def test_missing_and_damaged_models_are_told(
    model: Path, options: BackendOptions, tmp_path: Path
) -> None:
    with pytest.raises(ModelMissingError):
        _ = engine(Path("acme/absent-model"), options).identity
    damaged = tmp_path / "damaged"
    shutil.copytree(model, damaged)
    (damaged / "model.safetensors").write_bytes(b"\0" * 100)
    with pytest.raises(ModelCorruptedError):
        engine(damaged, options).complete([CHAT], Sampling(20))


def test_decoder_only_models_are_known_by_their_configuration(
    model: Path, checkpoints: dict[str, Path], tmp_path: Path
) -> None:
    assert is_chat_folder(model)
    assert not is_chat_folder(checkpoints["bart"])
    assert not is_chat_folder(tmp_path)
    (tmp_path / "config.json").write_text("[]")
    assert not is_chat_folder(tmp_path)


@pytest.mark.parametrize(
    ("config", "is_chat"),
    [
        ({"model_type": "gemma3", "text_config": {}}, True),
        ({"model_type": "qwen3_5", "text_config": {}}, True),
        ({"model_type": "gemma3"}, False),
        ({"model_type": "blip", "text_config": {}}, False),
        ({"model_type": "t5", "text_config": {}}, False),
    ],
)
def test_models_of_pictures_and_text_are_known_by_the_table_of_transformers(
    config: dict[str, object], is_chat: bool, tmp_path: Path
) -> None:
    written = {"architectures": ["SomeForConditionalGeneration"], **config}
    (tmp_path / "config.json").write_text(json.dumps(written))
    assert is_chat_folder(tmp_path) is is_chat
