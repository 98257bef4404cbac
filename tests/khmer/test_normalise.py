"""The levels of Khmer normalisation, against pairs written from the Khmer Encoding Structure."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.khmer.clusters import clusters
from summarize.khmer.normalise import clean, draft_text, key

LINES = Path(__file__).with_name("normalise_pairs.tsv").read_text("utf-8").splitlines()[1:]
PAIRS = [tuple(line.split("\t")) for line in LINES]

WORDS = (
    "វប្បធម៌ សច្ចធម៌ ម៉ោង ស្ត្រី ស៊ី ប៊ី ញ៉ាំ ខ្ញុំ ស្រុក ត្រូវ ប៉ុន្តែ ហ្ឫទ័យ ឲ្យ ឱ្យ សម្ដេច សម្តេច "
    "អភិវឌ្ឍន៍ ព្រះ រយៈ ពាណិជ្ជកម្ម ចុះៗ ប្រ៊ុយ វ៉ាស៊ីនតោន"
)

# Khmer letters and marks in any order, among what surrounds Khmer in news.
MESSY = st.text(
    st.sampled_from(
        [chr(code) for code in range(0x1780, 0x17DE)]
        + list("០៩។៕ៗ «»aé½²0 ")
        + list("\u00a0\u200b\u200c\u200d\ufeff\u2060\n😀")
    ),
    max_size=30,
)


@pytest.mark.parametrize(("bad", "good", "reason"), PAIRS)
def test_bad_encoding_becomes_the_agreed_one(bad: str, good: str, reason: str) -> None:
    assert clean(bad) == good, reason


@pytest.mark.parametrize("good", sorted({good for _, good, _ in PAIRS}))
def test_agreed_encoding_stays(good: str) -> None:
    assert clean(good) == good


@pytest.mark.parametrize("word", WORDS.split())
def test_correct_words_are_untouched(word: str) -> None:
    assert clean(word) == word


def test_clean_keeps_what_is_not_khmer_encoding() -> None:
    text = "លោក «São»\u00a0និង\u200bĐặng ½ m² – ’ណ្ដ’ ណ្ត ឲ ឱ 😀  ពីរ ។"
    assert clean(text) == text


def test_meaningful_zwnj_after_a_shifter_stays() -> None:
    assert clean("ស៊\u200cី") == "ស៊\u200cី"


def test_a_second_shifter_is_never_invented() -> None:
    assert clean("វ៊ុី") == "វ៊ុី"


def test_draft_has_no_invisible_characters_and_house_spaces() -> None:
    draft = " លោក\u200bហ៊ុន  ម៉ាណែត\n បាន ថ្លែង\ufeff ។ ផ្សេង ៗ "
    assert draft_text(draft) == "លោកហ៊ុន ម៉ាណែត បាន ថ្លែង។ ផ្សេងៗ"


def test_draft_keeps_a_single_no_break_space() -> None:
    assert draft_text("១០\u00a0គីឡូ") == "១០\u00a0គីឡូ"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("កណ្ដាល", "កណ្តាល"),
        ("ឆ្នាំ២០១៩", "ឆ្នាំ2019"),
        ("ភ្នំ\u200bពេញ", "ភ្នំពេញ"),
        ("ស៊\u200cី", "សុី"),
        ("ពីរ   នាក់ ", "ពីរ នាក់"),
        ("ក្\u200bក", "ក្ក"),
    ],
)
def test_what_looks_alike_has_one_key(left: str, right: str) -> None:
    assert key(left) == key(right)


def test_different_words_have_different_keys() -> None:
    assert len({key(word) for word in ["ឲ្យ", "ឱ្យ", "ការ", "ករ", "១២", "២១"]}) == 6


@given(MESSY)
def test_every_level_is_idempotent(text: str) -> None:
    for level in (clean, draft_text, key):
        once = level(text)
        assert level(once) == once


@given(MESSY)
def test_clean_never_touches_other_characters(text: str) -> None:
    def others(some: str) -> list[str]:
        return [c for c in some if not "\u1780" <= c <= "\u17dd" and c not in "\u200b\u200c\u200d"]

    assert others(clean(text)) == others(text)


@given(MESSY)
def test_cleaning_changes_no_key(text: str) -> None:
    assert key(clean(text)) == key(text)


@given(st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=8))
def test_word_breaks_come_out_again_wherever_they_are(words: list[str]) -> None:
    text = "".join(words)
    for broken in ("\u200b".join(words), "\u200b".join(clusters(text))):
        assert clean(broken).replace("\u200b", "") == clean(text)
        assert draft_text(broken) == draft_text(text)
        assert key(broken) == key(text)
