"""Which names of a sentence have a Khmer form that must stand in the draft."""

import pytest

from summarize.drafting.known import missing, wanted
from summarize.glossary import NO_TERMS, Glossary, Term

GLOSSARY = Glossary(
    (
        Term("Koeut Rith", "កើត រិទ្ធ"),
        Term("bail", "ការនៅក្រៅឃុំ"),
        Term("Smateria", "Smateria"),
        Term("Prey Sar", "ព្រៃស"),
        Term("Kyrgyzstan", "កៀហ្ស៊ីស៊ីស្ថាន", note="place", status="cldr"),
    )
)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Minister Koeut Rith spoke.", [("person", "កើត រិទ្ធ")]),
        ("Rain fell in Prey Sar.", [("place", "ព្រៃស")]),
        ("Rain fell on Prey Sar district.", [("place", "ស្រុកព្រៃស")]),
        ("The flood reached Krakor district in Pursat.", [("place", "ស្រុកក្រគរ ខេត្តពោធិ៍សាត់")]),
        ("A boat sank off Koh Kong's Kiri Sakor.", [("place", "ស្រុកគិរីសាគរ ខេត្តកោះកុង")]),
        (
            "Farmers in Aek Phnum, Battambang, lost rice.",
            [("place", "ស្រុកឯកភ្នំ ខេត្តបាត់ដំបង")],
        ),
        ("Pursat and Battambang flooded.", [("place", "ខេត្តពោធិ៍សាត់"), ("place", "ខេត្តបាត់ដំបង")]),
        ("LICADHO said so.", [("body", "លីកាដូ")]),
        ("He was granted bail.", []),
        ("Smateria makes bags.", [("word", "Smateria")]),
    ],
)
def test_names_are_known_from_glossary_places_and_institutions(
    source: str, expected: list[tuple[str, str]]
) -> None:
    assert [(one.kind, one.khmer) for one in wanted(source, GLOSSARY)] == expected


def test_what_the_glossary_approves_comes_before_what_the_program_knows() -> None:
    own = Glossary((Term("Pursat", "ពោធិសាត់"),))
    assert [one.khmer for one in wanted("Rain fell in Pursat.", own)] == ["ពោធិសាត់"]


def test_an_institution_may_be_called_after_a_person_whom_everybody_knows() -> None:
    terms = Glossary((Term("Chea Sim", "ជា ស៊ីម", note="person", status="proposed"),))
    source = "Chea Sim University of Kamchaymear opened."
    assert [one.kind for one in wanted(source, terms)] == ["body"]
    assert [one.kind for one in wanted("Chea Sim spoke.", terms)] == ["person"]


def test_a_place_counts_without_its_kind_but_not_with_another() -> None:
    source = "Rain fell in Aek Phnum, Battambang."
    assert not missing(source, "មានភ្លៀងនៅឯកភ្នំ ខេត្តបាត់ដំបង។", NO_TERMS)
    assert missing(source, "មានភ្លៀងនៅខេត្តឯកភ្នំ ខេត្តបាត់ដំបង។", NO_TERMS)


def test_where_the_english_says_the_kind_the_khmer_must() -> None:
    source = "Rain fell in Krakor district."
    assert missing(source, "មានភ្លៀងនៅក្រគរ។", NO_TERMS)
    assert not missing(source, "មានភ្លៀងនៅស្រុកក្រគរ។", NO_TERMS)


def test_spaces_within_a_name_do_not_count() -> None:
    source = "Minister Koeut Rith spoke."
    assert not missing(source, "លោករដ្ឋមន្ត្រីកើតរិទ្ធបាននិយាយ។", GLOSSARY)


def test_advice_is_followed_only_where_the_name_is_lost() -> None:
    source = "Kyrgyzstan closed the border."
    assert missing(source, "បារាំងបានបិទព្រំដែន។", GLOSSARY)
    assert not missing(source, "កៀហ្គីស្ថានបានបិទព្រំដែន។", GLOSSARY)
