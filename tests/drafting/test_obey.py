"""Names that must stand in a draft replace what sounds like them, or stand in brackets."""

from summarize.drafting.obey import by_sound, in_brackets
from summarize.drafting.repair import Repaired
from summarize.glossary import NO_TERMS, Glossary, Term

SOURCE = "Interior Minister Sar Kheng spoke on Monday."
GLOSSARY = Glossary((Term("Sar Kheng", "ស ខេង"), Term("Anlong Veng Dam", "ទំនប់អន្លង់វែង")))


def test_what_sounds_like_the_name_gives_way_to_it() -> None:
    found = by_sound(SOURCE, "លោក សារ កេង បាននិយាយនៅថ្ងៃចន្ទ។", GLOSSARY)
    assert found.target == "លោក ស ខេង បាននិយាយនៅថ្ងៃចន្ទ។"
    assert found.note == "ស ខេង put in place of សារ កេង."


def test_a_title_stays() -> None:
    found = by_sound(SOURCE, "លោកសារ កេង បាននិយាយនៅថ្ងៃចន្ទ។", GLOSSARY)
    assert found.target == "លោក ស ខេង បាននិយាយនៅថ្ងៃចន្ទ។"


def test_what_sounds_otherwise_stays() -> None:
    target = "រដ្ឋមន្ត្រីបាននិយាយនៅថ្ងៃចន្ទ។"
    assert by_sound(SOURCE, target, GLOSSARY) == Repaired(target)


def test_another_name_of_an_institution_gives_way_to_the_usual_one() -> None:
    found = by_sound("The Court of Appeal met.", "តុលាការឧទ្ធរណ៍បានប្រជុំ។", NO_TERMS)
    assert found.target == "សាលាឧទ្ធរណ៍បានប្រជុំ។"


def test_a_name_without_a_place_stands_in_brackets_at_the_end() -> None:
    found = in_brackets(SOURCE, "រដ្ឋមន្ត្រីបាននិយាយនៅថ្ងៃចន្ទ។", GLOSSARY)
    assert found.target == "រដ្ឋមន្ត្រីបាននិយាយនៅថ្ងៃចន្ទ (ស ខេង)។"
    assert "in brackets" in found.note


def test_brackets_stand_outside_of_a_quotation() -> None:
    found = in_brackets(SOURCE, "«រដ្ឋមន្ត្រីបាននិយាយ»។", GLOSSARY)
    assert found.target == "«រដ្ឋមន្ត្រីបាននិយាយ» (ស ខេង)។"


def test_a_draft_with_all_its_names_stays() -> None:
    target = "លោក ស ខេង បាននិយាយនៅថ្ងៃចន្ទ។"
    assert by_sound(SOURCE, target, GLOSSARY) == in_brackets(SOURCE, target, GLOSSARY)
    assert in_brackets(SOURCE, target, GLOSSARY) == Repaired(target)


def test_an_empty_draft_stays_empty() -> None:
    assert in_brackets(SOURCE, "", GLOSSARY) == Repaired("")


def test_a_person_of_no_list_is_put_in_as_the_name_sounds() -> None:
    found = in_brackets("Judge Sok Pheakdey spoke.", "ចៅក្រមបាននិយាយ។", NO_TERMS)
    assert found.target == "ចៅក្រមបាននិយាយ (សុខ ភក្តី)។"
