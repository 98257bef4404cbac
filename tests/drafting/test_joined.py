"""A name that is written together with the words around it."""

import pytest

from summarize.drafting.joined import joined
from summarize.drafting.obey import by_sound
from summarize.glossary import Glossary, Term


def part(latin: str, target: str) -> str:
    found = joined(latin, target)
    return target[slice(*found)] if found else ""


@pytest.mark.parametrize(
    ("latin", "target", "expected"),
    [
        ("Keo Saran", "ចៅក្រមកែវសារ៉ាន់បាននិយាយ។", "កែវសារ៉ាន់"),
        ("Sok Dara", "នៅពេលនោះលោកសុខដារ៉ាបាននិយាយថា មាន។", "សុខដារ៉ា"),
        ("Keo Saran", "មេធាវីសុខដារ៉ាបាននិយាយ។", ""),
        ("Saran", "ចៅក្រមកែវសារ៉ាន់បាននិយាយ។", ""),
        ("Wilson Kiptanui", "កីឡាករវីលសុនគីបតានូអ៊ីបានឈ្នះ។", ""),
    ],
)
def test_a_cambodian_by_the_whole_name_is_found_between_words(
    latin: str, target: str, expected: str
) -> None:
    assert part(latin, target) == expected


def test_an_end_is_not_left_behind() -> None:
    assert part("Lay Channy", "លោកឡាយចាន់នីប្រធាននគរបាល។") in ("", "ឡាយចាន់នី")


def test_the_settled_form_takes_its_place_between_spaces() -> None:
    own = Glossary((Term("Keo Saran", "កែវ សារន្ត"),))
    found = by_sound("Judge Keo Saran spoke.", "ចៅក្រមកែវសារ៉ាន់បាននិយាយ។", own)
    assert found.target == "ចៅក្រម កែវ សារន្ត បាននិយាយ។"
    assert found.note == "កែវ សារន្ត put in place of កែវសារ៉ាន់."
