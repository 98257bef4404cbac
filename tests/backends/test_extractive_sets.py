from dataclasses import replace

import pytest

from summarize.backends.base import SummarySpec
from summarize.backends.extractive.choice import OPENING, best_set, choose, listed
from summarize.backends.extractive.field import survey
from summarize.backends.extractive.parameters import Parameters
from summarize.backends.extractive.sets import Features
from tests.builders import build_article

PARAMETERS = Parameters()
SHORT = [
    "Minister Koeut Rith has urged courts to work faster.",
    "Prisons in Phnom Penh held 9,000 men in 2020.",
    "Farmers in Takeo province waited for rain until June.",
    "“The bridge is open,” Transport Minister Sun Chanthol said.",
]
LONG = [
    "Minister Koeut Rith has urged courts to work faster on trafficking and labour cases, because "
    "the backlog of older files keeps hundreds of people waiting in crowded cells.",
    "Prisons in Phnom Penh held three times their capacity during the pandemic, according to a "
    "survey by rights groups that visited eleven buildings between March and August.",
    "Farmers in Takeo province lost half their harvest when the river rose above its banks, and "
    "traders expect that rice will cost far more before the next season begins.",
]
OTHERS = [
    "Two dams in Pursat were repaired before the rains.",
    "A doctor from Kampot won the prize for science.",
]


def features_of(texts: list[str], *chosen: int, length: int = 3) -> Features:
    return survey(build_article(*texts), length, PARAMETERS).table.features(chosen)


def test_the_first_sentence_has_no_depth_and_later_ones_have_more() -> None:
    assert features_of(SHORT, 0).depth == 0
    assert 0 < features_of(SHORT, 0, 1).depth < features_of(SHORT, 0, 2).depth


def test_a_second_sentence_that_covers_nothing_new_lowers_the_coverage() -> None:
    texts = [SHORT[0], SHORT[0], SHORT[1]]
    assert features_of(texts, 0, 1).coverage < features_of(texts, 0).coverage
    assert features_of(texts, 0, 1).coverage < features_of(texts, 0, 2).coverage


def test_echo_is_the_share_of_the_repeated_words_that_is_said() -> None:
    texts = ["Floods closed roads.", "Floods closed schools.", "Rice fields dried."]
    assert features_of(texts, 0).echo == 1
    assert features_of(texts, 2).echo == 0


def test_names_and_numbers_count_unless_they_open_the_sentence() -> None:
    assert features_of(SHORT, 1).names == pytest.approx(4 / 10)  # Phnom, Penh, 9,000, 2020


def test_quotation_is_the_share_of_words_in_sentences_that_quote() -> None:
    assert features_of(SHORT, 0).quotation == 0
    assert features_of(SHORT, 3).quotation == 1
    assert 0 < features_of(SHORT, 0, 3).quotation < 1


def test_outcome_is_the_share_of_sentences_that_tell_a_cause_or_what_comes_next() -> None:
    texts = [*SHORT, "The driver was arrested because he fled."]
    assert features_of(texts, 0).outcome == 0
    assert features_of(texts, 0, 4).outcome == 0.5


@pytest.mark.parametrize("name", ["coverage", "depth", "echo", "names", "quotation", "outcome"])
def test_the_value_follows_the_weight_of_each_feature(name: str) -> None:
    nothing = Features(0, 0, 0, 0, 0, 0)
    weight = getattr(PARAMETERS, name)
    assert replace(nothing, **{name: 1.0}).value(PARAMETERS) == pytest.approx(weight)


@pytest.mark.parametrize("texts", [SHORT, LONG], ids=["short", "long"])
@pytest.mark.parametrize("length", [1, 2, 3])
def test_as_many_sentences_are_given_as_asked_for(texts: list[str], length: int) -> None:
    article = build_article(*texts, *OTHERS)
    assert len(choose(article, SummarySpec(length), PARAMETERS)) == length


def test_sets_are_drawn_from_the_head_of_the_article() -> None:
    many = [f"Village {i} in district {i * 7} was flooded on day {i * 11}." for i in range(40)]
    field = survey(build_article(*many), 2, PARAMETERS)
    assert max(max(chosen) for chosen in listed(field)) == OPENING - 1


@pytest.mark.parametrize("length", [0, 4, 9])
def test_longer_summaries_are_not_chosen_among_sets(length: int) -> None:
    assert best_set(survey(build_article(*SHORT), length, PARAMETERS), PARAMETERS) == []
