"""The same story is known by its words, however it is laid out, and another one is not."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.feeds.similar import SKETCH, Stories, resemblance, same_story, sketch

WORDS = st.lists(st.sampled_from([f"word{chr(97 + n)}" for n in range(26)]), min_size=30)
STORY = (
    "The provincial court on Monday delayed its ruling on the fishing rights of 240 families, who "
    "have fished in the lake for generations. The judge said the court needed more time to study "
    "the maps. Lawyers for the families said they would appeal if the ruling went against them. "
    "The company that leases the shore paid 35,000 dollars for it and will respect any decision."
)
RATES = (
    "The National Bank of Cambodia set the rate of the riel to the US dollar at {} on its website "
    "this morning, and to the euro at {}. Traders at the central market bought the dollar at {} "
    "and sold it at {}, as they do on most days of the week when there is no holiday."
)


def text(seed: int, count: int = 400) -> list[str]:
    chance = random.Random(seed)
    return [f"w{chance.randrange(5000)}x" for _ in range(count)]


@given(WORDS)
def test_a_text_is_the_same_story_as_itself(words: list[str]) -> None:
    told = sketch(" ".join(words))
    assert resemblance(told, told) == 1.0
    assert same_story(told, told)


@given(WORDS, WORDS)
def test_resemblance_is_the_same_from_both_sides_and_a_share(
    one: list[str], two: list[str]
) -> None:
    first, second = sketch(" ".join(one)), sketch(" ".join(two))
    assert resemblance(first, second) == resemblance(second, first)
    assert 0.0 <= resemblance(first, second) <= 1.0


@given(WORDS, st.sampled_from([" ", "\n\n", ", ", " — "]))
def test_layout_capitals_and_punctuation_do_not_count(words: list[str], between: str) -> None:
    assert sketch(between.join(words).upper()) == sketch(" ".join(words))


@given(st.integers(0, 1000), st.integers(0, 399))
def test_one_word_changed_is_the_same_story(seed: int, place: int) -> None:
    words = text(seed)
    changed = [*words[:place], "other", *words[place + 1 :]]
    one, two = sketch(" ".join(words)), sketch(" ".join(changed))
    assert resemblance(one, two) > 0.9


@given(st.integers(0, 1000), st.integers(10, 390))
def test_the_estimate_is_near_the_true_share(seed: int, shared: int) -> None:
    first, second = text(seed), text(seed + 5000)
    one, two = first, [*first[:shared], *second[shared:]]
    runs = [{tuple(words[i : i + 3]) for i in range(len(words) - 2)} for words in (one, two)]
    true = len(runs[0] & runs[1]) / len(runs[0] | runs[1])
    found = resemblance(sketch(" ".join(one)), sketch(" ".join(two)))
    assert abs(found - true) < 0.25  # five standard errors


@given(st.integers(0, 1000))
def test_two_articles_are_two_stories(seed: int) -> None:
    assert not same_story(sketch(" ".join(text(seed))), sketch(" ".join(text(seed + 5000))))


def test_a_sketch_is_bounded_however_long_the_article() -> None:
    assert len(sketch(" ".join(text(1, 5000))).digests) == SKETCH


def test_a_copy_with_another_lead_is_the_same_story() -> None:
    copy = "From our correspondent. " + STORY.replace("on Monday ", "")
    assert same_story(sketch(STORY), sketch(copy))


def test_the_rates_of_two_days_are_two_stories() -> None:
    one, two = RATES.format(4012, 4391, 4010, 4020), RATES.format(4033, 4405, 4030, 4041)
    assert resemblance(sketch(one), sketch(two)) >= 0.6
    assert not same_story(sketch(one), sketch(two))


@pytest.mark.parametrize("short", ["", "Read more", "The court met on Monday."])
def test_texts_too_short_to_be_told_apart_are_never_the_same(short: str) -> None:
    assert not same_story(sketch(short), sketch(short))


@given(st.integers(0, 200))
def test_a_story_is_found_among_many(seed: int) -> None:
    stories = Stories()
    for number in range(20):
        stories.add(f"s{number}", sketch(" ".join(text(number + 2000, 200))))
    words = text(seed % 20 + 2000, 200)
    told = sketch(" ".join(words[:170]))
    assert stories.find("new", told, lambda _: True) == f"s{seed % 20}"
    assert stories.find(f"s{seed % 20}", told, lambda _: True) is None
    assert stories.find("new", told, lambda _: False) is None


def test_the_oldest_stories_are_forgotten() -> None:
    stories = Stories(most=2)
    told = [sketch(" ".join(text(n))) for n in range(3)]
    for number, one in enumerate(told):
        stories.add(str(number), one)
    found = [stories.find("x", one, lambda _: True) for one in told]
    assert found == [None, "1", "2"]
