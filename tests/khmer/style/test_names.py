"""Names at their first mention and later ones, as the house style wants them."""

import pytest

from summarize.khmer.style.names import Mention, show_names

DARA = Mention("Chan Dara", ("ចាន់ ដារ៉ា",), "Chan Dara", is_proposed=True)
RITH = Mention("Koeut Rith", ("កើត រិទ្ធ", "កែវ រិទ្ធ"), "Koeut Rith")
FULL = "អង្គភាពប្រឆាំងអំពើពុករលួយ"
UNIT = Mention("Anti-Corruption Unit", (FULL,), "ACU", kind="body")
ACU = Mention("ACU", (FULL,), "ACU", "ACU", "body")
TARGETS = ["លោក ចាន់ ដារ៉ា បាននិយាយ។", "លោក ចាន់ ដារ៉ា បានចាកចេញ។"]


def alone(word: str, khmer: str) -> Mention:
    return Mention(word, (khmer,), word, is_proposed=True)


def spelt(targets: list[str], *names: list[Mention], style: str = "both") -> list[str]:
    return show_names(targets, names, style, "khmer")  # type: ignore[arg-type]


def known(targets: list[str], *names: list[Mention], style: str = "both") -> list[str]:
    return show_names(targets, names, "both", style)  # type: ignore[arg-type]


def test_the_latin_name_stands_behind_the_first_mention_only() -> None:
    assert spelt(TARGETS, [DARA], [DARA]) == ["លោក ចាន់ ដារ៉ា (Chan Dara) បាននិយាយ។", TARGETS[1]]


def test_a_later_mention_by_one_name_needs_none() -> None:
    targets = [TARGETS[0], "ដារ៉ា បានចាកចេញ។"]
    assert spelt(targets, [DARA], [alone("Dara", "ដារ៉ា")])[1] == targets[1]


def test_another_person_of_the_family_gets_the_latin_name_too() -> None:
    other = Mention("Chan Sok", ("ចាន់ សុខ",), "Chan Sok", is_proposed=True)
    shown = spelt([TARGETS[0], "លោក ចាន់ សុខ បានចាកចេញ។"], [DARA], [other])
    assert shown[1] == "លោក ចាន់ សុខ (Chan Sok) បានចាកចេញ។"


def test_a_desk_may_want_latin_alone_or_khmer_alone() -> None:
    assert spelt(TARGETS, [DARA], [DARA], style="latin")[0] == "លោក Chan Dara បាននិយាយ។"
    assert spelt(TARGETS, [DARA], [DARA], style="khmer") == TARGETS


@pytest.mark.parametrize("target", ["លោក ចាន់ ដារ៉ា។", "«ចាន់ ដារ៉ា»", "ចាន់ ដារ៉ា"])
def test_brackets_need_no_space_before_a_mark(target: str) -> None:
    (shown,) = spelt([target], [DARA])
    assert shown.replace(" (Chan Dara)", "") == target


@pytest.mark.parametrize("style", ["both", "khmer", "latin"])
def test_showing_twice_is_showing_once(style: str) -> None:
    names = [[DARA, RITH], [DARA, RITH, alone("Dara", "តារា")], [UNIT, ACU], [ACU]]
    targets = [
        "លោក ចាន់ ដារ៉ា ជួប កើត រិទ្ធ។",
        "លោក ចាន់ ដារ៉ា និង តារា ជួប កើត រិទ្ធ។",
        f"{FULL} និង{FULL}បាននិយាយ។",
        f"«{FULL}»",
    ]
    once = show_names(targets, names, style, style)  # type: ignore[arg-type]
    assert show_names(once, names, style, style) == once  # type: ignore[arg-type]


def test_a_name_that_the_draft_lacks_changes_nothing() -> None:
    assert spelt(["គាត់បាននិយាយ។"], [DARA]) == ["គាត់បាននិយាយ។"]


def test_a_later_mention_by_one_name_is_spelt_as_in_the_whole_name() -> None:
    targets = [TARGETS[0], "តារា បានចាកចេញ។"]
    shown = spelt(targets, [DARA], [alone("Dara", "តារា")], style="khmer")
    assert shown == [TARGETS[0], "ដារ៉ា បានចាកចេញ។"]


def test_so_is_one_that_was_left_in_latin_and_after_a_known_name() -> None:
    shown = spelt(["លោក កើត រិទ្ធ ។", "Rith បានចាកចេញ។"], [RITH], [Mention("Rith", ("Rith",))])
    assert shown[1] == "រិទ្ធ បានចាកចេញ។"


def test_a_name_of_one_word_is_no_part_of_a_longer_word() -> None:
    sok = Mention("Chan Sok", ("ចាន់ សុខ",), "Chan Sok", is_proposed=True)
    targets = ["ចាន់ សុខ ទៅ។", "សុក្ខ និយាយពីសុក្ខភាព។"]
    shown = spelt(targets, [sok], [alone("Sok", "សុក្ខ")])
    assert shown[1] == "សុខ និយាយពីសុក្ខភាព។"


def test_a_name_that_stands_in_brackets_gets_no_more_of_them() -> None:
    target = "ចៅក្រមបាននិយាយ (ចាន់ ដារ៉ា)។"
    assert spelt([target], [DARA]) == [target]


def test_known_names_follow_a_choice_of_their_own() -> None:
    target = "លោក កែវ រិទ្ធ ទៅ។"
    assert known([target], [RITH], style="khmer") == [target]
    assert known([target], [RITH], style="latin") == ["លោក Koeut Rith ទៅ។"]
    assert known([target] * 2, [RITH], [RITH]) == ["លោក កែវ រិទ្ធ (Koeut Rith) ទៅ។", target]


@pytest.mark.parametrize(
    "khmer",
    [
        "លោក កើត រិទ្ធ (Koeut Rith) ទៅ។",
        "លោក កើត រិទ្ធ (រដ្ឋមន្ត្រី) ទៅ។",
        "លោក Koeut Rith ទៅ។",
        "លោក កើត រិទ្ធី ទៅ។",
        "លោក កើត រិទ្ធបាន ទៅ។",
    ],
)
def test_where_latin_is_there_or_the_name_is_not_sure_nothing_is_added(khmer: str) -> None:
    assert known([khmer], [RITH]) == [khmer]


def test_a_body_gets_its_acronym_and_is_called_so_where_the_english_does() -> None:
    targets = [f"មន្ត្រី{FULL}បាននិយាយ។", f"«{FULL}» បាននិយាយ។", f"{FULL}ថា។"]
    assert known(targets, [UNIT], [ACU], [UNIT]) == [
        f"មន្ត្រី{FULL} (ACU) បាននិយាយ។",
        "«ACU» បាននិយាយ។",
        targets[2],
    ]


def test_an_acronym_alone_gets_the_full_name_at_its_first_mention() -> None:
    assert known([f"{FULL}ថា។", f"{FULL}ថា។"], [ACU], [ACU]) == [f"{FULL} (ACU) ថា។", "ACU ថា។"]


def test_no_acronym_goes_into_other_brackets() -> None:
    target = f"មន្ត្រី (នៃ{FULL}) បាននិយាយ។"
    assert known([target], [ACU]) == [target]


def test_names_of_places_and_bodies_of_the_glossary_get_their_latin() -> None:
    court = Mention("Labour Court", ("តុលាការការងារ",), "Labour Court", kind="other")
    assert known(["នៅ តុលាការការងារ។"], [court]) == ["នៅ តុលាការការងារ (Labour Court)។"]
