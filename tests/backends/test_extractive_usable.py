import pytest

from summarize.backends.extractive.usable import inside_quotations, is_usable
from summarize.records import Sentence


@pytest.mark.parametrize(
    "text",
    [
        "More than 100 veterans have written to the prime minister.",
        "Sources said the minister would resign.",
        "Officers continue to appeal for information on the case.",
        "“Where is the money?” asked opposition leader Kem Sokha at the rally.",
        "Sok Chan, who read the report twice, called it “thin”.",
        "“We will rebuild the road before May,” Sok Chan said.",
    ],
)
def test_whole_statements_are_usable(text: str) -> None:
    assert is_usable(text)


@pytest.mark.parametrize(
    "text",
    [
        "Why did the bridge fall after only one year?",
        "Chaos.",
        "Read more: The bridge that was never built and never paid for.",
        "Farmers wait for rain in Takeo province last week (AFP photo).",
        "Akshay Kumar during an international conference in Mumbai on Thursday.",
        "“The road was closed for a week.",
        "The ministry (of transport has closed the road for a week.",
        "“It is clear that the judiciary plays an important role in major crimes.”",
        "We have closed the road because the river rose.",
        "The minister said the following about the state of the road:",
    ],
)
def test_questions_fragments_captions_and_bare_quotations_are_not(text: str) -> None:
    assert not is_usable(text)


def test_what_lies_inside_a_longer_quotation_is_known_until_the_paragraph_ends() -> None:
    texts = [("“I saw it.", 0), ("It was red.", 0), ("It fell,” Sok said.", 0), ("Rain came.", 0)]
    texts += [("“Nobody closed this.", 1), ("New paragraph.", 2)]
    sentences = [Sentence(f"a{i}", t, 0, len(t), p) for i, (t, p) in enumerate(texts)]
    assert inside_quotations(sentences) == {"a1", "a2"}
