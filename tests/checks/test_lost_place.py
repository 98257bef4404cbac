"""Every place, people and body of the English is in the Khmer."""

import pytest

from summarize.checks.base import USUAL, Context
from summarize.checks.lost_place import check
from summarize.glossary import Glossary, Term
from tests.builders import build_segments


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("He went to Germany.", "គាត់បានទៅប្រទេសអាល្លឺម៉ង់។"),
        ("He went to Germany.", "គាត់បានទៅប្រទេសអាឡឺម៉ង់។"),
        ("He went to GERMANY.", "គាត់បានទៅប្រទេស Germany។"),
        ("The U.S. and Japan agreed.", "អាមេរិក និងជប៉ុនបានព្រមព្រៀង។"),
        ("US-led forces left.", "កងទ័ពដឹកនាំដោយអាមេរិកបានចាកចេញ។"),
        ("He went to Moldova.", "គាត់បានទៅប្រទេសម៉ុលដូវ៉ា។"),
        ("They met us.", "ពួកគេបានជួបយើង។"),
        ("Michael Jordan retired.", "ម៉ៃឃល ចូដាន់ បានចូលនិវត្តន៍។"),
        ("The Interior Ministry agreed.", "ក្រសួងមហាផ្ទៃបានយល់ព្រម។"),
        ("He paid 5 US dollars.", "គាត់បានបង់ ៥ ដុល្លារអាមេរិក។"),
        ("He went to Greenland.", "គាត់បានទៅប្រទេសគ្រីនឡែន។"),
        ("He went to Belgium.", "គាត់បានទៅប្រទេសប៊ែលស៊ិក។"),
        ("He went to Germany.", ""),
    ],
)
def test_what_is_named_in_any_form_passes(source: str, target: str) -> None:
    assert check(build_segments((source, target)), USUAL) == []


@pytest.mark.parametrize(
    ("source", "target", "name"),
    [
        ("He went to Germany.", "គាត់បានទៅទីនោះ។", "Germany (អាល្លឺម៉ង់)"),
        ("20 Vietnamese and 15 Thais", "ជនជាតិវៀតណាម ២០ នាក់ និង ១៥ នាក់", "Thais (ថៃ)"),
        ("The boy is from Kampot.", "ក្មេងប្រុសនេះមកពីខេត្តនេះ។", "Kampot (កំពត)"),
        ("The Health Ministry agreed.", "រដ្ឋាភិបាលបានយល់ព្រម។", "Health Ministry (ក្រសួងសុខាភិបាល)"),
    ],
    ids=["country", "people", "province", "ministry"],
)
def test_what_is_not_named_is_told(source: str, target: str, name: str) -> None:
    message = f"The English names {name}; the Khmer does not."
    assert check(build_segments((source, target)), USUAL) == [("k1", message)]


def test_the_own_glossary_decides_on_its_terms() -> None:
    own = Context(glossary=Glossary((Term("Germany", "អាឡេម៉ាញ", status="approved"),)))
    assert check(build_segments(("He went to Germany.", "គាត់បានទៅប្រទេសអាឡេម៉ាញ។")), own) == []
