"""What of the house style concerns the whole story: first mentions, and where it ends."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from summarize.khmer.style.house import HouseStyle
from summarize.khmer.style.names import Mention, show_names
from summarize.records import Segment

_LAST_MARK: Final = re.compile(r"។(?=\s*$)")


def close_story(
    segments: Sequence[Segment],
    style: HouseStyle,
    mentions: Sequence[Sequence[Mention]] = (),
) -> tuple[Segment, ...]:
    """``segments`` of one story in the house style, each already styled by itself. Idempotent.

    ៕ stands at the very end or nowhere, as ``style.story_end`` says; elsewhere it becomes ។. A
    story that ends in another mark keeps that. ``mentions`` has the names of each segment, if any.
    """
    targets = [segment.target.replace("៕", "។") for segment in segments]
    if style.story_end and targets:
        targets[-1] = _LAST_MARK.sub("៕", targets[-1])
    if mentions:
        targets = show_names(targets, mentions, style.spelt_names, style.known_names)
    return tuple(
        replace(segment, target=target) for segment, target in zip(segments, targets, strict=True)
    )
