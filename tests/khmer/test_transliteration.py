"""English names found in Khmer text by their consonants."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.khmer.normalise import key
from summarize.khmer.transliteration import renderings


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Dunlap", "លោក ឌុនលែប បានមក", "ឌុនលែប"),
        ("Vancouver", "ទីក្រុងវេនឃូវើនៅ", "វេនឃូវើ"),
        ("Washington", "ទីក្រុងវ៉ាស៊ីនតោននិង", "វ៉ាស៊ីនតោន"),
        ("Fallujah", "សមរភូមិហ្វាលូចាក្នុង", "ហ្វាលូចា"),
        ("Francisco", "សាន់ហ្វ្រាន់ស៊ីស្កូ", "ហ្វ្រាន់ស៊ីស្កូ"),
        ("Alonso", "លោក អាឡុងសូបាន", "អាឡុងសូ"),
        ("Manet", "លោក ហ៊ុន ម៉ាណែត", "ម៉ាណែត"),
        ("Hussein", "លោក ហ៊ូសេន", ""),
        ("Dunlap", "គាត់បានទៅផ្ទះ", ""),
        ("Paraguay", "ប្រកាស", ""),
        ("Lee", "លោក លី", ""),
        ("", "លោក លី", ""),
        ("Dunlap", "", ""),
    ],
)
def test_a_rendering_has_the_same_consonants_in_order(name: str, text: str, found: str) -> None:
    assert renderings(name, key(text)) == ([key(found)] if found else [])


@given(st.text(alphabet="abcdefghijklmnoprstuvwxyz", max_size=12), st.text(max_size=40))
def test_what_is_found_stands_in_the_text_as_one_word(name: str, text: str) -> None:
    folded = key(text + "ឌុនលែប ហ្វាលូចា")
    for rendering in renderings(name, folded):
        assert rendering in folded
        assert " " not in rendering
