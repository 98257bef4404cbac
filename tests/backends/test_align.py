from summarize.backends.align import sources, words
from tests.builders import build_article

ARTICLE = build_article(
    "Heavy rain flooded 1,200 homes near the Mekong on Monday, officials said.",
    "Farmers in the north expect a smaller harvest of rice this year.",
    "The government promised food and tents to the families on Tuesday.",
    "Schools in the district stay closed until the water falls.",
)


def ids(text: str) -> list[str]:
    return [source.id for source in sources(text, ARTICLE.sentences)]


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
    [source] = sources("Schools stay closed until the water falls.", ARTICLE.sentences)
    assert ARTICLE.text[source.start : source.end] == ARTICLE.sentences[3].text


def test_nothing_comes_from_nothing() -> None:
    assert sources("", ARTICLE.sentences) == ()
    assert sources("Rain fell.", []) == ()


def test_numbers_and_hyphenated_words_are_single_words() -> None:
    assert words("A 1,200-strong crowd’s U.S. trip") == {
        "a",
        "1,200-strong",
        "crowd’s",
        "u.s",
        "trip",
    }
