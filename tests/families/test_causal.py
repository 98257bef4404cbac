from pathlib import Path

import pytest
from tokenizers import Tokenizer

from summarize.errors import ModelCorruptedError, ModelError
from summarize.families.causal import Causal, load_tokenizer
from summarize.models.embedded.vocabulary import tokenizer
from tests.tiny_embedded import tiny_vocabulary


@pytest.fixture(scope="module")
def pieces() -> Tokenizer:
    return tokenizer(tiny_vocabulary())


@pytest.fixture
def family(pieces: Tokenizer) -> Causal:
    return Causal(pieces, "English: {source}\nKhmer:", "<bos>", 60)


def test_a_sentence_is_put_into_the_prompt_after_the_start_token(family: Causal) -> None:
    [tokens] = family.encode(["Heavy rain."])
    assert tokens.source[0] == "<bos>"
    assert tokens.prefix == ()
    assert family.decode(tokens.source[1:]) == "English: Heavy rain.\nKhmer:"


def test_line_breaks_of_a_sentence_cannot_end_the_source(family: Causal) -> None:
    assert family.encode(["Heavy\n\nKhmer:  rain."]) == family.encode(["Heavy Khmer: rain."])


def test_braces_in_a_sentence_are_text(family: Causal) -> None:
    [tokens] = family.encode(["{source} {0}"])
    assert "English: {source} {0}" in family.decode(tokens.source[1:])


def test_characters_written_in_bytes_are_put_together(family: Causal) -> None:
    assert family.decode(["<0xE1>", "<0x9E>", "<0x80>"]) == "ក"


def test_bytes_that_are_no_character_are_dropped(family: Causal) -> None:
    assert family.decode(["<0xE1>", "<0x9E>", "a"]) == "a"


def test_other_languages_are_refused(family: Causal) -> None:
    with pytest.raises(ModelError, match="en to km, not en to fr"):
        family.encode(["Rain."], "en", "fr")


def test_a_tokenizer_file_is_read_back(pieces: Tokenizer, tmp_path: Path) -> None:
    pieces.save(str(tmp_path / "tokenizer.json"))
    read = load_tokenizer(tmp_path / "tokenizer.json")
    assert read.encode("Heavy rain in ភ្នំពេញ").ids == pieces.encode("Heavy rain in ភ្នំពេញ").ids


def test_a_damaged_tokenizer_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "tokenizer.json").write_text("{", "utf-8")
    with pytest.raises(ModelCorruptedError, match=r"tokenizer\.json"):
        load_tokenizer(tmp_path / "tokenizer.json")
