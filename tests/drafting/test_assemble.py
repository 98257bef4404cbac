"""A headline beside its story: one person is written in one way in both."""

from summarize.drafting.assemble import Assembly
from summarize.drafting.attempts import Drafted
from summarize.glossary import Glossary, Term
from summarize.khmer.style import HouseStyle
from summarize.records import Headline, SummarySentence

DESK = Glossary((Term("Chan Dara", "ចាន់ តារា", note="name"),))


def khmer(headline: str, target: str, *sentences: str) -> str:
    story = [SummarySentence(f"s{n}", text) for n, text in enumerate(sentences, 1)]
    assembly = Assembly(HouseStyle(), DESK)
    made = assembly.headline(Headline(headline, headline), None, Drafted(target), story)
    assert made.khmer is not None
    return made.khmer.target


def test_one_name_in_a_headline_is_written_as_in_the_full_name_below() -> None:
    below = "Judge Chan Dara asked for a new law."
    assert khmer("Dara asks for law", "ដារ៉ា ស្នើច្បាប់", below) == "តារា ស្នើច្បាប់"


def test_a_headline_alone_keeps_its_own_spelling() -> None:
    assert khmer("Dara asks for law", "ដារ៉ា ស្នើច្បាប់") == "ដារ៉ា ស្នើច្បាប់"
    assert khmer("Dara asks for law", "ដារ៉ា ស្នើច្បាប់", "It rained.") == "ដារ៉ា ស្នើច្បាប់"
