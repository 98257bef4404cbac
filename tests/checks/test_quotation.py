"""Quotations: the words of the article, by the one who said them."""

import pytest

from summarize.checks.evidence import Evidence
from summarize.checks.quotation import check
from tests.builders import build_article

EVIDENCE = Evidence(
    build_article(
        "“We can’t accept (this) delay any longer, and we will not wait,” said Sok Chenda.",
        "The rains came late this year.",
        "Farmers in Battambang lost half of the crop.",
        "Mam Bunheng told reporters: “The clinic is open to all of you, whatever happens.”",
        "He called it a “very sad day”.",
    )
)


@pytest.mark.parametrize(
    "sentence",
    [
        "“We can’t accept (this) delay any longer,” said Chenda.",
        '"We cannot accept delay any longer," he said.',
        "Sok Chenda said, “We will not wait.”",
        "“We can’t accept … and we will not wait,” Sok Chenda added.",
        "“[W]e won’t wait,” he said.",
        "He said 'the clinic is open to all of you'.",
        "It was a ‘very sad day’.",
        "“We will not wait,” Sok Chenda on Tuesday said.",
        "“We will not wait,” said Chenda Pich.",
        "Bunheng said the clinic was “closed”.",
        "The song is “Champa of My Battambang Heart”.",
        "The farmers' crop was lost; it's the clinic's.",
    ],
)
def test_the_words_of_the_article_and_short_terms_pass(sentence: str) -> None:
    assert check(sentence, EVIDENCE) == []


@pytest.mark.parametrize(
    ("sentence", "message"),
    [
        (
            "“We will not wait for the rain,” said Chenda.",
            "“We will not wait for the rain” is not in the article in these words. "
            "Take off the quotation marks.",
        ),
        (
            "He said the clinic is 'closed to all of them'.",
            "“closed to all of them” is not in the article in these words. "
            "Take off the quotation marks.",
        ),
        (
            "“We will not wait,” said Mam Bunheng.",
            "“We will not wait” is said by Sok Chenda in the article.",
        ),
    ],
)
def test_other_words_and_another_speaker_are_told(sentence: str, message: str) -> None:
    assert check(sentence, EVIDENCE) == [message]


def test_a_long_quotation_is_shortened_in_the_message() -> None:
    (message,) = check("“One two three four five six seven eight nine ten,” he said.", EVIDENCE)
    assert message.startswith("“One two three four five six seven eight …” is not")
