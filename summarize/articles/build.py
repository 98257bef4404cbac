"""Title and paragraphs, cleaned, checked to be English and cut into sentences: the Article."""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence

from summarize.articles.boilerplate import drop_boilerplate
from summarize.articles.capitals import in_ordinary_case, spellings
from summarize.articles.characters import clean_characters, one_line
from summarize.articles.dateline import part_dateline
from summarize.articles.language import identify, require_english
from summarize.articles.limits import MAX_CHARACTERS, refuse_many, refuse_many_paragraphs
from summarize.articles.page import Page
from summarize.articles.paragraphs import unwrap
from summarize.articles.sentences import split_sentences
from summarize.errors import ArticleError
from summarize.records import Article, Sentence

BETWEEN = "\n\n"
"""What parts two paragraphs of ``Article.text``."""
TITLE_WORDS = 20
TITLE_CHARACTERS = 150
ABOVE_LEAD = 4
"""Paragraphs among which a dateline is looked for."""
LETTER = re.compile(r"[^\W\d_]")
LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
FOREIGN = 0.5
"""Share of the letters of a paragraph from which it is not in the Latin script."""
CAPITALS = re.compile(r"\b[A-Z]{2,}[^\w.!?]+(?:[A-Z]+[^\w.!?]+)*[A-Z]{2,}\b")
"""Two words in capitals and nothing else between them: maybe a whole sentence is."""
SENTENCE_END = re.compile(r"[.!?…:;,][”’\"')\]]*$")


def article_from_text(
    text: str, *, title: str = "", source: str = "-", force: bool = False
) -> Article:
    """Make an article of plain English text, whose lines may be wrapped.

    Without ``title`` the first line is taken for one if it stands alone, is short and does not end
    like a sentence. Raises ``ArticleError`` where no text is left and ``NotEnglishError`` on other
    languages, unless ``force``; ``Article.language`` then has the code.
    """
    return build_article(Page(title, unwrap(clean_characters(text))), source, force=force)


def build_article(page: Page, source: str, *, force: bool = False) -> Article:
    """Make an article of ``page``; ``source`` names it in the record and in errors."""
    name = "The text" if source == "-" else source
    refuse_many(sum(map(len, page.paragraphs)), MAX_CHARACTERS, "characters", name)
    refuse_many_paragraphs(len(page.paragraphs), name)
    paragraphs = drop_boilerplate(filter(None, map(one_line, page.paragraphs)))
    title = one_line(page.title)
    if not title:
        title, paragraphs = _take_title(paragraphs)
    elif paragraphs and paragraphs[0].casefold() == title.casefold():
        paragraphs = paragraphs[1:]
    if not any(map(str.isalpha, "".join(paragraphs))):
        raise ArticleError(f"{name} holds no text to summarise", "Check that it is the right one.")
    paragraphs, left_out = _latin(paragraphs, page.left_out)
    dateline, paragraphs = _take_dateline(paragraphs)
    title, paragraphs = _in_ordinary_case(title, paragraphs)
    text = BETWEEN.join(paragraphs)
    if not force:
        require_english(text, name)
    digest = hashlib.sha256(f"{title}{BETWEEN}{text}".encode()).hexdigest()
    return Article(
        id=digest[:12],
        title=title,
        source=source,
        sha256=digest,
        text=text,
        sentences=tuple(_sentences(text, paragraphs)),
        language=identify(text) if force else "en",
        dateline=dateline,
        left_out=left_out,
    )


def _take_title(paragraphs: Sequence[str]) -> tuple[str, list[str]]:
    """Part a headline from the story below it; ("", paragraphs) where there is none."""
    first, *rest = paragraphs or [""]
    short = len(first.split()) <= TITLE_WORDS and len(first) <= TITLE_CHARACTERS
    if rest and short and not SENTENCE_END.search(first):
        return first, rest
    return "", list(paragraphs)


def _latin(paragraphs: list[str], left_out: tuple[str, ...]) -> tuple[list[str], tuple[str, ...]]:
    """Of a text in two scripts the paragraphs in Latin letters, and what is left out then."""
    kept = [paragraph for paragraph in paragraphs if not _is_foreign(paragraph)]
    dropped = len(paragraphs) - len(kept)
    if not dropped or not any(map(SENTENCE_END.search, kept)):
        return paragraphs, left_out
    name = "a paragraph" if dropped == 1 else f"{dropped} paragraphs"
    return kept, (*left_out, f"{name} in another script")


def _is_foreign(paragraph: str) -> bool:
    letters = len(LETTER.findall(paragraph))
    return letters > 0 and len(LATIN.findall(paragraph)) < (1 - FOREIGN) * letters


def _take_dateline(paragraphs: list[str]) -> tuple[str, list[str]]:
    """Part the dateline from the lead; a paragraph that is nothing else goes whole.

    Points, a caption or a standfirst may stand above the lead.
    """
    for i, paragraph in enumerate(paragraphs[:ABOVE_LEAD]):
        dateline, rest = part_dateline(paragraph)
        if dateline:
            return dateline, [*paragraphs[:i], *([rest] if rest else []), *paragraphs[i + 1 :]]
    return "", paragraphs


def _in_ordinary_case(title: str, paragraphs: list[str]) -> tuple[str, list[str]]:
    """Headline and sentences that are set in capitals in the case of all others."""
    lines = [title, *paragraphs]
    if not any(map(CAPITALS.search, lines)):
        return title, paragraphs
    known = spellings(BETWEEN.join(lines))
    heading, *recased = [_recased(line, known) for line in lines]
    return heading, recased


def _recased(line: str, known: Mapping[str, str]) -> str:
    spans = split_sentences(line) if CAPITALS.search(line) else []
    ends = [end for _, end in spans[:-1]]
    pieces = [line[start:end] for start, end in zip([0, *ends], [*ends, len(line)], strict=True)]
    return "".join(in_ordinary_case(piece, known) for piece in pieces)


def _sentences(text: str, paragraphs: Sequence[str]) -> Iterator[Sentence]:
    """Number the sentences from ``a1``, paragraphs from 0."""
    paragraph, end_of_paragraph = 0, len(paragraphs[0])
    for number, (start, end) in enumerate(split_sentences(text), 1):
        while start >= end_of_paragraph:
            paragraph += 1
            end_of_paragraph += len(BETWEEN) + len(paragraphs[paragraph])
        yield Sentence(f"a{number}", text[start:end], start, end, paragraph)
