"""Numbers as values, from English and from Khmer."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.khmer.digits import to_khmer_digits
from summarize.khmer.numbers import Language, numbers


def values(text: str, language: Language) -> list[float]:
    return [float(number.value) for number in numbers(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,234.5 and 0.5", [1234.5, 0.5]),
        ("1.2 million, 1,200,000", [1_200_000, 1_200_000]),
        ("$1.2m, £300k, 5bn", [1_200_000, 300_000, 5e9]),
        ("$300+ billion", [300e9]),
        ("two hundred thousand", [200_000]),
        ("the 16th and twenty-first", [16, 21]),
        ("one hundred and five", [105]),
        ("between one hundred and two hundred", [100, 200]),
        ("two million five hundred thousand", [2_500_000]),
        ("two hundred twelve; two dozen", [212, 24]),
        ("nineteen eighty-four", [19, 84]),
        ("at 10:30 and 11:00", [10, 30, 11]),
        ("on 16.1.2020", [16, 1, 2020]),
        ("1 000 000 people", [1_000_000]),
        ("in 2019 500 people", [2019, 500]),
        ("May 3", [5, 3]),
        ("World War II and I", [2]),
        ("COVID-19, 25 %, -5", [19, 25, 5]),
        ("2.2 million km2", [2_200_000]),
        ("an M16 rifle, 16 m2", [16, 16]),
        ("no figures, nobody, often, weight", []),
    ],
)
def test_english_numbers(text: str, expected: list[float]) -> None:
    assert values(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("១.២៣៤,៥ និង 1,234.5", [1234.5, 1234.5]),
        ("១,២លាន", [1_200_000]),
        ("១២០ពាន់លាន ២ប៊ីលាន", [120e9, 2e9]),
        ("១ពាន់ពាន់លាន", [1e12]),
        ("៣ម៉ឺន៥ពាន់ ១មុឺន ១សែន", [35_000, 10_000, 100_000]),
        ("៣ លាន ៥ សែន", [3_500_000]),
        ("២ពាន់៥រយលាន", [2.5e9]),
        ("២លានកន្លះ", [2_500_000]),
        ("១ កោដិ", [10_000_000]),
        ("មួយរយម្ភៃបី", [123]),
        ("ដប់ប្រាំពីរ ឬ ប្រាំ ពីរ", [17, 7]),
        ("ពីរបីនាក់", [2, 3]),
        ("កៅសិបប្រាំបួន", [99]),
        ("រយៈពេល ៥រយៈ", [5]),
        ("៣០ភាគរយ", [30]),
        ("ម៉ោង១០:៣០ ១១:០០", [10, 30, 11]),
        ("ថ្ងៃទី១៦ ខែកក្កដា ឆ្នាំ២០១៩", [16, 7, 2019]),
        ("១\u200bលាន", [1_000_000]),
        ("មួយម៉ោងកន្លះ", [1.5]),
        ("៣ ឆ្នាំ កន្លះ", [3.5]),
        ("កន្លះលាន", [500_000]),
        ("២៤½", [24.5]),
        ("ហ៊ុន សែន រាប់លាន", []),
    ],
)
def test_khmer_numbers(text: str, expected: list[float]) -> None:
    assert values(text, "km") == expected


@pytest.mark.parametrize(
    ("text", "language", "other"),
    [
        ("១.២៣៤", "km", "1.234"),
        ("the 1990s", "en", "90"),
        ("10 pm", "en", "22"),
        ("100m", "en", "100000000"),
        ("3 to 5 million", "en", "3000000"),
        ("៣-៥ លាន", "km", "3000000"),
        ("half", "en", "50"),
        ("half an hour", "en", "30"),
        ("half past two", "en", "30"),
        ("14:00", "en", "2"),
        ("midnight", "en", "24"),
        ("fortnight", "en", "14"),
    ],
)
def test_ambiguous_numbers_carry_their_other_readings(
    text: str, language: Language, other: str
) -> None:
    assert Decimal(other) in numbers(text, language)[0].others


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Seventy\u2011two at \u22125", [72, 5]),
        ("one and a half hours", [1.5]),
        ("two and a half million", [2_500_000]),
        ("2½ hours", [2.5]),
        ("half a million", [500_000]),
        ("more than a million five years ago", [1_000_000, 5]),
        ("the hundred and first", [101]),
        ("3 lakh and 2 crore", [300_000, 20_000_000]),
        ("at 1.30am", [1, 30]),
        ("fivefold", [5]),
        ("a quarter to six", [45, 6]),
    ],
)
def test_english_in_all_its_forms(text: str, expected: list[float]) -> None:
    assert values(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "language", "year"),
    [("2023-24", "en", 2024), ("1999-00", "en", 2000), ("២០២៣-២៤", "km", 2024)],
)
def test_a_short_year_can_be_the_whole_one(text: str, language: Language, year: int) -> None:
    assert year in numbers(text, language)[1].readings


def test_half_past_is_no_half() -> None:
    hour, minutes = numbers("ម៉ោង ២ កន្លះ", "km")
    assert hour.value == 2
    assert minutes.others == (Decimal(30),)


def test_millions_of_money_have_no_other_reading() -> None:
    assert numbers("$1.2m", "en")[0].others == ()


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("16", "en", "digits"),
        ("sixteen", "en", "words"),
        ("sixteenth", "en", "name"),
        ("several million", "en", "name"),
        ("May", "en", "month"),
        ("៥ លាន", "km", "digits"),
        ("ប្រាំលាន", "km", "words"),
        ("ឧសភា", "km", "month"),
        ("half an hour", "en", "name"),
        ("half a million", "en", "words"),
    ],
)
def test_a_number_tells_how_it_is_written(text: str, language: Language, kind: str) -> None:
    assert [number.kind for number in numbers(text, language)] == [kind]


@given(st.integers(0, 10**13), st.booleans())
def test_whole_numbers_come_back_in_both_digit_sets(value: int, grouped: bool) -> None:
    written = f"{value:,}" if grouped else str(value)
    assert values(written, "en") == [value]
    assert value in numbers(to_khmer_digits(f"មាន{written}នាក់"), "km")[0].readings


@given(st.integers(0, 10**9), st.integers(0, 99))
def test_decimals_come_back_in_both_digit_sets_and_with_both_marks(whole: int, part: int) -> None:
    written = f"{whole:,}.{part:02}"
    value = Decimal(f"{whole}.{part:02}")
    assert [number.value for number in numbers(written, "en")] == [value]
    for marks in (written, written.translate(str.maketrans(",.", ".,"))):
        for khmer in (marks, to_khmer_digits(marks)):
            [found] = numbers(f"មាន{khmer}នាក់", "km")
            assert value in found.readings


@given(st.text(st.sampled_from("0123456789., %-ក។លានពរយ"), max_size=30))
def test_the_digit_set_changes_no_value(text: str) -> None:
    assert values(to_khmer_digits(text), "km") == values(text, "km")


@given(st.integers(1, 9999), st.sampled_from([("thousand", "ពាន់"), ("million", "លាន")]))
def test_scale_words_mean_the_same_in_both_languages(value: int, scale: tuple[str, str]) -> None:
    english, khmer = f"{value} {scale[0]}", to_khmer_digits(f"{value}{scale[1]}")
    assert values(english, "en") == values(khmer, "km")


@given(st.text(st.sampled_from("019., :-km$'twothree million និងពីរលានរយកន្លះ២៥ៈ\u200b"), max_size=40))
def test_offsets_are_exact_and_never_overlap(text: str) -> None:
    for language in ("en", "km"):
        found = numbers(text, language)
        assert all(text[number.start : number.end] == number.text for number in found)
        assert all(a.end <= b.start for a, b in pairwise(found))
