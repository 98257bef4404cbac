"""Plain text, stacked: headline, English summary and Khmer draft; data, with no comment on it.

Never in columns: terminals do not agree on how wide Khmer is, and tables lose letters.
"""

from collections.abc import Iterator, Sequence

from summarize.output.words import heading_of, paragraphs_of
from summarize.records import Article, Headline, Result, Segment, Summary

RULE = "─" * 40


def render(results: Sequence[Result]) -> bytes:
    """UTF-8 text, one block for each result, parted by rules."""
    blocks = [_block(result) for result in results]
    return f"\n{RULE}\n\n".join(blocks).encode("utf-8")


def _block(result: Result) -> str:
    segments = result.draft.segments if result.draft else ()
    return "".join(pieces(result.article, result.summary, result.headline, segments))


def pieces(
    article: Article,
    summary: Summary | None,
    headline: Headline | None,
    segments: Sequence[Segment],
    *,
    so_far: bool = False,
) -> list[str]:
    """The text of a result in whole lines: English headline and summary, then pieces of Khmer.

    These are the headline and each sentence; without a summary, each paragraph. With ``so_far``
    there are only the first ``segments``, and what is not whole yet is left out.
    """
    khmer = headline.khmer if headline else None
    if so_far and headline and khmer is None:
        segments = ()
    top = [f"{khmer.target}\n"] if khmer else []
    if summary is None:
        return _parted([*top, *_paragraphs(article, segments, so_far)])
    sentences = "\n".join(sentence.text for sentence in summary.sentences)
    english = f"{heading_of(article, headline)}\n\n{sentences}\n"
    lines = [f"{segment.target}\n" for segment in segments]
    return [*_parted([english, *top, *lines[:1]]), *lines[1:]]


def _parted(blocks: Sequence[str]) -> list[str]:
    """``blocks`` with an empty line before each but the first."""
    return [*blocks[:1], *(f"\n{block}" for block in blocks[1:])]


def _paragraphs(article: Article, segments: Sequence[Segment], so_far: bool) -> Iterator[str]:
    """The Khmer of a translated text, in the paragraphs of its English."""
    targets = {segment.sentence: segment.target for segment in segments}
    for ids in paragraphs_of(article):
        if so_far and not targets.keys() >= set(ids):
            return
        yield " ".join(targets[one] for one in ids if one in targets) + "\n"
