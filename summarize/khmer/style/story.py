"""What of the house style concerns the whole story: first mentions, and where it ends."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from summarize.glossary import NO_TERMS, Glossary
from summarize.khmer.style.house import HouseStyle
from summarize.khmer.style.names import add_latin
from summarize.khmer.style.spelt import Spelt, show_spelt
from summarize.records import Segment

_LAST_MARK: Final = re.compile(r"។(?=\s*$)")


def close_story(
    segments: Sequence[Segment],
    style: HouseStyle,
    glossary: Glossary = NO_TERMS,
    spelt: Sequence[Sequence[Spelt]] = (),
) -> tuple[Segment, ...]:
    """``segments`` of one story in the house style, each already styled by itself. Idempotent.

    ៕ stands at the very end or nowhere, as ``style.story_end`` says; elsewhere it becomes ។. A
    story that ends in another mark keeps that. ``spelt`` has the names of each segment that the
    program has spelt by their sound, if any.
    """
    targets = [segment.target.replace("៕", "។") for segment in segments]
    if style.story_end and targets:
        targets[-1] = _LAST_MARK.sub("៕", targets[-1])
    if style.latin_names:
        targets = add_latin(targets, [segment.source for segment in segments], glossary)
    if spelt:
        targets = show_spelt(targets, spelt, style.spelt_names)
    return tuple(
        replace(segment, target=target) for segment, target in zip(segments, targets, strict=True)
    )
