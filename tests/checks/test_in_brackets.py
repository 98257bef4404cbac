"""Names set aside in brackets are to be moved by a person."""

import pytest

from summarize.checks.in_brackets import check

SOURCE = "Interior Minister Sar Kheng spoke on Monday."


def test_a_name_at_the_end_in_brackets_is_told() -> None:
    (message,) = check(SOURCE, "រដ្ឋមន្ត្រីបាននិយាយនៅថ្ងៃចន្ទ (ស ខេង)។")
    assert "ស ខេង" in message


def test_a_latin_name_behind_a_quotation_is_told() -> None:
    (message,) = check(SOURCE, "រដ្ឋមន្ត្រីបាននិយាយថា៖ «ថ្ងៃចន្ទ» (Sar Kheng)។")
    assert "Sar Kheng" in message


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (SOURCE, "លោក ស ខេង (Sar Kheng) បាននិយាយនៅថ្ងៃចន្ទ។"),
        (SOURCE, "នៅថ្ងៃចន្ទ បាននិយាយដោយ ស ខេង (Sar Kheng)។"),
        ("The test (GMAT) is hard (very).", "ការប្រឡងពិបាក (ណាស់)។"),
        (SOURCE, ""),
    ],
)
def test_other_brackets_are_left_alone(source: str, target: str) -> None:
    assert check(source, target) == []
