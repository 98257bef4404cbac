"""Countries named in English and Khmer."""

import pytest

from summarize.checks.base import USUAL, Context
from summarize.checks.countries import check
from summarize.glossary import Glossary, Term
from tests.builders import build_segments


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("He went to Germany.", "គាត់បានទៅប្រទេសអាល្លឺម៉ង់។"),
        ("He went to Germany.", "គាត់បានទៅប្រទេសអាឡឺម៉ង់។"),
        ("The U.S. and Japan agreed.", "អាមេរិក និងជប៉ុនបានព្រមព្រៀង។"),
        ("He went to Moldova.", "គាត់បានទៅប្រទេសម៉ុលដូវ៉ា។"),
        ("They met us.", "ពួកគេបានជួបយើង។"),
        ("He went to Germany.", ""),
    ],
)
def test_the_listed_names_and_what_sounds_alike_pass(source: str, target: str) -> None:
    assert check(build_segments((source, target)), USUAL) == []


def test_a_country_that_is_missing_or_another_is_told() -> None:
    found = check(build_segments(("He went to Germany.", "គាត់បានទៅប្រទេសជប៉ុន។")), USUAL)
    assert found == [("k1", "The English names Germany (អាល្លឺម៉ង់); the Khmer does not.")]


def test_the_own_glossary_decides_on_its_terms() -> None:
    own = Context(glossary=Glossary((Term("Germany", "អាឡេម៉ាញ", status="approved"),)))
    assert check(build_segments(("He went to Germany.", "គាត់បានទៅប្រទេសជប៉ុន។")), own) == []
