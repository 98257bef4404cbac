"""Drafts from models that follow no instructions and go on with a prompt, line by line."""

import warnings
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from summarize.backends import registry
from summarize.backends.base import TranslationSpec
from summarize.backends.chat import ChatTranslator
from summarize.errors import ModelError
from summarize.options import BackendOptions
from summarize.tokens import Chat, Reply, Sampling
from tests.chat_checkpoints import KHMER, build_folder, build_gguf

ONE, TWO = "The minister urged courts to improve trials.", "Farmers expect more rice."
KM = "រដ្ឋមន្ត្រីបានជំរុញឱ្យតុលាការកែលម្អ។"
BETTER = "រដ្ឋមន្ត្រីយុត្តិធម៌បានជំរុញឱ្យតុលាការកែលម្អ។"
SPEC = TranslationSpec()


class Completing:
    """Goes on with texts by a script, and follows no instructions."""

    identity = "scripted|test"

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)
        self.asked: list[tuple[str, Sampling]] = []

    def complete(self, chats: Sequence[Chat], sampling: Sampling) -> list[Reply]:
        raise AssertionError("it was given instructions")

    def extend(self, texts: Sequence[str], sampling: Sampling) -> list[Reply]:
        self.asked += [(text, sampling) for text in texts]
        return [Reply(self.answers.pop(0), True) for _ in texts]


@pytest.fixture
def options(tmp_path: Path) -> BackendOptions:
    return BackendOptions(tmp_path, device="cpu", offline=True)


GEMMAX2 = "GemmaX2-28-2B-v0.1"
ASKED = f"Translate this from English to Khmer:\nEnglish: {ONE}\nKhmer:"


@pytest.mark.parametrize(
    "name",
    [GEMMAX2, f"ModelSpace/{GEMMAX2}", f"ModelSpace/{GEMMAX2}@main", f"modelspace/{GEMMAX2}"],
)
def test_a_model_of_the_catalogue_gets_the_prompt_that_it_was_made_for(
    name: str, options: BackendOptions
) -> None:
    engine = Completing(f" {KM}")
    translator = ChatTranslator(name, engine, options)
    assert translator.translate([ONE], SPEC) == [KM]
    assert [text for text, _ in engine.asked] == [ASKED]
    assert "prompt=khmer-completion@" in translator.signature


def test_any_model_goes_on_with_a_prompt_that_its_user_names(options: BackendOptions) -> None:
    engine = Completing(f" {KM}")
    chosen = replace(options, translation_prompt="khmer-completion")
    assert ChatTranslator("a-copy", engine, chosen).translate([ONE], SPEC) == [KM]


def test_a_user_may_name_another_prompt_for_a_model_of_the_catalogue(
    options: BackendOptions,
) -> None:
    chosen = replace(options, translation_prompt="khmer-translation")
    translator = ChatTranslator(GEMMAX2, Completing(), chosen)
    with pytest.raises(AssertionError, match="instructions"):
        translator.translate([ONE], SPEC)


def test_a_careful_completion_is_worded_anew_and_not_corrected(options: BackendOptions) -> None:
    engine = Completing(KM, BETTER)
    translator = ChatTranslator(GEMMAX2, engine, options)
    assert translator.translate([ONE], SPEC) == [KM]
    assert translator.translate([ONE], replace(SPEC, careful=True)) == [BETTER]
    assert [text for text, _ in engine.asked] == [ASKED] * 2
    assert [sampling.temperature > 0 for _, sampling in engine.asked] == [False, True]


def test_an_unusable_completion_is_told_and_not_asked_for_again(options: BackendOptions) -> None:
    engine = Completing("", KM)
    with pytest.raises(ModelError, match="gave once no usable answer"):
        ChatTranslator(GEMMAX2, engine, options).translate([ONE], SPEC)
    assert len(engine.asked) == 1


@pytest.mark.parametrize("kind", ["folder", "gguf"])
def test_real_models_without_a_template_translate(
    kind: str, tmp_path: Path, options: BackendOptions
) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        build = build_folder if kind == "folder" else build_gguf
        made = build(KHMER, tmp_path / f"completes.{kind}", completes=True)
    chosen = replace(options, translation_prompt="khmer-completion")
    translator = registry.translator(str(made), chosen)
    assert translator.translate([ONE, TWO], SPEC) == [KM] * 2
