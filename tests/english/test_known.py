"""Whether a text knows a name, in whatever form it gives it."""

import pytest

from summarize.english.known import Known
from summarize.english.words import words


def missing(name: str, text: str) -> list[str]:
    return Known(text, words(text)).missing(name)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Manet", "Prime Minister Hun Manet spoke."),
        ("US", "The United States agreed."),
        ("U.S.", "It went to the US."),
        ("United States", "A U.S. court ruled."),
        ("American", "It was sold in the USA."),
        ("Britain", "The UK left."),
        ("Cambodian", "It came from Cambodia."),
        ("Cambodia", "Some Cambodians voted."),
        ("Korea", "The Korean envoy left."),
        ("Italian", "It is in Italy."),
        ("Japan", "The Japanese firm sold it."),
        ("Thai", "They left for Thailand."),
        ("Filipinos", "It rained in the Philippines."),
        ("ECCC", "The Extraordinary Chambers in the Courts of Cambodia sat."),
        ("World Health Organization", "The WHO sent help."),
        ("MoUs", "They signed an MoU."),
        ("José Nguyen", "Jose and Mr Nguyễn came."),
        ("Preah-Vihear", "It is in Preah Vihear."),
        ("Whatsapp", "They use Whats App daily."),
        ("Delhi-based", "It was in Delhi."),
        ("Marital Declaration Form", "They fill in a marital declaration form."),
        ("Lao PDR", "He came from Laos."),
    ],
)
def test_another_form_of_the_name_counts(name: str, text: str) -> None:
    assert missing(name, text) == []


@pytest.mark.parametrize(
    ("name", "text", "parts"),
    [
        ("Hun Manet", "Hun Sen spoke.", ["Manet"]),
        ("US", "He told us to go.", ["US"]),
        ("Iran", "It is in Iraq.", ["Iran"]),
        ("Austria", "It is in Australia.", ["Austria"]),
        ("UN", "The EU met.", ["UN"]),
        ("Thailand", "They left for Vietnam.", ["Thailand"]),
        ("WHO", "who came here", ["WHO"]),
        ("ADB", "The World Bank lent money.", ["ADB"]),
    ],
)
def test_another_name_does_not(name: str, text: str, parts: list[str]) -> None:
    assert missing(name, text) == parts
