"""A changed glossary redoes the sentences it steers, and no others."""

from pathlib import Path

from summarize.cache import Store
from summarize.checks import Context
from summarize.glossary import Glossary, Term
from summarize.pipeline import Pipeline
from tests.builders import KHMER_TITLE, build_article
from tests.scripted import ScriptedTranslator

COURT = "The court opened a new trial in the town."
RAIN = "The rain fell on the rice for nine days."
KHMER = {
    COURT: "តុលាការបានបើកសវនាការថ្មីនៅក្នុងទីក្រុង។",
    RAIN: "ភ្លៀងបានធ្លាក់លើស្រូវអស់រយៈពេលប្រាំបួនថ្ងៃ។",
}
ARTICLE = build_article(COURT, RAIN, title=KHMER_TITLE)


def translated(folder: Path, *terms: Term) -> list[str]:
    """The sentences that a run with ``terms`` sends to the translator for a first draft."""
    translator = ScriptedTranslator(KHMER)
    store = Store(folder, 1_000_000, print)
    context = Context(Glossary(terms))
    Pipeline(None, translator, store, context=context).run([ARTICLE])
    return [text for texts, careful in translator.calls if not careful for text in texts]


def test_a_term_that_occurs_redoes_its_sentence_only(tmp_path: Path) -> None:
    assert translated(tmp_path) == [COURT, RAIN]
    assert translated(tmp_path, Term("court", "តុលាការ")) == [COURT]


def test_a_term_that_does_not_occur_redoes_nothing(tmp_path: Path) -> None:
    translated(tmp_path, Term("court", "តុលាការ"))
    assert translated(tmp_path, Term("bridge", "ស្ពាន"), Term("court", "តុលាការ")) == []


def test_a_changed_term_redoes_and_a_changed_note_does_not(tmp_path: Path) -> None:
    translated(tmp_path, Term("court", "តុលាការ"))
    assert translated(tmp_path, Term("court", "តុលាការ", note="law")) == []
    assert translated(tmp_path, Term("court", "តុលាការ", ("សាលាក្តី",))) == [COURT]
