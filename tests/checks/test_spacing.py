"""Spaces as a matter of style."""

import pytest

from summarize.checks.spacing import check

APART = "ក្រសួង អប់រំ បាន និយាយ ថា សិស្ស ទាំង អស់ នឹង ទៅ រៀន វិញ នៅ ខែ ក្រោយ នេះ ដោយ គ្មាន ថ្លៃ។"


@pytest.mark.parametrize(
    ("target", "fault"),
    [
        ("គាត់បានទៅ ។", "before ។"),
        ("គាត់បានទៅ ៕", "before ។"),
        ("ធំ ៗ", "before ។"),
        ("គាត់បានទៅ  ផ្ទះ។", "two spaces"),
        ("« បាទ»", "inside « »"),
        ("«បាទ »", "inside « »"),
        (APART, "written apart"),
    ],
)
def test_a_space_too_many_is_told(target: str, fault: str) -> None:
    (message,) = check("", target)
    assert fault in message


@pytest.mark.parametrize(
    "target",
    ["គាត់បានទៅ។ នាង «មិន» ទៅ ហើយធំៗ។", APART.replace(" ", ""), "លោក ហ៊ុន ម៉ាណែត", "ក\n\nខ", ""],
)
def test_spaces_between_phrases_and_around_quotations_pass(target: str) -> None:
    assert check("", target) == []
