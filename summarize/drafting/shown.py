"""The names of a draft as the house style is told of them."""

import re
from collections.abc import Iterable
from itertools import chain
from typing import Final

from summarize.drafting.known import wanted
from summarize.drafting.wanted import Wanted
from summarize.glossary import Glossary
from summarize.khmer.normalise import key
from summarize.khmer.style.names import Mention
from summarize.records import Segment

_FULL: Final = 3  # letters of Khmer for one of an acronym: ណាតូ is NATO itself, no full name
_NUMBER: Final = re.compile("[0-9]")


def mentions(segments: Iterable[Segment], glossary: Glossary) -> list[list[Mention]]:
    """The names of each segment, in order; none of one from the memory, whose wording stays."""
    return [
        [shown for one in wanted(segment.source, glossary) if (shown := _mention(one))]
        if not segment.origin
        else []
        for segment in segments
    ]


def _mention(one: Wanted) -> Mention | None:
    """``None`` for advice, and for places that only the lists of the program have."""
    if one.is_advice or (one.kind in ("place", "country") and one.is_listed):
        return None
    forms = tuple(dict.fromkeys((one.khmer, *chain.from_iterable(one.forms))))
    if one.kind in ("person", "word"):
        return Mention(one.text, forms, _plain(one.text), is_proposed=one.is_spelt)
    if one.kind == "body":
        name = one.acronym or ("" if one.is_listed and not one.text.isupper() else one.text)
        return Mention(one.text, forms, _plain(name), _short(one, name), "body")
    return Mention(one.text, forms, _plain(one.text), kind="other")


def _plain(latin: str) -> str:
    """A number in brackets would count as a figure."""
    return latin if latin.isascii() and not _NUMBER.search(latin) else ""


def _short(one: Wanted, acronym: str) -> str:
    """The acronym, where the English has it and the Khmer is the full name."""
    is_full = len(key(one.khmer)) > _FULL * len(acronym)
    return acronym if one.text == acronym and acronym.isupper() and is_full else ""
