"""The list of institutions: each once, none that the glossary has, sources said."""

from collections import Counter

from summarize.glossary.store import shipped_terms
from summarize.khmer.normalise import clean
from summarize.names.institutions import PAGE, bodies
from summarize.wordlists import word_set

ROWS = [line.split("\t") for line in PAGE.read_text("utf-8").splitlines()[1:]]
KINDS = word_set(
    """
    ministry state parliament council authority court party ngo bank university media security
    association hospital administration company un international armed
    """
)


def test_no_name_and_no_acronym_stands_twice() -> None:
    names = Counter(name for body in bodies() for name in (*body.names, *body.acronyms))
    assert [name for name, count in names.items() if count > 1] == []


def test_khmer_stands_here_or_in_the_glossary_never_in_both() -> None:
    terms = {term.source for term in shipped_terms()}
    for english, _, _, khmer, _, source in ROWS:
        assert (source == "glossary") == (english in terms) == (not khmer), english


def test_khmer_is_in_the_agreed_encoding() -> None:
    assert [body.english for body in bodies() if body.khmer != clean(body.khmer)] == []


def test_kinds_and_sources_are_known() -> None:
    assert {body.kind for body in bodies()} <= KINDS
    assert {body.source for body in bodies()} <= {"glossary", "corpus", "press", "known"}
