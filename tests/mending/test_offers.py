"""What may stand in place of a faulty sentence, and in which order."""

from summarize.mending.cases import Case
from summarize.mending.offers import aligned, closest, overlap
from summarize.records import Summary, SummarySentence
from tests.builders import build_article

FLOOD = "Heavy rain flooded 1,200 homes near the Mekong on Monday, officials said."
CAPTION = "Photo: Sok Dara"
DANGLING = "He promised tents and food to 300 families of the district."
SCHOOLS = "Schools in the district stay closed until the water falls."
ARTICLE = build_article(CAPTION, FLOOD, DANGLING, SCHOOLS)
OWN = SummarySentence("s2", "Schools will open in May.")


def case(text: str, *, first: bool = True) -> Case:
    sentence = SummarySentence("s1" if first else "s3", text)
    sentences = (sentence, OWN) if first else (OWN, sentence)
    return Case(ARTICLE, Summary(sentences, "test"), sentence, ("Wrong.",))


def test_what_stands_alone_comes_before_what_hangs_on_another_and_fragments_last() -> None:
    ordered = closest(case("He promised tents to 900 families."))
    assert ordered == [FLOOD, SCHOOLS, DANGLING, CAPTION]


def test_a_later_sentence_may_lean_on_the_one_before_as_the_faulty_one_did() -> None:
    assert closest(case("He promised tents to 900 families.", first=False))[0] == DANGLING
    assert closest(case("Sok promised tents to 900 families.", first=False))[-2] == DANGLING


def test_among_equals_the_sentence_that_shares_most_comes_first() -> None:
    assert closest(case("All schools of the district stay closed for 9 days."))[0] == SCHOOLS
    assert closest(case("Nothing of the kind was ever seen."))[0] == FLOOD


def test_hypotheses_are_aligned_by_the_words_they_share() -> None:
    faulty = case("Rain flooded 1,500 homes near the Mekong.")
    near, nearest = "Rain flooded homes.", "Rain flooded 1,200 homes near the Mekong."
    found = aligned(faulty, [[near, "Schools will not open in May."], [nearest, near]])
    assert found == [nearest, near]


def test_a_hypothesis_that_is_more_like_another_sentence_is_not_aligned() -> None:
    faulty = case("Schools will open in May of 2031.")
    assert aligned(faulty, [["Schools will open in May soon."]]) == []


def test_nothing_is_aligned_with_no_hypotheses() -> None:
    assert aligned(case("Rain fell."), []) == []


def test_overlap_is_a_share() -> None:
    assert overlap("Rain fell.", "rain fell") == 1.0
    assert overlap("Rain fell.", "Snow came.") == 0.0
    assert overlap("", "") == 0.0
