"""The lists that come with the program: sound, current, and quiet about good translations."""

import pytest

from summarize.checks import check_pair
from summarize.checks.base import Context
from summarize.glossary import Glossary
from summarize.glossary.faults import faults
from summarize.glossary.match import occurrences
from summarize.glossary.store import DATA, shipped_terms


@pytest.fixture(scope="module")
def shipped() -> Glossary:
    return Glossary(shipped_terms())


def test_nothing_is_wrong_with_them() -> None:
    assert faults(shipped_terms()) == []


def test_no_term_of_the_project_claims_to_be_approved() -> None:
    assert {term.status for term in shipped_terms()} == {"cldr", "proposed"}


def test_the_list_of_cldr_is_what_its_generator_makes() -> None:
    pytest.importorskip("babel")
    from summarize.glossary.tables import write_table
    from tools.make_cldr_glossary import terms

    assert (DATA / "cldr-km.tsv").read_text("utf-8") == write_table(terms(), "\t")


@pytest.mark.parametrize(
    ("source", "khmer"),
    [
        ("Cambodia", "កម្ពុជា"),
        ("Bosnia and Herzegovina", "បូស្ន៊ី និងហឺហ្ស៊ីហ្គូវីណា"),
        ("Saint Lucia", "សាំងលូស៊ី"),
        ("Myanmar", "មីយ៉ាន់ម៉ា"),
        ("Phnom Penh", "ភ្នំពេញ"),
        ("US dollars", "ដុល្លារអាមេរិក"),
        ("Monday", "ច័ន្ទ"),
        ("September", "កញ្ញា"),
        ("Vietnamese", "វៀតណាម"),
        ("prime minister", "នាយករដ្ឋមន្ត្រី"),
        ("Ministry of Interior", "ក្រសួងមហាផ្ទៃ"),
        ("iPad", "iPad"),
    ],
)
def test_names_are_there(source: str, khmer: str, shipped: Glossary) -> None:
    assert {term.source: term.target for term in shipped.terms}[source] == khmer


@pytest.mark.parametrize(
    "english",
    [
        "She may march in May.",
        "Michael Jordan flew from Georgia to New Jersey.",
        "They polish the chilli and turkey, and the whole world eats.",
        "Chad judged us.",
    ],
)
def test_words_that_mostly_mean_something_else_are_no_terms(
    english: str, shipped: Glossary
) -> None:
    assert [term.source for term in occurrences(shipped, english)] == []


@pytest.mark.parametrize(
    ("english", "khmer"),
    [
        ("Thailand and Mexico agreed on Monday.", "ថៃ និងម៉ិចស៊ិកបានយល់ព្រមគ្នានៅថ្ងៃចន្ទ។"),
        ("The US dollar fell in Germany.", "ប្រាក់ដុល្លារបានធ្លាក់ចុះនៅអាឡឺម៉ង់។"),
        ("The WHO met the UN in New York.", "WHO បានជួបអង្គការ UN នៅញូវយ៉ក។"),
    ],
)
def test_spellings_of_the_press_raise_no_alarm(english: str, khmer: str, shipped: Glossary) -> None:
    found = check_pair(english, khmer, Context(shipped))
    assert [finding for finding in found if finding.check.startswith("glossary")] == []
