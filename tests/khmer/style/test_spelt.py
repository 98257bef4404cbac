"""Names that were spelt by their sound are shown as a proposal."""

import pytest

from summarize.khmer.style.spelt import show_spelt

DARA = ("Chan Dara", "ចាន់ ដារ៉ា")
TARGETS = ["លោក ចាន់ ដារ៉ា បាននិយាយ។", "លោក ចាន់ ដារ៉ា បានចាកចេញ។"]


def test_the_latin_name_stands_behind_the_first_mention_only() -> None:
    assert show_spelt(TARGETS, [[DARA], [DARA]], "both") == [
        "លោក ចាន់ ដារ៉ា (Chan Dara) បាននិយាយ។",
        TARGETS[1],
    ]


def test_a_later_mention_by_one_name_needs_none() -> None:
    targets = [TARGETS[0], "ដារ៉ា បានចាកចេញ។"]
    shown = show_spelt(targets, [[DARA], [("Dara", "ដារ៉ា")]], "both")
    assert shown[1] == targets[1]


def test_a_desk_may_want_latin_alone_or_khmer_alone() -> None:
    names = [[DARA], [DARA]]
    assert show_spelt(TARGETS, names, "latin")[0] == "លោក Chan Dara បាននិយាយ។"
    assert show_spelt(TARGETS, names, "khmer") == TARGETS


@pytest.mark.parametrize("target", ["លោក ចាន់ ដារ៉ា។", "«ចាន់ ដារ៉ា»", "ចាន់ ដារ៉ា"])
def test_brackets_need_no_space_before_a_mark(target: str) -> None:
    (shown,) = show_spelt([target], [[DARA]], "both")
    assert shown.replace(" (Chan Dara)", "") == target


def test_what_has_the_latin_name_already_stays() -> None:
    once = show_spelt(TARGETS, [[DARA], [DARA]], "both")
    assert show_spelt(once, [[DARA], [DARA]], "both") == once


def test_a_name_that_the_draft_lacks_changes_nothing() -> None:
    assert show_spelt(["គាត់បាននិយាយ។"], [[DARA]], "both") == ["គាត់បាននិយាយ។"]


def test_a_later_mention_by_one_name_is_spelt_as_in_the_whole_name() -> None:
    targets = [TARGETS[0], "តារា បានចាកចេញ។"]
    shown = show_spelt(targets, [[DARA], [("Dara", "តារា")]], "khmer")
    assert shown == [TARGETS[0], "ដារ៉ា បានចាកចេញ។"]


def test_a_name_that_stands_in_brackets_gets_no_more_of_them() -> None:
    target = "ចៅក្រមបាននិយាយ (ចាន់ ដារ៉ា)។"
    assert show_spelt([target], [[DARA]], "both") == [target]
