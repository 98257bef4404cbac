"""Names that the program has spelt by their sound: shown as proposals."""

import re
from collections.abc import Sequence

from summarize.khmer.style.house import SpeltStyle

Spelt = tuple[str, str]
"""A name as the English has it, and the Khmer that was made of it."""


def show_spelt(
    targets: Sequence[str], spelt: Sequence[Sequence[Spelt]], style: SpeltStyle
) -> list[str]:
    """``targets`` of a story with their names in ``spelt`` as ``style`` says.

    A name of one word is written as in the whole name, where the story has that. ``both``: the
    Latin name stands in brackets behind the first mention; later ones, also by a part of the name,
    need none. ``latin``: it stands instead. Idempotent.
    """
    parts = _parts(spelt)
    told: set[str] = set()
    shown = []
    for target, names in zip(targets, spelt, strict=True):
        for latin, first in names:
            khmer = parts.get(latin, first)
            target = target.replace(first, khmer)
            if style == "khmer":
                continue
            if style == "latin":
                target = target.replace(khmer, latin)
            elif khmer in target and told.isdisjoint(latin.split()):
                target = _with_latin(target, latin, khmer)
                told.update(latin.split())
        shown.append(target)
    return shown


def _parts(spelt: Sequence[Sequence[Spelt]]) -> dict[str, str]:
    """The Khmer of each word of the whole names, by its first mention."""
    parts: dict[str, str] = {}
    for latin, khmer in (name for names in spelt for name in names):
        words, forms = latin.split(), khmer.split(" ")
        if len(words) == len(forms) > 1:
            for word, form in zip(words, forms, strict=True):
                parts.setdefault(word, form)
    return parts


def _with_latin(target: str, latin: str, khmer: str) -> str:
    start = target.index(khmer)
    is_within = target.count("(", 0, start) > target.count(")", 0, start)
    if latin in target or is_within:
        return target
    end = start + len(khmer)
    gap = "" if re.match(r"[\s។៕,.»)]|\Z", target[end:]) else " "
    return f"{target[:end]} ({latin}){gap}{target[end:]}"
