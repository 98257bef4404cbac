"""Latin words that the English does not have."""

import pytest

from summarize.checks.foreign_latin import check

ENGLISH = "Fernando Alonso of the European Union spoke to cryo-EM makers in São Paulo; see un.org."


@pytest.mark.parametrize(
    "target",
    [
        "លោក Fernando Alonso",
        "លោក FERNANDO ALONSO",
        "ទីក្រុង Sao Paulo",
        "ទីក្រុង São Paulo",
        "សហភាព (EU)",
        "សូមមើល www.example.org ឬ desk@example.org",
        "Union",
        "ម៉ាស៊ីន cryoEM",
        "អឺរ៉ុប",
        "",
    ],
)
def test_words_of_the_english_short_ones_and_addresses_pass(target: str) -> None:
    assert check(ENGLISH, target) == []


@pytest.mark.parametrize(
    ("target", "word"), [("លោក Barack ", "Barack"), ("ការblablaនេះ", "blabla"), ("(NASA)", "NASA")]
)
def test_any_other_latin_word_is_told(target: str, word: str) -> None:
    assert check(ENGLISH, target) == [
        f"“{word}” is not in the English. Translate it or take it out."
    ]


def test_a_misspelt_name_is_told_with_the_right_spelling() -> None:
    assert check(ENGLISH, "លោក អាឡុងសូ (Alsonso)") == [
        "“Alsonso” is spelt “Alonso” in the English. Mend it."
    ]
