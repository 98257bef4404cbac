import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.backends.align import Alignment, align, support, trace, words
from tests.builders import build_article

ARTICLE = build_article(
    "Heavy rain flooded 1,200 homes near the Mekong on Monday, officials said.",
    "Farmers in the north expect a smaller harvest of rice this year.",
    "The government promised food and tents to the families on Tuesday.",
    "Schools in the district stay closed until the water falls.",
)


def ids(text: str) -> list[str]:
    return [source.id for source in align(text, ARTICLE.sentences).sources]


def test_a_copied_sentence_rests_on_itself_alone() -> None:
    for sentence in ARTICLE.sentences:
        assert ids(sentence.text) == [sentence.id]


def test_a_shortened_sentence_finds_its_source() -> None:
    assert ids("Rain flooded 1,200 homes near the Mekong.") == ["a1"]


def test_a_fused_sentence_rests_on_both_in_the_order_of_the_article() -> None:
    text = "The government promised tents after rain flooded homes near the Mekong."
    assert ids(text) == ["a1", "a3"]


def test_an_invented_sentence_rests_on_nothing() -> None:
    assert ids("Parliament elected a new speaker yesterday.") == []


def test_offsets_are_those_of_the_article() -> None:
    [source] = align("Schools stay closed until the water falls.", ARTICLE.sentences).sources
    assert ARTICLE.text[source.start : source.end] == ARTICLE.sentences[3].text


def test_support_is_the_share_of_words_that_each_sentence_has() -> None:
    copied = support(ARTICLE.sentences[1].text, ARTICLE.sentences)
    assert copied[1] == 1.0
    assert all(0 <= share < 0.5 for share in (copied[0], *copied[2:]))
    assert support("Parliament elected speakers.", ARTICLE.sentences) == [0.0] * 4
    assert support("", ARTICLE.sentences) == [0.0] * 4
    assert support("Rain fell.", []) == []


def test_nothing_comes_from_nothing() -> None:
    assert align("", ARTICLE.sentences) == Alignment((), 0.0)
    assert align("Rain fell.", []) == Alignment((), 0.0)


def test_numbers_and_hyphenated_words_are_single_words() -> None:
    assert words("A 1,200-strong crowd’s U.S. trip") == {
        "a",
        "1,200-strong",
        "crowd’s",
        "u.s",
        "trip",
    }


def share(text: str) -> float:
    return align(text, ARTICLE.sentences).share


def test_a_copied_sentence_is_supported_whole() -> None:
    assert [share(sentence.text) for sentence in ARTICLE.sentences] == [1.0] * 4


def test_an_invented_sentence_has_no_support() -> None:
    assert share("Parliament elected speakers.") == 0.0


@pytest.mark.parametrize(
    ("sound", "faulty"),
    [
        ("Rain flooded 1,200 homes.", "Rain flooded 1,300 homes."),
        ("Rain flooded homes near the Mekong.", "Rain flooded homes near the Tonle."),
        ("Rain flooded 1.2 thousand homes.", "Rain flooded 1.2 million homes."),
        ("Farmers expect less rice.", "Farmers harvest less gold."),
    ],
)
def test_what_the_article_lacks_lowers_the_share(sound: str, faulty: str) -> None:
    assert share(faulty) < share(sound) <= 1.0


def test_numbers_are_compared_by_value() -> None:
    assert share("Rain flooded 1.2 thousand homes.") == share("Rain flooded 1,200 homes.") == 1.0


def test_a_wrong_name_or_number_costs_more_than_a_wrong_word() -> None:
    wrong_word = share("Rain flooded 1,200 houses near the Mekong.")
    assert share("Rain flooded 1,300 homes near the Mekong.") < wrong_word
    assert share("Rain flooded 1,200 homes near the Danube.") < wrong_word


@given(st.lists(st.sampled_from([s.text for s in ARTICLE.sentences] + ["Gold fell."]), max_size=5))
def test_the_share_is_one_number_between_none_and_all(parts: list[str]) -> None:
    assert 0.0 <= share(" ".join(parts)) <= 1.0


def test_a_traced_sentence_carries_sources_support_and_why_it_was_put_there() -> None:
    text = "Schools stay closed until the water falls."
    found = trace("s2", text, ARTICLE.sentences, "A sentence of the article.")
    assert (found.id, found.text, found.replaced) == ("s2", text, "A sentence of the article.")
    assert [source.id for source in found.sources] == ["a4"]
    assert found.support == share(text) == 1.0
