"""Plain text, stacked: headline, English summary and Khmer draft; data, with no comment on it.

Never in columns: terminals do not agree on how wide Khmer is, and tables lose letters.
"""

from collections.abc import Iterator, Mapping, Sequence

from summarize.output.words import doubtful_parts, heading_of, paragraphs_of
from summarize.records import Article, Headline, Result, Segment, Summary

RULE = "─" * 40
_ON, _OFF = "\x1b[4m", "\x1b[24m"


def render(results: Sequence[Result], *, underline: bool = False) -> bytes:
    """UTF-8 text, one block for each result, parted by rules.

    With ``underline`` the doubtful words are underlined by the codes of ANSI terminals.
    """
    blocks = [_block(result, underline) for result in results]
    return f"\n{RULE}\n\n".join(blocks).encode("utf-8")


def _block(result: Result, underline: bool) -> str:
    segments = result.draft.segments if result.draft else ()
    story = result.article, result.summary, result.headline
    return "".join(pieces(*story, segments, underline=underline))


def pieces(
    article: Article,
    summary: Summary | None,
    headline: Headline | None,
    segments: Sequence[Segment],
    *,
    so_far: bool = False,
    underline: bool = False,
) -> list[str]:
    """The text of a result in whole lines: English headline and summary, then pieces of Khmer.

    These are the headline and each sentence; without a summary, each paragraph. With ``so_far``
    there are only the first ``segments``, and what is not whole yet is left out.
    """
    shown = _underlined if underline else _plain
    khmer = headline.khmer if headline else None
    if so_far and headline and khmer is None:
        segments = ()
    top = [f"{shown(khmer)}\n"] if khmer else []
    if summary is None:
        targets = {segment.sentence: shown(segment) for segment in segments}
        return _parted([*top, *_paragraphs(article, targets, so_far)])
    sentences = "\n".join(sentence.text for sentence in summary.sentences)
    english = f"{heading_of(article, headline)}\n\n{sentences}\n"
    lines = [f"{shown(segment)}\n" for segment in segments]
    return [*_parted([english, *top, *lines[:1]]), *lines[1:]]


def _parted(blocks: Sequence[str]) -> list[str]:
    """``blocks`` with an empty line before each but the first."""
    return [*blocks[:1], *(f"\n{block}" for block in blocks[1:])]


def _plain(segment: Segment) -> str:
    return segment.target


def _underlined(segment: Segment) -> str:
    parts = doubtful_parts(segment)
    return "".join(f"{_ON}{text}{_OFF}" if is_doubtful else text for text, is_doubtful in parts)


def _paragraphs(article: Article, targets: Mapping[str, str], so_far: bool) -> Iterator[str]:
    """The Khmer of a translated text by sentence, in the paragraphs of its English."""
    for ids in paragraphs_of(article):
        if so_far and not targets.keys() >= set(ids):
            return
        yield " ".join(targets[one] for one in ids if one in targets) + "\n"
