"""Markdown: a heading for each story, its sentences in both languages, and who told it."""

from collections.abc import Iterator

from summarize.digest import words
from summarize.digest.records import Digest, Entry, Sentence, Teller
from summarize.output.markdown import escape
from summarize.output.words import link_of


def render(digest: Digest) -> bytes:
    """UTF-8 Markdown; what comes from articles is escaped."""
    parts = [f"# {words.TITLE}", words.summary_line(digest)]
    parts += filter(None, [words.standing_line(digest.standings)])
    if notice := words.notice(digest):
        parts.append(f"**{notice}**")
    for entry in digest:
        parts += _entry(entry)
    return ("\n\n".join(parts) + "\n").encode("utf-8")


def _entry(entry: Entry) -> Iterator[str]:
    yield f"## {escape(entry.title.english)}"
    if entry.title.khmer:
        yield f"**{escape(entry.title.khmer)}** *({escape(entry.title.mark)})*"
    if standing := words.standing_line(entry.standings):
        yield standing
    yield from (_sentence(one) for one in entry.sentences)
    tellers = "\n".join(f"- {_teller(one)}" for one in entry.tellers)
    yield f"{words.tellers_line(entry)}\n\n{tellers}"


def _sentence(sentence: Sentence) -> str:
    """The Khmer stands below its English, in the same paragraph."""
    if not sentence.khmer:
        return escape(sentence.english)
    return f"{escape(sentence.english)}\\\n{escape(sentence.khmer)} *({escape(sentence.mark)})*"


def _teller(teller: Teller) -> str:
    told = words.teller_words(teller)
    place = f"<{link}>" if (link := link_of(teller.source)) else escape(teller.source)
    return f"{escape(told)} — {place}" if told else place
