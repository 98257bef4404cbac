"""Each rule of the house style for one segment: what it changes, and what it leaves alone."""

import pytest

from summarize.khmer.style import HouseStyle
from summarize.khmer.style.apply import apply_style

KEEP = HouseStyle(digits="source", dates="keep", quotes="keep", currency="keep", scale_words="keep")
"""Only spaces are set."""


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("ប្រជុំ   គ្នា", "ប្រជុំ គ្នា"),
        (" គាត់ទៅ ។", "គាត់ទៅ។"),
        ("ផ្សេង ៗ គ្នា", "ផ្សេងៗ គ្នា"),
        ("គាត់ទៅ។នាងមក។", "គាត់ទៅ។ នាងមក។"),
        ("ចេក ស្វាយ ។ល។", "ចេក ស្វាយ។ល។"),
        ("៥\u00a0នាក់", "៥\u00a0នាក់"),
    ],
)
def test_spaces_part_phrases_only(written: str, expected: str) -> None:
    assert apply_style(written, "", KEEP) == expected


def test_a_space_that_keeps_two_numbers_apart_stays() -> None:
    assert apply_style("មាន ៥  ០០០ នាក់", "", KEEP) == "មាន ៥  ០០០ នាក់"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("ថ្ងៃទី ១៦ ខែ កញ្ញា ឆ្នាំ ២០២៥", "ថ្ងៃទី១៦ ខែកញ្ញា ឆ្នាំ២០២៥"),
        ("ថ្ងៃទី១៦ខែកញ្ញាឆ្នាំ២០២៥", "ថ្ងៃទី១៦ ខែកញ្ញា ឆ្នាំ២០២៥"),
        ("ថ្ងៃ ទី១៦ កញ្ញា ២០២៥", "ថ្ងៃទី១៦ ខែកញ្ញា ឆ្នាំ២០២៥"),
        ("ថ្ងៃចន្ទ ទី១៧ ខែមិថុនា ឆ្នាំ២០១៣", "ថ្ងៃចន្ទ ទី១៧ ខែមិថុនា ឆ្នាំ២០១៣"),
        ("ក្នុងឆ្នាំ ២០២៥ នេះ", "ក្នុងឆ្នាំ២០២៥ នេះ"),
        ("ខែកញ្ញា ៣០០០ នាក់", "ខែកញ្ញា ៣០០០ នាក់"),
        ("១៦/៩/២០២៥", "១៦/៩/២០២៥"),
    ],
)
def test_dates_take_the_form_of_the_press(written: str, expected: str) -> None:
    assert apply_style(written, "on September 16, 2025", HouseStyle()) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("“ក” និង ”", "«ក» និង»"),
        ('លោកថា "ខ្ញុំទៅ"។', "លោកថា «ខ្ញុំទៅ»។"),
        ('លោកថា"ខ្ញុំទៅ"ហើយ', "លោកថា «ខ្ញុំទៅ» ហើយ"),
        ('"ខ្ញុំទៅ។', "«ខ្ញុំទៅ។"),
        ('នាងមក។"', "នាងមក។»"),
        ("« ក »", "«ក»"),
        ("(«ក»)", "(«ក»)"),
        ('ទូរទស្សន៍ 55" មួយ', 'ទូរទស្សន៍ ៥៥" មួយ'),
        ('""ក""', '""ក""'),
        ("‘ក’", "‘ក’"),
    ],
)
def test_quotation_marks_are_guillemets(written: str, expected: str) -> None:
    assert apply_style(written, "", HouseStyle()) == expected


@pytest.mark.parametrize(
    ("written", "english", "expected"),
    [
        ("តម្លៃ $5។", "It cost $5.", "តម្លៃ ៥ ដុល្លារ។"),
        ("តម្លៃ $5 លាន", "five million dollars", "តម្លៃ ៥ លានដុល្លារ"),
        ("តម្លៃ $5 លានដុល្លារ", "$5 million", "តម្លៃ ៥ លានដុល្លារ"),
        ("តម្លៃ US$1,200.5 គត់", "US$1,200.50", "តម្លៃ ១,២០០.៥ ដុល្លារអាមេរិក គត់"),
        ("តម្លៃ ៥០០០៛នៅទីនេះ", "5,000 riel", "តម្លៃ ៥០០០ រៀល នៅទីនេះ"),
        ("តម្លៃ €5", "5 euros", "តម្លៃ ៥ អឺរ៉ូ"),
        ("តម្លៃ ¥5", "5 yuan", "តម្លៃ ៥ យ័ន"),
    ],
)
def test_a_currency_is_a_word_after_the_number(written: str, english: str, expected: str) -> None:
    assert apply_style(written, english, HouseStyle()) == expected


@pytest.mark.parametrize(
    ("written", "english"),
    [
        ("តម្លៃ €៥", "It cost $5."),
        ("តម្លៃ ¥៥", "5 yuan, not yen"),
        ("តម្លៃ $៥-១០ លាន", "$5-10 million"),
        ("តម្លៃ $5m", "$5m"),
        ("តម្លៃ $៥ ដល់ $១០ លាន", "$5 to $10 million"),
        ("តម្លៃ A$៥", "A$5"),
    ],
)
def test_a_doubtful_sum_is_left_as_it_is(written: str, english: str) -> None:
    assert apply_style(written, english, HouseStyle()) == written


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("៥ ប៊ីលានដុល្លារ", "៥ ពាន់លានដុល្លារ"),
        ("១,៥ ប៊ីលីយ៉ុន", "១,៥ ពាន់លាន"),
        ("រាប់ប៊ីលាន", "រាប់ពាន់លាន"),
        ("៥ ប៊ីលាន ៣ លាន", "៥ ប៊ីលាន ៣ លាន"),
    ],
)
def test_billions_are_thousands_of_millions_where_the_value_stays(
    written: str, expected: str
) -> None:
    assert apply_style(written, "", HouseStyle()) == expected


@pytest.mark.parametrize(
    ("style", "expected"),
    [("keep", "៥% និង ៦ភាគរយ"), ("sign", "៥% និង ៦%"), ("word", "៥ ភាគរយ និង ៦ភាគរយ")],
)
def test_per_cent_is_a_sign_or_a_word(style: str, expected: str) -> None:
    house = HouseStyle(percent=style)  # type: ignore[arg-type]
    assert apply_style("5% និង 6ភាគរយ", "", house) == expected


def test_an_address_keeps_its_per_cent_signs() -> None:
    address = "https://a.kh/b%20c"
    assert apply_style(address, "", HouseStyle(percent="word")) == address


@pytest.mark.parametrize(
    ("digits", "expected"), [("khmer", "១៦"), ("arabic", "16"), ("source", "១៦")]
)
def test_digits_follow_the_house(digits: str, expected: str) -> None:
    house = HouseStyle(digits=digits)  # type: ignore[arg-type]
    assert apply_style("១៦", "sixteen", house) == expected


@pytest.mark.parametrize("written", ["$5 ប៊ីលាន", "ថ្ងៃទី 5 ខែ មេសា", '"ក"', "ឆ្នាំ 2025", "5 %", "ប៊ីលីយ៉ុន"])
def test_what_is_to_be_kept_is_kept(written: str) -> None:
    assert apply_style(written, "$5 billion in 2025", KEEP) == written
