"""A summary longer than was asked for, in English or in Khmer."""

from collections.abc import Sequence
from typing import Final

from summarize.checks.base import Located
from summarize.khmer.alphabet import ZWSP
from summarize.records import Segment, SummarySentence

_SHORTEN: Final = "Shorten it by hand: nothing more could be left out without changing a fact."


def check(
    sentences: Sequence[SummarySentence],
    segments: Sequence[Segment],
    words: int,
    characters: int,
) -> list[Located]:
    """What is beyond ``words`` or ``characters``, told where it begins; 0 is no bound.

    Words are counted in English only: Khmer writes no spaces between them. Characters are code
    points, without those that only mark where a line may break.
    """
    found: list[Located] = []
    english = " ".join(sentence.text for sentence in sentences)
    if sentences and words and len(english.split()) > words:
        message = (
            f"The summary has {len(english.split())} words; {words} were asked for. {_SHORTEN}"
        )
        found.append((sentences[0].id, message))
    if sentences and characters and len(english) > characters:
        message = (
            f"The summary has {len(english)} characters; {characters} were asked for. {_SHORTEN}"
        )
        found.append((sentences[0].id, message))
    khmer = len(" ".join(segment.target for segment in segments).replace(ZWSP, ""))
    if segments and characters and khmer > characters:
        message = f"The Khmer has {khmer} characters; {characters} were asked for. Shorten it."
        found.append((segments[0].id, message))
    return found
