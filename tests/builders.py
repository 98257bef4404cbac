"""Small builders of records for tests: one call, no files, no models."""

import hashlib

from summarize.records import Article, Segment, Sentence

KHMER_TITLE = "ព័ត៌មាន"
"""The title of articles for tests of all but headlines: it is Khmer, so that none is drafted."""


def build_article(*sentences: str, title: str = "", source: str = "-") -> Article:
    """Build an article of the given sentences, one paragraph each, with exact offsets."""
    text = "\n\n".join(sentences)
    digest = hashlib.sha256(f"{title}\n\n{text}".encode()).hexdigest()
    return Article(
        id=digest[:12],
        title=title,
        source=source,
        sha256=digest,
        text=text,
        sentences=tuple(_located(sentences)),
    )


def _located(sentences: tuple[str, ...]) -> list[Sentence]:
    located, start = [], 0
    for number, text in enumerate(sentences, 1):
        end = start + len(text)
        located.append(Sentence(f"a{number}", text, start, end, paragraph=number - 1))
        start = end + 2
    return located


def build_segments(*pairs: tuple[str, str]) -> list[Segment]:
    """Build the segments k1, k2, … of a draft from pairs of English and Khmer."""
    return [
        Segment(f"k{n}", f"s{n}", source, target) for n, (source, target) in enumerate(pairs, 1)
    ]
