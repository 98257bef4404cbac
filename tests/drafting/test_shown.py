"""What the house style is told of the names of a draft."""

from dataclasses import replace

import pytest

from summarize.drafting.shown import mentions
from summarize.glossary import Glossary, Term
from summarize.khmer.style.names import Mention
from summarize.records import Segment

FULL = "អង្គភាពប្រឆាំងអំពើពុករលួយ"


def shown(source: str, *terms: Term) -> list[Mention]:
    (found,) = mentions([Segment("k1", "s1", source, "")], Glossary(terms))
    return found


@pytest.mark.parametrize(
    "term",
    [
        Term("court", "តុលាការ"),
        Term("Supreme Council", "ក្រុមប្រឹក្សា", status="proposed"),
        Term("France", "បារាំង", note="place", status="cldr"),
    ],
)
def test_what_nobody_approved_as_a_name_is_left_alone(term: Term) -> None:
    assert not [one for one in shown(f"The {term.source} fell.", term) if one.text == term.source]


def test_places_of_the_program_are_left_alone_and_of_a_desk_are_not() -> None:
    assert shown("Rain fell in Pursat.") == []
    (own,) = shown("Rain fell in Prey Sar.", Term("Prey Sar", "ព្រៃស"))
    assert (own.latin, own.kind) == ("Prey Sar", "other")


def test_a_body_has_its_acronym_and_a_short_form_where_the_english_uses_it() -> None:
    (full,) = shown("The Anti-Corruption Unit said so.")
    (short,) = shown("The ACU said so.")
    assert (full.latin, full.short, full.forms) == ("ACU", "", (FULL,))
    assert (short.latin, short.short, short.forms) == ("ACU", "ACU", (FULL,))


def test_an_acronym_that_khmer_spells_by_its_sound_has_no_short_form() -> None:
    (nato,) = shown("NATO said so.", Term("NATO", "ណាតូ"))
    assert (nato.latin, nato.short) == ("NATO", "")


def test_an_acronym_of_the_ledger_has_its_full_name() -> None:
    (own,) = shown("The XYZ said so.", Term("XYZ", "អង្គការសិក្សាធិការ"))
    assert (own.latin, own.short) == ("XYZ", "XYZ")


def test_a_person_is_a_proposal_until_the_glossary_settles_the_name() -> None:
    (person,) = shown("Judge Sok Pheakdey spoke.")
    assert (person.is_proposed, person.kind) == (True, "person")
    (settled,) = shown("Judge Sok Pheakdey spoke.", Term("Sok Pheakdey", "សុខ ភក្តី"))
    assert not settled.is_proposed


def test_what_a_person_approved_stays() -> None:
    segment = Segment("k1", "s1", "Judge Sok Pheakdey spoke.", "", origin="memory")
    assert mentions([segment], Glossary()) == [[]]
    assert mentions([replace(segment, origin="")], Glossary()) != [[]]


def test_a_number_goes_into_no_brackets() -> None:
    assert [one.latin for one in shown("The G20 met.", Term("G20", "ក្រុម"))] == [""]
