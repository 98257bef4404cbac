"""The Khmer names no place that the English lacks."""

import pytest

from summarize.checks.base import USUAL
from summarize.checks.invented_place import check
from tests.builders import build_segments


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Exports rose.", "ការនាំចេញបានកើនឡើង។"),
        ("Hanoi agreed.", "វៀតណាមបានយល់ព្រម។"),
        ("They found acid.", "ពួកគេបានរកឃើញអាស៊ីត។"),
        ("He paid $5.", "គាត់បានបង់ ៥ ដុល្លារអាមេរិក។"),
        ("Potatoes were sold.", "ដំឡូងបារាំងត្រូវបានលក់។"),
        ("There is one church.", "មានព្រះវិហារមួយ។"),
        ("Parisians left.", "ប្រជាជនក្រុងប៉ារីសបានចាកចេញ។"),
        ("The Business Minister left.", "រដ្ឋមន្ត្រីក្រសួងពាណិជ្ជកម្មបានចាកចេញ។"),
    ],
    ids=[
        *("none", "by its capital", "within a word", "currency", "vegetable", "other meaning"),
        *("by its people", "by its minister"),
    ],
)
def test_what_the_english_names_or_means_passes(source: str, target: str) -> None:
    assert check(build_segments((source, target)), USUAL) == []


@pytest.mark.parametrize(
    ("source", "target", "name"),
    [
        ("Exports rose.", "ការនាំចេញទៅជប៉ុនបានកើនឡើង។", "ជប៉ុន (Japan)"),
        ("He visited the north.", "គាត់បានទៅភាគខាងជើងប្រទេសថៃ។", "ថៃ (Thailand)"),
        ("He left the province.", "គាត់បានចាកចេញពីខេត្តកំពត។", "កំពត (Kampot)"),
        (
            "The Health Minister left.",
            "រដ្ឋមន្ត្រីក្រសួងពាណិជ្ជកម្មបានចាកចេញ។",
            "ក្រសួងពាណិជ្ជកម្ម (Ministry of Commerce)",
        ),
    ],
)
def test_what_the_english_lacks_is_told(source: str, target: str, name: str) -> None:
    message = f"The Khmer names {name}; the English does not."
    assert check(build_segments((source, target)), USUAL) == [("k1", message)]


def test_a_place_that_another_sentence_names_may_be_meant() -> None:
    draft = build_segments(
        ("Cambodia sells rice.", "កម្ពុជាលក់អង្ករ។"), ("It buys feed.", "កម្ពុជាទិញចំណី។")
    )
    assert check(draft, USUAL) == []
