"""Names found by their sound."""

from training.names.alignment import learn
from training.names.corpus import in_text, in_titles

UNITS = learn([("sok", "សុខ"), ("dara", "តារា"), ("chan", "ចាន់"), ("sokha", "សុខា"), ("ra", "រ៉ា")])


def test_two_words_in_a_row_are_found_as_two_words_in_a_row() -> None:
    found = in_text([("Minister Sok Dara spoke.", "រដ្ឋមន្ត្រី សុខ តារា បាននិយាយ។")], UNITS)
    assert found == {(("sok", "សុខ"), ("dara", "តារា")): 1}


def test_a_name_that_the_khmer_lacks_is_not_found() -> None:
    assert not in_text([("Sok Dara spoke.", "មន្ត្រី ម្នាក់ បាននិយាយ។")], UNITS)


def test_of_titles_those_are_kept_that_sound_alike() -> None:
    lines = [("Chan Sokha (singer)", "ចាន់ សុខា"), ("Grammar", "វេយ្យាករណ៍"), ("sok", "សុខ")]
    assert in_titles(lines, UNITS) == [(("chan", "ចាន់"), ("sokha", "សុខា"))]
