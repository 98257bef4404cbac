import pytest

from summarize.evaluate.pairs import Pair
from summarize.evaluate.preservation import preservation
from summarize.glossary import NO_TERMS, Glossary, Term


@pytest.mark.parametrize(
    ("kind", "source", "good", "bad"),
    [
        ("numbers", "It cost 1.2 million.", "វាមានតម្លៃ ១,២ លាន។", "វាមានតម្លៃ ១,៣ លាន។"),
        ("months_weekdays", "On Friday.", "នៅថ្ងៃសុក្រ។", "នៅថ្ងៃពុធ។"),
        ("countries", "Japan won.", "ជប៉ុនបានឈ្នះ។", "ចិនបានឈ្នះ។"),
        ("acronyms", "The WHO said so.", "WHO បាននិយាយ។", "គេបាននិយាយ។"),
    ],
)
def test_lines_with_something_to_keep_are_counted(
    kind: str, source: str, good: str, bad: str
) -> None:
    pairs = [Pair(source, good), Pair(source, bad), Pair("Nothing here.", "គ្មានអ្វីទេ។")]
    rate = preservation(pairs, NO_TERMS)[kind]
    assert (rate.hits, rate.total) == (1, 2)


def test_terms_are_those_of_the_glossary() -> None:
    pair = Pair("The mayor spoke.", "អភិបាលក្រុងបាននិយាយ។")
    glossary = Glossary((Term("mayor", "អភិបាលក្រុង"),))
    assert preservation([pair], glossary)["terms"].hits == 1
    assert preservation([pair], NO_TERMS)["terms"].total == 0
