"""Sentence boundaries with exact offsets: sentencex, and a few corrections for news English.

A quotation of several sentences stays one sentence with the words that introduce it, so that no
sentence has an opening quotation mark without its closing one.
"""

import re
from collections.abc import Iterator

Span = tuple[int, int]

LINE = re.compile(r"[^\r\n\u2028\u2029]+")
WINDOW = 20_000
"""Characters given to sentencex at once: longer than any paragraph of an article."""
ABBREVIATION = re.compile(
    r"(?:^|[\s(“\"])(?:Ven|Pol|Govt|H\.E|Maj|Hon|Ft|Vols?|Paras?|Arts?|Secs?|Figs?|Km|Natl|Nat[’']l|"
    r"Intl|[Aa]pprox)\.$|^\d{1,2}\.$"
)
"""What sentencex takes for an end: titles, measures, parts of laws and books, a list number."""
ROAD = re.compile(r"\b(?:Rd|Blvd|Ave|St)\.$")
ROAD_NUMBER = re.compile(r"(?:No\. ?)?\d")
HOUR = re.compile(r"\b[ap]\.m\.$")
DAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")

WITHOUT_QUOTES = str.maketrans(dict.fromkeys('"“”', "\u2007"))
"""Every quotation mark becomes a space that ends no line, so that offsets stay exact."""

MISSED = re.compile(r"(?:\bHun Sen|\d mm|\betc)\.(?=\s+[“\"]?[A-Z])")
"""Ends that sentencex takes for abbreviations (senator, Mme): a name in the news and a unit."""


def split_sentences(text: str) -> list[Span]:
    """Split ``text`` into sentences; returns (start, end) offsets in characters, in order.

    ``text[start:end]`` is the sentence without surrounding white space, and nothing but white space
    lies between sentences. A line break always ends a sentence: join wrapped lines first.
    """
    return [
        span for line in LINE.finditer(text) for span in _rejoin(text, _segment(text, *line.span()))
    ]


def split_quotation(sentence: str) -> list[str]:
    """Split one sentence of :func:`split_sentences` where a quotation in it holds several.

    Translation models drop sentences when they are given more than one at a time. The parts joined
    by a space are the sentence again, but for its white space.
    """
    starts = [start for start, _ in split_sentences(sentence.translate(WITHOUT_QUOTES))]
    starts = [_before_opening_quote(sentence, start) for start in starts[1:]]
    ends = [*starts, len(sentence)]
    return [sentence[start:end].strip() for start, end in zip([0, *starts], ends, strict=True)]


def _before_opening_quote(text: str, start: int) -> int:
    opens = text[start - 1] == "“" or (
        text[start - 1] == '"' and text[start - 2 : start - 1] == " "
    )
    return start - 1 if opens else start


def _segment(text: str, start: int, end: int) -> Iterator[Span]:
    """Boundaries of one line as sentencex sees them, which takes quadratic time on odd quotes.

    A long line goes through in windows; the last sentence of one is the first of the next.
    """
    from sentencex import get_sentence_boundaries

    while start < end:
        found = get_sentence_boundaries("en", text[start : min(start + WINDOW, end)])
        whole = found[:-1] if start + WINDOW < end and len(found) > 1 else found
        for piece in whole:
            first, last = _stripped(text, start + piece["start_index"], start + piece["end_index"])
            if first < last:
                yield from _split_missed(text, first, last)
        start += whole[-1]["end_index"]


def _split_missed(text: str, start: int, end: int) -> Iterator[Span]:
    """Split at the ends that sentencex does not see, outside quotations."""
    for found in MISSED.finditer(text, start, end):
        if quotes_match(text[start : found.end()]):
            yield start, found.end()
            start = _stripped(text, found.end(), end)[0]
    yield start, end


def quotes_match(text: str) -> bool:
    """Whether every double quotation mark that opens in ``text`` closes in it."""
    return text.count('"') % 2 == 0 and text.count("“") == text.count("”")


def _stripped(text: str, start: int, end: int) -> Span:
    """Move both ends inwards past white space."""
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _rejoin(text: str, spans: Iterator[Span]) -> Iterator[Span]:
    """Join a span to the one before where the boundary between them is wrong."""
    held: Span | None = None
    for span in spans:
        if held is not None and _continues(text, held, span):
            held = held[0], span[1]
            continue
        if held is not None:
            yield held
        held = span
    if held is not None:
        yield held


def _continues(text: str, before: Span, after: Span) -> bool:
    """Whether ``after`` goes on with the sentence ``before``."""
    start, last = after[0], text[max(before[0], before[1] - 12) : before[1]]
    if text[start].islower() or not any(map(str.isalnum, text[slice(*after)])):
        return True
    return bool(
        ABBREVIATION.search(last)
        or (HOUR.search(last) and DAY.match(text, start))
        or (ROAD.search(last) and ROAD_NUMBER.match(text, start))
    )
