import pytest

from summarize.evaluate.summary_damage import SWAPS, swapped

ARTICLE = "In 2016 the mayor Anna Berg paid 250 workers of the WHO in Oslo."
OTHERS = ["In 1999 the judge Carl Dahl fined 410 drivers of the FBI near Bergen in July."]


@pytest.mark.parametrize(
    ("sentence", "damaged"),
    [
        ("The mayor paid workers in 2016.", "The mayor paid workers in 1999."),
        ("The mayor paid 250 workers.", "The mayor paid 410 workers."),
        ("The mayor paid the workers.", None),
        ("The mayor paid 3.5 million.", None),
    ],
)
def test_a_number_is_swapped_for_one_of_its_kind(sentence: str, damaged: str | None) -> None:
    assert swapped("a number swapped", sentence, ARTICLE, OTHERS, "1") == damaged


@pytest.mark.parametrize(
    ("sentence", "damaged"),
    [
        ("Workers got the money from Anna Berg.", "Workers got the money from Carl Dahl."),
        ("Workers of the WHO were paid.", "Workers of the FBI were paid."),
        ("Workers were paid in Oslo.", "Workers were paid in Bergen."),
        ("Workers were paid in May.", None),
        ("Oslo paid.", None),
    ],
)
def test_a_name_is_swapped_for_one_of_its_shape(sentence: str, damaged: str | None) -> None:
    assert swapped("a name swapped", sentence, ARTICLE, OTHERS, "1") == damaged


@pytest.mark.parametrize("name", SWAPS)
def test_nothing_that_the_article_has_is_put_in(name: str) -> None:
    sentence = "In 2016 the mayor paid workers in Oslo."
    assert swapped(name, sentence, ARTICLE + OTHERS[0], OTHERS, "1") is None
