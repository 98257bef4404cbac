"""From chosen sentences to summary sentences: copied, each change told with its offsets."""

from collections.abc import Iterator, Sequence

from summarize.backends.base import SummarySpec
from summarize.backends.extractive.naming import Change, Names, changes, names_of, put
from summarize.records import Article, Edit, Sentence, Source, SummarySentence

USUAL = SummarySpec()


def copied(
    article: Article,
    chosen: Sequence[int],
    spec: SummarySpec = USUAL,
    names: Names | None = None,
) -> Iterator[SummarySentence]:
    """The chosen sentences, numbered, with names where the reader would miss them.

    Points, which stand each for itself, name everybody anew. ``names`` are those of the article,
    if they are there already.
    """
    names = names or names_of(article)
    known, before = set[str](), set[str]()
    for number, index in enumerate(chosen, 1):
        if spec.form == "points":
            namings = names.namings(index)
        else:
            namings = names.namings(index, known, index - 1 in chosen, before)
        before = names.told(index) | {each.person.name for each in namings if each.person}
        known |= before
        text = article.sentences[index].text
        yield _sentence(number, article, index, changes(text, namings, spec))


def _sentence(
    number: int, article: Article, index: int, namings: Sequence[Change]
) -> SummarySentence:
    own = article.sentences[index]
    edits = tuple(_edits(article, own, namings))
    sources = dict.fromkeys(
        [_source(own), *(_source(home) for each in namings if (home := _home(article, each)))]
    )
    return SummarySentence(
        f"s{number}", put(own.text, namings), tuple(sources), support=1.0, edits=edits
    )


def _edits(article: Article, own: Sentence, namings: Sequence[Change]) -> Iterator[Edit]:
    shift = 0
    for naming in namings:
        home, start = _home(article, naming), naming.start + shift
        origin = _part(home, naming.begin, naming.finish) if home else None
        was = own.text[naming.start : naming.end]
        yield Edit(start, start + len(naming.text), was, own.start + naming.start, origin)
        shift += len(naming.text) - len(was)


def _home(article: Article, naming: Change) -> Sentence | None:
    """Where the article first names whom ``naming`` names."""
    return article.sentences[naming.person.sentence] if naming.person else None


def _part(home: Sentence, begin: int, finish: int) -> Source:
    return Source(home.id, home.start + begin, home.start + finish)


def _source(sentence: Sentence) -> Source:
    return Source(sentence.id, sentence.start, sentence.end)
