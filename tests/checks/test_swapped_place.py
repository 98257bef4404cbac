"""A country must not become another one."""

import pytest

from summarize.checks import USUAL
from summarize.checks.swapped_place import check
from summarize.records import Segment


def messages(source: str, target: str) -> list[str]:
    return [message for _, message in check([Segment("k1", "s1", source, target)], USUAL)]


def test_a_country_in_the_place_of_another_is_told() -> None:
    assert messages("He flew to Japan.", "គាត់បានហោះទៅប្រទេសអេស្ប៉ាញ។") == [
        "The English names Japan; the Khmer names អេស្ប៉ាញ instead."
    ]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("He flew to Japan.", "គាត់បានហោះទៅប្រទេសជប៉ុន។"),
        ("He flew to Japan.", "គាត់បានហោះទៅទីនោះ។"),
        ("Chinese tourists came to Japan.", "ទេសចរចិនបានមកទីនោះ។"),
        ("U.S. sanctions on Iran hurt.", "ទណ្ឌកម្មរបស់សហរដ្ឋអាមេរិកមានផលប៉ះពាល់។"),
        ("He flew to Egypt.", "គាត់បានហោះទៅប្រទេសអេហ្ស៊ីប។"),
        ("He came home.", "គាត់បានមកប្រទេសចិន។"),
    ],
    ids=["named", "only missing", "its people", "by initials", "inside another", "none to lose"],
)
def test_a_country_that_is_named_or_only_missing_passes(source: str, target: str) -> None:
    assert messages(source, target) == []
