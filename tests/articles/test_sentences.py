"""Sentence boundaries: exact offsets, quotations whole, abbreviations known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.articles.sentences import WINDOW, split_quotation, split_sentences

PIECES = st.sampled_from(
    [
        "He said.",
        "Mr.",
        "Kim",
        "“Yes.",
        "No,”",
        '"',
        "5",
        "p.m.",
        "Monday",
        "ខ្មែរ។",
        "é…",
        "😀",
        "?",
    ]
)
GAPS = st.sampled_from(["", " ", "  ", "\u00a0", "\n", "\n\n", "\r\n", "\t", "\u2028"])
NEWS = st.lists(st.tuples(PIECES, GAPS), max_size=30).map(
    lambda pairs: "".join(piece + gap for piece, gap in pairs)
)


def sentences_of(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@given(st.one_of(st.text(), NEWS))
def test_only_white_space_lies_outside_the_sentences(text: str) -> None:
    position = 0
    for start, end in split_sentences(text):
        assert position <= start < end
        assert text[position:start].strip() == ""
        assert text[start:end] == text[start:end].strip()
        position = end
    assert text[position:].strip() == ""


@given(st.one_of(st.text(), NEWS))
def test_no_sentence_crosses_a_line_break(text: str) -> None:
    assert not any("\n" in sentence for sentence in sentences_of(text))


@pytest.mark.parametrize(
    "sentence",
    [
        "Ven. Tep Vong met Pol. Gen. Sok Phal in Phnom Penh.",
        "Mr. Chea and H.E. Hun Manet paid Rs. 500 to the U.S. Embassy.",
        "The minister arrived at 5 p.m. Monday with Prof. J. K. Rao.",
        "The price rose by 2.5 per cent, said No. 3 of www.example.org. today.",
        "“We met. We talked. We will meet again on Sept. 16,” he said.",
        "“I was born under Hun Sen. Cambodia was poor,” he said.",
        "Texas Sen. Ted Cruz spoke to Col. Sok.",
        '"Why did he leave? Nobody knows," she asked.',
    ],
)
def test_these_are_one_sentence(sentence: str) -> None:
    assert sentences_of(sentence) == [sentence]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("He lives in the U.S.", "The family stayed behind."),
        ("The court closed at 5 p.m.", "The judge left."),
        ("“It is over,” he said.", "“We won.”"),
        ("He works for Acme Ltd.", "The firm sells rice."),
        ("The policy was set by Hun Sen.", "Cambodia has changed since."),
        ("The average is 260.4 mm.", "Kampot had more."),
        ("The law failed (again).", "Nobody was surprised!"),
        ("A headline without full stop\n", "The first sentence."),
    ],
)
def test_these_are_two_sentences(first: str, second: str) -> None:
    assert sentences_of(f"{first} {second}") == [first.strip(), second]


def test_a_closing_quotation_mark_stays_with_its_sentence() -> None:
    assert sentences_of("He said: “We won.” She left.") == ["He said: “We won.”", "She left."]


def test_a_lost_space_after_the_full_stop_does_not_hide_the_boundary() -> None:
    assert sentences_of("He left the town.The court closed.") == [
        "He left the town.",
        "The court closed.",
    ]


def test_a_list_number_stays_with_its_sentence() -> None:
    assert sentences_of("3. Judges were trained.") == ["3. Judges were trained."]


def test_a_line_longer_than_the_window_is_cut_at_the_same_places() -> None:
    sentence = "The court in Kampong Chhnang delayed its ruling on case number 12."
    count = 3 * WINDOW // len(sentence)
    assert sentences_of(" ".join([sentence] * count)) == [sentence] * count


def test_a_word_longer_than_the_window_is_lost_nowhere() -> None:
    assert "".join(sentences_of("a" * (2 * WINDOW + 5))) == "a" * (2 * WINDOW + 5)


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ("He left on Monday.", ["He left on Monday."]),
        (
            "“The courts are closed. They open on Monday,” he said.",
            ["“The courts are closed.", "They open on Monday,” he said."],
        ),
        (
            "He said: “Nobody came. “We waited” was all he heard.”",
            ["He said: “Nobody came.", "“We waited” was all he heard.”"],
        ),
    ],
)
def test_a_quotation_is_parted_into_its_sentences(sentence: str, parts: list[str]) -> None:
    assert split_quotation(sentence) == parts


@given(NEWS)
def test_the_parts_of_a_quotation_are_all_of_it(text: str) -> None:
    for sentence in sentences_of(text):
        assert "".join("".join(split_quotation(sentence)).split()) == "".join(sentence.split())
