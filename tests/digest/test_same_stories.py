"""Articles that tell the same story are found in whatever words; other stories are kept apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.digest.cluster import clusters, cosine, share_figures, weighed

FLOOD = (
    "Flash floods cut National Road 5 in Pursat province on Tuesday after two days of heavy rain, "
    "and about 300 families were moved to higher ground, officials said. Provincial governor Khoy "
    "Rida said that no one had been killed, but that 1,200 hectares of rice were under water in "
    "Bakan and Krakor districts. The Red Cross sent 10 tonnes of rice and 500 tents to pagodas."
)
SAME_FLOOD = (
    "Around 300 families in Pursat have left their homes because of flooding that covered a part "
    "of National Road 5 on Tuesday. Governor Khoy Rida told reporters that nobody had died and "
    "that 1,200 hectares of rice fields in Bakan and Krakor districts had been flooded. Three "
    "pagodas have taken people in, and the Cambodian Red Cross has brought 500 tents."
)
OTHER_FLOOD = (
    "Heavy rain has flooded 40 houses in Siem Reap city, the provincial governor said on Monday. "
    "Shops near the river closed and tourists waited in hotels. Officials opened two sluices, and "
    "the water fell by the evening. Pumps will be brought from Phnom Penh this week."
)
COURT = (
    "The Ratanakkiri Provincial Court on Monday sentenced two men to three years in prison for "
    "trading in protected timber. Judge Chea Sopheak said that police had found 45 logs of "
    "rosewood in their truck in Lumphat district in March. Both men said they would appeal."
)
PRICES = (
    "Diesel costs {} riel a litre and regular petrol {} riel from today, the Ministry of Commerce "
    "said in its notice for petrol stations in all provinces; premium petrol costs {} riel. The "
    "ministry sets the highest prices every ten days by the average in Singapore."
)


def test_two_tellings_in_other_words_are_one_story_and_floods_elsewhere_another() -> None:
    assert clusters([COURT, FLOOD, OTHER_FLOOD, SAME_FLOOD]) == [[1, 3], [0], [2]]


def test_a_copy_without_its_end_is_the_same_story_however_few_words_are_seldom() -> None:
    assert clusters([FLOOD, FLOOD.rpartition("The Red Cross")[0], COURT]) == [[0, 1], [2]]


def test_the_prices_of_two_days_are_two_stories() -> None:
    days = [PRICES.format(4100, 3900, 4600), PRICES.format(4250, 4050, 4750)]
    assert cosine(*weighed(days)) > 0.8
    assert clusters(days) == [[0], [1]]


def test_few_figures_speak_against_nothing() -> None:
    assert share_figures(frozenset(["3", "5"]), frozenset(["7", "8", "9"]))
    assert not share_figures(frozenset(["3", "5", "6"]), frozenset(["7", "8", "9"]))


@given(st.lists(st.sampled_from([FLOOD, SAME_FLOOD, OTHER_FLOOD, COURT, "", "Rain."]), max_size=9))
def test_every_article_is_in_exactly_one_story_and_larger_ones_come_first(
    texts: list[str],
) -> None:
    found = clusters(texts)
    assert sorted(i for own in found for i in own) == list(range(len(texts)))
    assert [len(own) for own in found] == sorted((len(own) for own in found), reverse=True)
    assert all(own == sorted(own) for own in found)


@given(st.text(max_size=200), st.text(max_size=200))
def test_the_likeness_of_two_texts_is_a_share_and_the_same_from_both_sides(
    one: str, other: str
) -> None:
    first, second = weighed([one, other])
    assert -1e-9 <= cosine(first, second) <= 1 + 1e-9
    assert cosine(first, second) == pytest.approx(cosine(second, first))
