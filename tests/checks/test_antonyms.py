"""The Khmer does not say the opposite."""

import pytest

from summarize.checks.antonyms import PAGE, check, rows
from summarize.khmer.normalise import key


@pytest.mark.parametrize(
    ("source", "target", "said", "wrong"),
    [
        ("Infections fell by a third.", "ការឆ្លងបានកើនឡើងមួយភាគបី។", "fell", "កើនឡើង"),
        ("Prices rose.", "តម្លៃបានធ្លាក់ចុះ។", "rose", "ធ្លាក់ចុះ"),
        ("It is closed since June.", "វាបិទរហូតដល់ខែមិថុនា។", "since", "រហូតដល់"),
        ("They beat Laos.", "ពួកគេបានចាញ់ឡាវ។", "beat", "ចាញ់"),
        ("Imports are up.", "ការនាំចេញបានកើនឡើង។", "imports", "នាំចេញ"),
        ("More than 40 people came.", "មនុស្សតិចជាង ៤០ នាក់បានមក។", "more than", "តិចជាង"),
        ("He sold his house.", "គាត់បានទិញផ្ទះ។", "sold", "ទិញ"),
        ("The school opened.", "សាលាបានបិទ។", "opened", "បិទ"),
    ],
)
def test_an_opposite_is_told(source: str, target: str, said: str, wrong: str) -> None:
    message = f"The English says “{said}”; {wrong} in the Khmer says the opposite."
    assert check(source, target) == [message]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Prices rose.", "តម្លៃបានកើនឡើង។"),
        ("It is closed since June.", "វាបានបិទតាំងពីខែមិថុនា។"),
        ("Prices fell after they rose.", "តម្លៃបានធ្លាក់ចុះ ក្រោយពេលកើនឡើង។"),
        ("Prices changed.", "តម្លៃបានកើនឡើង។"),
        ("Fewer than 40 people came.", "មនុស្សតិចជាង ៤០ នាក់បានមក។"),
        ("They told a false story.", "ពួកគេបាននិយាយរឿងមិនពិត។"),
        ("Prices rose.", ""),
    ],
    ids=["said", "since", "both", "neither", "a word within another", "denied", "no Khmer"],
)
def test_what_says_the_same_passes(source: str, target: str) -> None:
    assert check(source, target) == []


def test_the_table_has_each_meaning_both_ways_in_the_form_that_texts_are_compared_in() -> None:
    table = [line.split("\t") for line in PAGE.read_text("utf-8").splitlines()[1:]]
    assert {row[0].split("|")[0] for row in table} == {row[2].split("|")[0] for row in table}
    assert all(form == key(form) for row in rows() for form in (*row.rendered, *row.wrong))
