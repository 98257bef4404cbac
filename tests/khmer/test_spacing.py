"""Words written apart are joined; the spaces that part phrases stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.khmer.normalise import draft_text
from summarize.khmer.spacing import join_words

APART = "ព្រឹទ្ធសភា មាន ភារកិច្ច សម្របសម្រួល ការងារ រវាង រដ្ឋសភា និង រដ្ឋាភិបាល។"


def test_words_written_apart_are_joined() -> None:
    assert join_words(APART) == "ព្រឹទ្ធសភាមានភារកិច្ចសម្របសម្រួលការងាររវាងរដ្ឋសភានិងរដ្ឋាភិបាល។"


def test_spaces_beside_numbers_latin_and_quotation_marks_stay() -> None:
    text = "លោក ថា ការ ប្រជុំ «ធំ» នៅ ថ្ងៃ ទី ១៦ ខែ កញ្ញា ជាមួយ UNESCO គឺ ល្អ ណាស់។"
    joined = join_words(text)
    assert "ប្រជុំ «ធំ» នៅ" in joined
    assert "ទី ១៦ ខែកញ្ញា" in joined
    assert "ជាមួយ UNESCO គឺល្អណាស់។" in joined


@pytest.mark.parametrize(
    "text",
    [
        "ក្រសួងយុត្តិធម៌បានប្រកាសថា កិច្ចប្រជុំនឹងធ្វើឡើងនៅថ្ងៃច័ន្ទ ហើយនឹងបញ្ចប់នៅថ្ងៃអង្គារ។",
        "លោក ហ៊ុន ម៉ាណែត",
        "ប្រទេសគុយបា អ៊ីរ៉ង់ កូរ៉េខាងជើង ស៊ូដង់ ស៊ីរី និងស៊ីមបាវ៉េ ក៏ស្ថិតក្នុងកម្រិតទាបបំផុតដែរ។",
        "English words stay apart, of course they do.",
        "",
    ],
)
def test_phrases_names_lists_and_english_stay_as_they_are(text: str) -> None:
    assert join_words(text) == text


def test_a_draft_is_joined() -> None:
    assert draft_text(APART) == join_words(APART)


@given(st.text(st.sampled_from("កខគ្រី ១a«"), max_size=60))
def test_joining_is_idempotent_and_loses_only_spaces(text: str) -> None:
    joined = join_words(text)
    assert join_words(joined) == joined
    assert joined.replace(" ", "") == text.replace(" ", "")
