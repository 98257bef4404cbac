import json
from pathlib import Path
from typing import Any

import pytest

from summarize.backends.decoding import careful, published_decoding, with_effort
from summarize.families.bart import Bart
from summarize.families.led import Led
from summarize.families.marian import Marian
from summarize.families.nllb import Nllb
from summarize.families.t5 import T5
from summarize.options import Effort
from summarize.tokens import Decoding

PUBLISHED = {  # of a well-known summariser of news
    "num_beams": 4,
    "max_length": 142,
    "min_length": 56,
    "length_penalty": 2.0,
    "no_repeat_ngram_size": 3,
}


def write(folder: Path, own: dict[str, Any] | None = None, **config: Any) -> Path:
    config = {"max_position_embeddings": 1024, **config}
    (folder / "config.json").write_text(json.dumps(config))
    if own is not None:
        (folder / "generation_config.json").write_text(json.dumps(own))
    return folder


def test_published_lengths_are_without_the_tokens_every_output_begins_with(tmp_path: Path) -> None:
    found = published_decoding(write(tmp_path, PUBLISHED), "summarization", Bart)
    assert found == Decoding(
        beam_size=4,
        max_new_tokens=140,
        min_new_tokens=54,
        length_penalty=2.0,
        no_repeat_ngram_size=3,
    )


def test_a_model_that_says_nothing_is_searched_with_four_beams(tmp_path: Path) -> None:
    found = published_decoding(write(tmp_path), "translation", Marian)
    assert found == Decoding(beam_size=4, max_new_tokens=256)


def test_older_models_say_it_in_their_configuration(tmp_path: Path) -> None:
    special = {"summarization": {"num_beams": 6}, "translation": {"num_beams": 5}}
    folder = write(tmp_path, num_beams=2, max_length=100, task_specific_params=special)
    found = published_decoding(folder, "summarization", T5)
    assert (found.beam_size, found.max_new_tokens) == (6, 99)


def test_the_generation_configuration_has_the_last_word(tmp_path: Path) -> None:
    folder = write(tmp_path, {"num_beams": 3, "max_length": None}, num_beams=2, max_length=50)
    found = published_decoding(folder, "translation", Marian)
    assert (found.beam_size, found.max_new_tokens) == (3, 49)


@pytest.mark.parametrize("stated", [{"max_length": 512}, {"max_new_tokens": 512}])
def test_no_output_is_longer_than_the_model_has_positions(
    stated: dict[str, int], tmp_path: Path
) -> None:
    folder = write(tmp_path, stated, max_position_embeddings=96)
    assert published_decoding(folder, "translation", Nllb).max_new_tokens == 94


def test_an_output_may_be_shorter_than_an_input(tmp_path: Path) -> None:
    folder = write(
        tmp_path,
        {"max_length": 9000},
        max_encoder_position_embeddings=16384,
        max_decoder_position_embeddings=1024,
    )
    assert published_decoding(folder, "summarization", Led).max_new_tokens == 1022


def test_a_model_without_positions_writes_as_much_as_it_learned_to(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text('{"max_length": 9000}')
    assert published_decoding(tmp_path, "summarization", T5).max_new_tokens == 511


@pytest.mark.parametrize(("effort", "beam"), [("fast", 2), ("normal", 4), ("best", 8)])
def test_the_effort_widens_or_narrows_the_published_beam(effort: Effort, beam: int) -> None:
    assert with_effort(Decoding(beam_size=4), effort).beam_size == beam
    assert with_effort(Decoding(beam_size=1), "fast").beam_size == 1


def test_careful_decoding_is_wider_and_never_repeats_three_tokens() -> None:
    usual = Decoding(beam_size=4, max_new_tokens=99)
    assert careful(usual) == Decoding(beam_size=8, max_new_tokens=99, no_repeat_ngram_size=3)
    assert careful(Decoding(beam_size=12)).beam_size == 12
