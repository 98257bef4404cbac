"""One page of a digest that needs nothing else: the font is in it, and no script runs."""

from collections.abc import Iterator
from html import escape
from importlib.resources import files

from summarize.digest import words
from summarize.digest.records import Digest, Entry, Sentence, Teller
from summarize.output.fonts import font_face
from summarize.output.security import policy
from summarize.output.words import link_of


def render(digest: Digest) -> bytes:
    """A UTF-8 page; everything that comes from an article, a model or a person is escaped."""
    style = f"{font_face()}\n{files(__name__).joinpath('page.css').read_text('utf-8')}"
    page = (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy(style, fonts="data:")}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{words.TITLE}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        + "\n".join(_body(digest))
        + "\n</body>\n</html>\n"
    )
    return page.encode("utf-8")


def _body(digest: Digest) -> Iterator[str]:
    yield f"<h1>{words.TITLE}</h1>\n<p>{words.summary_line(digest)}</p>"
    if standing := words.standing_line(digest.standings):
        yield f'<p class="note">{standing}</p>'
    if notice := words.notice(digest):
        yield f"<p><strong>{notice}</strong></p>"
    for entry in digest:
        yield from _entry(entry)


def _entry(entry: Entry) -> Iterator[str]:
    yield f"<article>\n<h2>{escape(entry.title.english)}</h2>"
    if entry.title.khmer:
        yield _khmer(entry.title, "headline")
    if standing := words.standing_line(entry.standings):
        yield f'<p class="note">{standing}</p>'
    yield from (_sentence(one) for one in entry.sentences)
    yield f"<h3>{words.tellers_line(entry)}</h3>\n<ul>"
    yield from (f"<li>{_teller(one)}</li>" for one in entry.tellers)
    yield "</ul>\n</article>"


def _sentence(sentence: Sentence) -> str:
    english = f"<p>{escape(sentence.english)}</p>"
    if not sentence.khmer:
        return english
    return f"{english}\n{_khmer(sentence)}"


def _khmer(sentence: Sentence, kind: str = "sentence") -> str:
    mark = f'<span class="mark {sentence.standing}" lang="en">{escape(sentence.mark)}</span>'
    return f'<p lang="km" class="{kind}">{escape(sentence.khmer)} {mark}</p>'


def _teller(teller: Teller) -> str:
    told, link = words.teller_words(teller), link_of(teller.source)
    if link:
        return f'<a href="{escape(link)}">{escape(told or link)}</a>'
    return " — ".join(map(escape, filter(None, (told, teller.source))))
