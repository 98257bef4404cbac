"""Millions, billions and trillions of which there is no figure."""

import pytest

from summarize.checks.vague_scales import check


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("It costs millions.", "វាមានតម្លៃរាប់លានដុល្លារ។"),
        ("It costs hundreds of millions.", "វាមានតម្លៃរាប់រយលាន។"),
        ("It costs tens of billions.", "វាមានតម្លៃរាប់ម៉ឺនលាន។"),
        ("It costs billions.", "វាមានតម្លៃច្រើនពាន់ លានដុល្លារ។"),
        ("It costs a million.", "វាមានតម្លៃមួយលាន។"),
        ("It costs 3.2 billion, not millions.", "វាមានតម្លៃរាប់ពាន់លាន មិនមែនរាប់លានទេ។"),
        ("It costs 1,000,000.", "វាមានតម្លៃរាប់លាន។"),
        ("It costs a lot.", "វាមានតម្លៃរាប់លាន។"),
        ("Millions of pills.", "ថ្នាំគ្រាប់លាន។"),
        ("It costs millions.", ""),
    ],
)
def test_the_same_order_passes(source: str, target: str) -> None:
    assert check(source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "told"),
    [
        ("It costs millions.", "តម្លៃរាប់ពាន់លាន។", "in millions; the Khmer counts in billions"),
        ("It costs billions.", "តម្លៃច្រើនលាន។", "in billions; the Khmer counts in millions"),
        ("Thousands came.", "មនុស្សរាប់លាននាក់មក។", "in thousands; the Khmer counts in millions"),
        ("A million came.", "មនុស្សមួយពាន់លាននាក់មក។", "in millions; the Khmer counts in billions"),
        ("Trillions of them.", "ពួកវារាប់លាន។", "in trillions; the Khmer counts in millions"),
    ],
)
def test_another_order_is_told(source: str, target: str, told: str) -> None:
    (message,) = check(source, target)
    assert told in message


def test_a_figure_that_is_lost_is_left_to_the_check_of_numbers() -> None:
    assert check("It costs 3 million.", "តម្លៃមួយពាន់លាន។") == []
