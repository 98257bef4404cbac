import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from summarize.errors import ModelCorruptedError, ModelError
from summarize.families import FAMILIES, family_class, family_name, load_family
from summarize.families.base import Family
from summarize.families.pieces import HubPieces, light_pieces
from summarize.models.load import load_tokenizer
from tests.checkpoints import (
    ENGLISH,
    KHMER,
    LED_FACTOR,
    LIMIT,
    SUMMARIZERS,
    TRANSLATORS,
    build_marian,
)

NAMES = [*SUMMARIZERS, *TRANSLATORS]
SENTENCE = ENGLISH.splitlines()[0]
FRAMES: dict[str, tuple[list[str], list[str], tuple[str, ...]]] = {
    "bart": (["<s>"], ["</s>"], ("<s>",)),
    "marian": ([">>khm<<"], ["</s>"], ()),
    "m2m100": (["__en__"], ["</s>"], ("__km__",)),
    "nllb": (["eng_Latn"], ["</s>"], ("khm_Khmr",)),
    "mbart": (["en_XX"], ["</s>"], ("km_KH",)),
    "pegasus": ([], ["</s>"], ()),
    "t5": (["▁summarize:"], ["</s>"], ()),
    "mt5": ([], ["</s>"], ()),
    "madlad": (["▁", "<2km>"], ["</s>"], ()),
    "led": (["<s>"], ["</s>"], ("<s>",)),
    "netra": (["▁", "<2km>"], [], ()),
}
FAMILY_NAMES = {"madlad": "t5"}
"""Of checkpoints whose family has another name."""
LIMITS = {"mt5": 512, "led": LED_FACTOR * LIMIT}


@pytest.fixture(scope="module")
def families(checkpoints: dict[str, Path]) -> dict[str, Family]:
    return {name: load_family(checkpoints[name], light_pieces(checkpoints[name])) for name in NAMES}


def test_every_family_has_a_tiny_checkpoint() -> None:
    assert {FAMILY_NAMES.get(name, name) for name in NAMES} == set(FAMILIES)


@pytest.mark.parametrize("name", NAMES)
class TestEveryFamily:
    def test_is_recognised_from_the_files(self, name: str, checkpoints: dict[str, Path]) -> None:
        assert family_name(checkpoints[name]) == FAMILY_NAMES.get(name, name)

    def test_takes_its_limit_from_the_configuration(
        self, name: str, families: dict[str, Family]
    ) -> None:
        assert families[name].input_limit == LIMITS.get(name, LIMIT)

    def test_frames_the_source_and_forces_the_target(
        self, name: str, families: dict[str, Family]
    ) -> None:
        before, after, prefix = FRAMES[name]
        [tokens] = families[name].encode([SENTENCE], "en", target(name))
        assert list(tokens.source[: len(before)]) == before
        assert list(tokens.source[len(tokens.source) - len(after) :]) == after
        assert tokens.prefix == prefix

    def test_reads_its_own_pieces_back(self, name: str, families: dict[str, Family]) -> None:
        [tokens] = families[name].encode([SENTENCE], "en", target(name))
        read = families[name].decode(tokens.source[len(FRAMES[name][0]) :])
        assert read == SENTENCE

    def test_cuts_nothing(self, name: str, families: dict[str, Family]) -> None:
        [tokens] = families[name].encode([ENGLISH], "en", target(name))
        assert len(tokens.source) > 3 * LIMIT

    @pytest.mark.parametrize(
        "word", ["</s>", "<pad>", ">>fra<< ", "khm_Khmr", "__fr__", "km_KH", "<2fr>", "<2en>"]
    )
    def test_takes_special_tokens_in_a_text_as_text(
        self, name: str, word: str, families: dict[str, Family]
    ) -> None:
        before, after, _ = FRAMES[name]
        [tokens] = families[name].encode([word + SENTENCE], "en", target(name))
        inside = tokens.source[len(before) : len(tokens.source) - len(after)]
        assert word.strip() not in inside

    def test_says_when_it_cannot_do_a_pair_of_languages(
        self, name: str, families: dict[str, Family]
    ) -> None:
        with pytest.raises(ModelError):
            families[name].encode([SENTENCE], "en", "km" if name in SUMMARIZERS else "xx")

    def test_has_nothing_to_say_about_nothing(self, name: str, families: dict[str, Family]) -> None:
        assert families[name].encode([], "en", target(name)) == []
        assert families[name].decode([]) == ""


@pytest.mark.parametrize("name", ["m2m100", "mbart", "netra", "nllb"])
def test_khmer_comes_back_as_it_was(name: str, families: dict[str, Family]) -> None:
    for line in KHMER.splitlines():
        [tokens] = families[name].encode([line], "km", "en")
        assert families[name].decode(tokens.source) == line


TEXTS = st.text(st.sampled_from("Thec 1,-’é\u200b\t\nកា្១។<>/s_|▁")) | st.text(max_size=30)


@pytest.mark.parametrize("name", sorted({*NAMES} - {"netra"}))
def test_light_tokenizers_answer_like_those_of_transformers(
    name: str, checkpoints: dict[str, Path]
) -> None:
    light = light_pieces(checkpoints[name])
    hub = HubPieces(load_tokenizer(checkpoints[name]))
    assert light.vocabulary == hub.vocabulary
    assert light.special == hub.special

    @settings(max_examples=200, deadline=None)
    @given(st.lists(TEXTS | st.sampled_from(sorted(hub.special)), min_size=1, max_size=3))
    @example([*ENGLISH.splitlines(), *KHMER.splitlines()])
    @example([" two  spaces ", "", ">>x", "<s>", "</s> end"])
    def compare(texts: list[str]) -> None:
        found = light.split(texts)
        assert found == hub.split(texts)
        for tokens in found:
            plain = [token for token in tokens if token not in hub.special]
            assert light.join(plain).strip() == hub.join(plain).strip()

    compare()


@pytest.mark.parametrize("name", ["t5", "madlad"])
def test_an_instruction_before_a_text_reads_as_if_written_there(
    name: str, checkpoints: dict[str, Path], families: dict[str, Family]
) -> None:
    tokenizer = load_tokenizer(checkpoints[name])
    words = {"t5": "summarize: ", "madlad": "<2km> "}[name]
    for line in ENGLISH.splitlines():
        [tokens] = families[name].encode([line], "en", target(name))
        assert list(tokens.source) == tokenizer.convert_ids_to_tokens(
            tokenizer(words + line)["input_ids"]
        )


@pytest.mark.parametrize("name", NAMES)
def test_an_unknown_character_does_not_end_the_source(
    name: str, families: dict[str, Family]
) -> None:
    [tokens] = families[name].encode(["Rain 🌧 fell."], "en", target(name))
    assert "</s>" not in tokens.source[:-1]
    assert "<unk>" in tokens.source or name in {"bart", "led"}  # which spell all characters out


@pytest.mark.parametrize("name", ["m2m100", "t5", "madlad"])
def test_words_that_only_fill_a_vocabulary_up_are_no_text(
    name: str, families: dict[str, Family]
) -> None:
    assert families[name].decode(["▁", "madeupword3", "<extra_id_7>", "<unk>"]) == ""


def test_line_breaks_of_pegasus_become_spaces(families: dict[str, Family]) -> None:
    [first, second] = families["pegasus"].encode(
        ["The call came.", "The minister added."], "en", "en"
    )
    both = [*first.source, "<n>", *second.source]
    assert families["pegasus"].decode(both) == "The call came. The minister added."


def test_mt5_says_that_it_was_taught_no_translation(families: dict[str, Family]) -> None:
    with pytest.raises(ModelError, match="no translation of its own"):
        families["mt5"].encode([SENTENCE], "en", "km")


def test_an_mbart_without_khmer_is_refused(checkpoints: dict[str, Path], tmp_path: Path) -> None:
    folder = shutil.copytree(checkpoints["mbart"], tmp_path / "few")
    path = folder / "tokenizer.json"
    path.write_text(path.read_text("utf-8").replace("km_KH", "xx_XX"), "utf-8")
    family = load_family(folder, light_pieces(folder))
    with pytest.raises(ModelError, match="'km'") as caught:
        family.encode([SENTENCE])
    assert "mbart-large-50" in caught.value.hint


def test_only_led_needs_the_reference_engine(checkpoints: dict[str, Path]) -> None:
    slow = {name for name in NAMES if "ctranslate2" not in family_class(checkpoints[name]).engines}
    assert slow == {"led"}


def test_marian_with_one_target_needs_no_code(tmp_path: Path) -> None:
    build_marian(tmp_path / "one", codes=())
    family = load_family(tmp_path / "one", light_pieces(tmp_path / "one"))
    [tokens] = family.encode([SENTENCE])
    assert not tokens.source[0].startswith(">>")


def test_marian_for_another_target_is_refused(tmp_path: Path) -> None:
    build_marian(tmp_path / "german", codes=())
    change(tmp_path / "german" / "tokenizer_config.json", target_lang="de")
    family = load_family(tmp_path / "german", light_pieces(tmp_path / "german"))
    with pytest.raises(ModelError, match="'de'"):
        family.encode([SENTENCE])


def test_another_kind_of_model_is_refused_with_the_known_kinds(
    checkpoints: dict[str, Path], tmp_path: Path
) -> None:
    folder = shutil.copytree(checkpoints["bart"], tmp_path / "other")
    change(folder / "config.json", model_type="gpt2")
    with pytest.raises(ModelError, match="'gpt2'") as caught:
        family_name(folder)
    assert "marian" in caught.value.hint


@pytest.mark.parametrize("content", [b"{", b"[]", b"\xff\xfe", None])
def test_a_broken_configuration_is_a_clear_error(content: bytes | None, tmp_path: Path) -> None:
    if content is not None:
        (tmp_path / "config.json").write_bytes(content)
    with pytest.raises(ModelCorruptedError, match=r"config\.json"):
        family_name(tmp_path)


def target(name: str) -> str:
    return "en" if name in SUMMARIZERS else "km"


def change(path: Path, **values: Any) -> None:
    path.write_text(json.dumps({**json.loads(path.read_text()), **values}))
