"""Who speaks in the English speaks in the Khmer."""

import pytest

from summarize.checks.attribution import check


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("It cost $1, the owners said.", "ម្ចាស់បាននិយាយថា វាថ្លៃ ១ ដុល្លារ។"),
        ("It cost $1, according to police.", "យោងតាមប៉ូលិស វាថ្លៃ ១ ដុល្លារ។"),
        ("“We have no more money,” he said.", "គាត់ថា៖ «យើងអស់លុយហើយ»។"),
        ("The “big one” came.", "រឿងធំបានមក។"),
        ("It cost $1.", "វាថ្លៃ ១ ដុល្លារ។"),
        ("It cost $1, the owners said.", ""),
    ],
    ids=["said", "according to", "quoted", "a nickname", "nobody speaks", "no Khmer"],
)
def test_a_speaker_and_a_quotation_that_are_there_pass(source: str, target: str) -> None:
    assert check(source, target) == []


def test_a_speaker_who_is_left_out_is_told() -> None:
    assert check("The repairs cost $1 million, the owners said.", "ការជួសជុលថ្លៃ ១ លានដុល្លារ។") == [
        "The English tells who says it (“said”); the Khmer does not."
    ]


def test_a_quotation_that_is_none_any_more_is_told() -> None:
    assert check("“We have no more money,” he said.", "គាត់បាននិយាយថា យើងអស់លុយហើយ។") == [
        "The English quotes; the Khmer has no quotation marks."
    ]
