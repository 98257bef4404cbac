"""Names of a summary that the article does not have."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.checks.evidence import Evidence
from summarize.checks.summary_names import check
from tests.builders import build_article

SENTENCES = (
    "Prime Minister Hun Manet opened a bridge over the Mekong River in Kratie province on Monday.",
    "“The bridge will help our farmers,” said Sok Chenda of the Ministry of Commerce.",
    "The World Health Organization (WHO) and the Asian Development Bank paid for a clinic nearby.",
    "Envoys of the United States and of several ASEAN members, among them Thailand, came too.",
    "Critics such as O’Neill and José Ramos-Horta say that al-Jazeera’s report was ignored.",
)
EVIDENCE = Evidence(build_article(*SENTENCES, title="New bridge opens in Kratie"))


@pytest.mark.parametrize(
    "sentence",
    [
        "Manet opened the bridge.",
        "Mr Manet, the Prime Minister, spoke in Kratie’s centre.",
        "The WHO and ADB paid for a clinic.",
        "US and Thai envoys came.",
        "American envoys and a U.S.-based firm came.",
        "The Association of Southeast Asian Nations sent envoys.",
        "Meanwhile, Jose Ramos Horta and Al Jazeera were ignored.",
        "Bridges help farmers. Villagers agree.",
        "Fishermen along the Mekong said so in May.",
        "Veteran spokesman Sok Chenda said it helps.",
        "Commerce Ministry spokesman Chenda said it helps.",
        "“Farmers will gain,” he said.",
        "I’m told it opened.",
    ],
)
def test_the_same_name_in_another_form_passes(sentence: str) -> None:
    assert check(sentence, EVIDENCE) == []


@pytest.mark.parametrize(
    ("sentence", "message"),
    [
        ("Hun Sen opened it.", "“Hun Sen” is not in the article: “Sen” is missing there."),
        ("It was opened by Tea Banh.", "“Tea Banh” is not in the article."),
        ("Anutin opened it.", "“Anutin” is not in the article."),
        (
            "It was said by Sok Chendar.",
            "“Sok Chendar” is not in the article: “Chendar” is missing there (it has “Chenda”).",
        ),
        (
            "The Tonle Bassac Mekong bridge opened.",
            "“Tonle Bassac Mekong” is not in the article: “Tonle” and “Bassac” are missing there.",
        ),
        ("The ASEAN-led Centre paid.", ""),
        ("It is in Stung Treng.", "“Stung Treng” is not in the article."),
        ("UNICEF paid for it.", "“UNICEF” is not in the article."),
        ("It told us that the EU came.", "“EU” is not in the article."),
        ("Vietnamese envoys came.", "“Vietnamese” is not in the article."),
        ("The World Bank paid.", ""),
        ("The Ministry of Health paid.", ""),
    ],
)
def test_another_name_is_told(sentence: str, message: str) -> None:
    assert check(sentence, EVIDENCE) == ([message] if message else [])


def test_each_name_is_told_once() -> None:
    assert check("Tea Banh left. Tea Banh came.", EVIDENCE) == ["“Tea Banh” is not in the article."]


def test_us_the_pronoun_is_not_the_country() -> None:
    evidence = Evidence(build_article("It told us that nobody had come."))
    assert check("It was the US that came.", evidence) == ["“US” is not in the article."]


@given(st.lists(st.sampled_from(" ".join(SENTENCES).split()), min_size=1, max_size=12))
def test_words_of_the_article_in_any_order_never_alarm(words: list[str]) -> None:
    assert check(" ".join(words), EVIDENCE) == []


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3))
def test_sentences_of_the_article_never_alarm(sentences: list[str]) -> None:
    assert check(" ".join(sentences), EVIDENCE) == []
