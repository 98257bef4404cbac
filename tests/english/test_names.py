"""Names in English text: what is one, what is none, and where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.english.names import names


def found(text: str) -> list[str]:
    return [name.text for name in names(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prime Minister Hun Manet met the press.", ["Hun Manet"]),
        ("It was said by Mr Chin Malin and Dr. Sok.", ["Chin Malin", "Sok"]),
        ("Health Minister Mam Bunheng left.", ["Mam Bunheng"]),
        ("A driver, Nov Sarann, slept until Nov 12.", ["Nov Sarann"]),
        ("The Minister of Interior Sar Sokha left.", ["Sar Sokha"]),
        ("The Ministry of Foreign Affairs agreed.", ["Ministry of Foreign Affairs"]),
        ("He works for the World Health Organization.", ["World Health Organization"]),
        ("The bank is the National Bank of Cambodia.", ["National Bank of Cambodia"]),
        ("They asked Hun Sen of Cambodia.", ["Hun Sen", "Cambodia"]),
        ("Cambodia’s rice went to U.S. and EU ports.", ["Cambodia", "U.S.", "EU"]),
        ("A U.S.-led mission of al-Qaeda watchers.", ["U.S.-led", "al-Qaeda"]),
        ("President Barack H. Obama spoke.", ["Barack H. Obama"]),
        ("It is near Nguyễn Phú Trọng’s house in Łódź.", ["Nguyễn Phú Trọng", "Łódź"]),
        ("Kampot is dry. Trump’s aide left.", ["Kampot", "Trump"]),
        ("Beijing agreed. Edward left. Jinping stayed.", ["Beijing", "Edward", "Jinping"]),
        ("Hun Sen met Sen. John McCain.", ["Hun Sen", "John McCain"]),
        ("Lok Chumteav Hing Sothea met Neak Oknha Kith Meng.", ["Hing Sothea", "Kith Meng"]),
        ("A nun, Yeay Chhun Moeun, left Neak Loeung.", ["Chhun Moeun", "Neak Loeung"]),
    ],
)
def test_names_are_found_without_titles_and_possessives(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Officials said the talks went well.",
        "Meanwhile, farmers waited. Afterwards they left. Adding to this, nobody came.",
        "“Nothing has changed,” the villagers said.",
        "On Monday and in May, the government met. I’m late.",
        "Fishermen fear the flood: boats sank.",
        "A reform until mid-August pleased the Minister.",
        "Eighteenth-century houses fell.",
        "Reporters asked. One reporters’ group laughed.",
    ],
)
def test_words_that_are_capitalised_for_another_reason_are_no_names(text: str) -> None:
    assert found(text) == []


def test_a_word_that_the_text_also_writes_small_is_no_name_at_the_start_of_a_sentence() -> None:
    assert found("Krama are worn. A krama costs little.") == []
    assert found("Krama are worn.") == ["Krama"]


@given(st.text(alphabet="AaÉđ.,’'“” -&\nSokhof1", max_size=60))
def test_offsets_are_exact_and_names_do_not_overlap(text: str) -> None:
    end = 0
    for name in names(text):
        assert text[name.start : name.end] == name.text
        assert name.start >= end
        end = name.end
