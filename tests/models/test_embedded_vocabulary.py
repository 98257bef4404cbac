from functools import cache

from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from summarize.models.embedded.vocabulary import Vocabulary, closed, tokenizer
from tests.checkpoints import ENGLISH, KHMER
from tests.tiny_embedded import kept_ids, tiny_vocabulary

WORDS = sorted({word for line in (ENGLISH + KHMER).splitlines() for word in line.split()})


@cache
def full() -> Tokenizer:
    return tokenizer(tiny_vocabulary())


@cache
def cut_vocabulary() -> Vocabulary:
    vocabulary = tiny_vocabulary()
    return vocabulary.cut(closed(vocabulary, kept_ids(vocabulary)))


@cache
def cut() -> Tokenizer:
    return tokenizer(cut_vocabulary())


@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_text_that_the_cut_vocabulary_covers_is_tokenised_as_by_the_full_one(text: str) -> None:
    expected = full().encode(text).tokens
    if set(expected) <= set(cut_vocabulary().pieces):
        assert cut().encode(text).tokens == expected


def test_the_examples_contain_covered_and_uncovered_words() -> None:
    kept = set(cut_vocabulary().pieces)
    covered = [set(full().encode(word).tokens) <= kept for word in WORDS]
    assert any(covered)
    assert not all(covered)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\u2581")))
def test_any_text_comes_back_from_its_tokens(text: str) -> None:
    assert cut().decode(cut().encode(text).ids) == text


def test_pieces_on_the_way_to_a_kept_piece_are_kept() -> None:
    vocabulary = Vocabulary(
        ("<unk>", "a", "b", "c", "ab", "bc", "abc"),
        (-1000, -10, -11, -12, -1, -2, -3),
        (3, 1, 1, 1, 1, 1, 1),
    )
    assert [vocabulary.pieces[i] for i in closed(vocabulary, [6])] == ["a", "b", "c", "ab", "abc"]


def test_closing_twice_changes_nothing() -> None:
    vocabulary = tiny_vocabulary()
    once = closed(vocabulary, kept_ids(vocabulary))
    assert closed(vocabulary, once) == once
    assert len(once) < len(vocabulary.pieces)


def test_control_words_in_a_text_stay_text() -> None:
    assert not {"<eos>", "<bos>"} & set(cut().encode("Say <eos> and <bos>.").tokens)
