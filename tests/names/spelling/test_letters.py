"""Latin names in plain small letters, Khmer words in letters and signs."""

import pytest

from summarize.names.spelling.letters import symbols, words


@pytest.mark.parametrize(
    ("latin", "plain"),
    [
        ("Chan Dara", ["chan", "dara"]),
        ("Al-Assad", ["alassad"]),
        ("Nguyễn Phú Trọng", ["nguyen", "phu", "trong"]),
        ("Łukasz Ørsted", ["lukasz", "orsted"]),
        ("Sok's", ["sok"]),
        ("S’ang", ["s'ang"]),
        ("  O'Brien, ", ["o'brien"]),
        ("", []),
        ("2024", []),
        ("សុខា", []),
    ],
)
def test_a_name_is_folded_to_plain_words(latin: str, plain: list[str]) -> None:
    assert words(latin) == plain


def test_a_subscript_is_one_symbol_with_the_sign_before_it() -> None:
    assert symbols("ស្រី") == ["ស", "្រ", "ី"]
