from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from summarize.backends.parts import even_groups, merge, split_text

LENGTHS = st.lists(st.integers(min_value=1, max_value=40), min_size=1)
LIMITS = st.integers(min_value=40, max_value=200)


def count(text: str) -> int:
    return len(text.split())


@given(LENGTHS, LIMITS)
def test_groups_keep_order_lose_nothing_and_fit(lengths: list[int], limit: int) -> None:
    groups = even_groups(lengths, limit)
    assert [i for group in groups for i in group] == list(range(len(lengths)))
    assert all(sum(lengths[i] for i in group) <= limit for group in groups)


@given(st.lists(st.integers(min_value=1, max_value=40), min_size=1, max_size=8), LIMITS)
def test_no_other_division_has_fewer_parts_or_a_smaller_largest(
    lengths: list[int], limit: int
) -> None:
    def sizes(cuts: tuple[int, ...]) -> list[int]:
        return [sum(lengths[a:b]) for a, b in pairwise((0, *cuts, len(lengths)))]

    every = [
        sizes(cuts)
        for count in range(len(lengths))
        for cuts in combinations(range(1, len(lengths)), count)
    ]
    best = min((len(found), max(found)) for found in every if max(found) <= limit)
    groups = [sum(lengths[i] for i in group) for group in even_groups(lengths, limit)]
    assert (len(groups), max(groups)) == best


def test_groups_are_even() -> None:
    assert [len(group) for group in even_groups([10] * 11, 100)] == [6, 5]


def test_a_text_is_divided_between_paragraphs() -> None:
    text = "One two three.\n\nFour five six.\n\nSeven eight nine."
    assert split_text(text, count, 6) == ["One two three. Four five six.", "Seven eight nine."]


def test_a_long_paragraph_is_divided_between_sentences() -> None:
    text = "He came here. She went there. They stayed."
    assert split_text(text, count, 3) == ["He came here.", "She went there.", "They stayed."]


def test_a_single_long_sentence_stays_whole() -> None:
    assert split_text("One two three four five.", count, 3) == ["One two three four five."]


def test_the_first_part_of_the_news_has_twice_the_weight() -> None:
    assert merge([["A.", "B.", "C."], ["D.", "E.", "F."], ["G."], []]) == "A. B. C. D. E. G."
    assert merge([]) == ""
