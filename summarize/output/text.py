"""Plain text, stacked: headline, English summary and Khmer draft; data, with no comment on it.

Never in columns: terminals do not agree on how wide Khmer is, and tables lose letters.
"""

from collections.abc import Sequence

from summarize.output.words import heading, khmer_headline, paragraphs_of
from summarize.records import Result

RULE = "─" * 40


def render(results: Sequence[Result]) -> bytes:
    """UTF-8 text, one block for each result, parted by rules."""
    blocks = [_block(result) for result in results]
    return f"\n{RULE}\n\n".join(blocks).encode("utf-8")


def _block(result: Result) -> str:
    khmer = [headline] if (headline := khmer_headline(result)) else []
    if result.summary is None:
        return "\n\n".join([*khmer, _whole_text(result)]) + "\n"
    parts = [heading(result)]
    parts.append("\n".join(sentence.text for sentence in result.summary.sentences))
    parts += khmer
    if result.draft is not None:
        parts.append("\n".join(segment.target for segment in result.draft.segments))
    return "\n\n".join(parts) + "\n"


def _whole_text(result: Result) -> str:
    """The Khmer of a translated text, in the paragraphs of its English."""
    targets = {s.sentence: s.target for s in result.draft.segments} if result.draft else {}
    paragraphs = [
        " ".join(targets[sentence] for sentence in paragraph if sentence in targets)
        for paragraph in paragraphs_of(result.article)
    ]
    return "\n\n".join(paragraphs)
