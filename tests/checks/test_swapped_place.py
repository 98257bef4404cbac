"""A place must not become another one."""

import pytest

from summarize.checks import USUAL
from summarize.checks.swapped_place import check
from tests.builders import build_segments


@pytest.mark.parametrize(
    ("source", "target", "lost", "found"),
    [
        ("He flew to Japan.", "គាត់បានហោះទៅប្រទេសអេស្ប៉ាញ។", "Japan", "អេស្ប៉ាញ"),
        ("The train left Battambang.", "រថភ្លើងបានចាកចេញពីភ្នំពេញ។", "Battambang", "ភ្នំពេញ"),
        ("Thai police came.", "នគរបាលវៀតណាមបានមក។", "Thai", "វៀតណាម"),
        ("North Korea agreed.", "កូរ៉េខាងត្បូងបានយល់ព្រម។", "North Korea", "កូរ៉េខាងត្បូង"),
        (
            "The Ministry of Health agreed.",
            "ក្រសួងអប់រំបានយល់ព្រម។",
            "Ministry of Health",
            "ក្រសួងអប់រំ",
        ),
    ],
    ids=["country", "province", "people", "half of a name", "ministry"],
)
def test_a_place_for_another_of_its_kind_is_told(
    source: str, target: str, lost: str, found: str
) -> None:
    message = f"The English names {lost}; the Khmer names {found} instead."
    assert check(build_segments((source, target)), USUAL) == [("k1", message)]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("He flew to Japan.", "គាត់បានហោះទៅប្រទេសជប៉ុន។"),
        ("He flew to Japan.", "គាត់បានហោះទៅទីនោះ។"),
        ("Chinese tourists came to Japan.", "ទេសចរចិនបានមកទីនោះ។"),
        ("U.S. sanctions on Iran hurt.", "ទណ្ឌកម្មរបស់សហរដ្ឋអាមេរិកមានផលប៉ះពាល់។"),
        ("He came home.", "គាត់បានមកប្រទេសចិន។"),
    ],
    ids=["named", "only missing", "its people", "by initials", "none to lose"],
)
def test_what_is_named_or_only_missing_or_only_invented_passes(source: str, target: str) -> None:
    assert check(build_segments((source, target)), USUAL) == []
