"""Which sentences may stand in a summary at all, whatever stands beside them."""

import re
from collections.abc import Iterable

from summarize.backends.extractive.wording import AUXILIARIES, IRREGULAR_PASTS, PRESENTS
from summarize.english.stems import tokens
from summarize.records import Sentence

FEWEST_WORDS = 5
MOST_WORDS = 100
"""Longer ones are quotations of several sentences, or lists."""

ENDS = re.compile(r"[.!…”\"’')\]]$")
QUESTION = re.compile(r"\?(?=\W*$|\s+[A-Z])")
CAPTION = re.compile(
    r"^\W*(?:photos?|pictures?|file photo|images?|watch|video|read|also read|read also|see also|"
    r"source|credit)\b ?(?:[:|]|by\b)|^\W*(?:read more|also read|follow (?:us\b|@)|click here)\b|"
    r"\((?:\w+ ){0,2}(?:photo|image|file|picture)s?\b[^)]*\)|follow @|pic\.twitter|https?://",
    re.I,
)
VERB = re.compile(rf"\b(?:{AUXILIARIES}|{IRREGULAR_PASTS}|{PRESENTS}|[a-z]{{2,}}ed)\b")
FIRST_PERSON = re.compile(
    r"\b(?:we|our|us|ours|my|me|myself|ourselves)\b|^\W*(?:We|Our|My|I)\b|"
    r", I\b|\bI(?:[’']| (?:am|was)\b)|"
    r"\b(?:that|and|but|as|if|when|what|because) I\b"
)
QUOTATION = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’(?!\w)")


def is_usable(text: str) -> bool:
    """Whether the sentence is a whole statement by the reporter or by a speaker it names."""
    return (
        FEWEST_WORDS <= len(tokens(text)) <= MOST_WORDS
        and bool(ENDS.search(text))
        and bool(VERB.search(text))
        and not CAPTION.search(text)
        and is_balanced(text)
        and _is_attributed(QUOTATION.sub(" ", text))
    )


def is_balanced(text: str) -> bool:
    """Whether every quotation mark and bracket that opens also closes."""
    pairs = (("“", "”"), ("(", ")"), ("[", "]"))
    return text.count('"') % 2 == 0 and all(
        text.count(left) == text.count(right) for left, right in pairs
    )


def inside_quotations(sentences: Iterable[Sentence]) -> set[str]:
    """Ids of the sentences that begin inside a quotation opened earlier in their paragraph."""
    inside, open_in, paragraph = set(), False, -1
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            open_in, paragraph = False, sentence.paragraph
        if open_in:
            inside.add(sentence.id)
        open_in = _left_open(sentence.text, open_in)
    return inside


def _left_open(text: str, was_open: bool) -> bool:
    for mark in re.findall(r"[“”\"]", text):
        was_open = mark == "“" or (mark == '"' and not was_open)
    return was_open


def _is_attributed(unquoted: str) -> bool:
    """Whether what stands outside quotation marks is the reporter's, and more than a name."""
    if QUESTION.search(unquoted) or FIRST_PERSON.search(unquoted):
        return False
    return len(tokens(unquoted)) >= 2 and bool(VERB.search(unquoted))
