"""Plain text, stacked: headline, English summary and Khmer draft; data, with no comment on it.

Never in columns: terminals do not agree on how wide Khmer is, and tables lose letters.
"""

from collections.abc import Sequence

from summarize.output.words import heading, paragraphs_of
from summarize.records import Article, Result, Segment, Summary

RULE = "─" * 40


def render(results: Sequence[Result]) -> bytes:
    """UTF-8 text, one block for each result, parted by rules."""
    blocks = [_block(result) for result in results]
    return f"\n{RULE}\n\n".join(blocks).encode("utf-8")


def _block(result: Result) -> str:
    segments = result.draft.segments if result.draft else ()
    return "".join(pieces(result.article, result.summary, segments))


def pieces(
    article: Article,
    summary: Summary | None,
    segments: Sequence[Segment],
    *,
    so_far: bool = False,
) -> list[str]:
    """The text of a result in whole lines: headline and summary, then a piece of Khmer each.

    Without a summary the pieces are paragraphs. With ``so_far`` there are only the first
    ``segments``, and a paragraph that is not whole yet is left out.
    """
    if summary is None:
        return _paragraphs(article, segments, so_far)
    english = "\n".join(sentence.text for sentence in summary.sentences)
    khmer = [f"{segment.target}\n" for segment in segments]
    gap = ["\n" + khmer[0]] if khmer else []
    return [f"{heading(article)}\n\n{english}\n", *gap, *khmer[1:]]


def _paragraphs(article: Article, segments: Sequence[Segment], so_far: bool) -> list[str]:
    """The Khmer of a translated text, in the paragraphs of its English."""
    targets = {segment.sentence: segment.target for segment in segments}
    found = []
    for ids in paragraphs_of(article):
        if so_far and not targets.keys() >= set(ids):
            break
        found.append(" ".join(targets[one] for one in ids if one in targets) + "\n")
    return [*found[:1], *(f"\n{text}" for text in found[1:])]
