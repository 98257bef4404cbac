"""Names at their first mention and later ones, as a desk wants them: លោក កើត រិទ្ធ (Koeut Rith)."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, Literal

from summarize.khmer.alphabet import LETTER
from summarize.khmer.normalise import clean
from summarize.khmer.style.house import NameStyle
from summarize.khmer.titles import TITLES

Kind = Literal["person", "body", "other"]
_CONTINUES: Final = "\u17b6-\u17d3"
"""Signs that make another word of the letters before them."""
_MARK: Final = re.compile(r"[\s។៕,.»)]|\Z")
_SPACE: Final = re.compile(r"(?<=[«“(]) | (?=[ ។៕,.»)])")
_TITLED: Final = "|".join(f"(?<={title})" for title in TITLES)
"""Behind a title, a name may be written together with it."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name ``text`` of the English whose Khmer the draft should have in one of ``forms``.

    ``latin`` goes into brackets, ``short`` stands for later mentions; "" where nothing does.
    ``is_proposed`` where nobody has settled the Khmer.
    """

    text: str
    forms: tuple[str, ...]
    latin: str = ""
    short: str = ""
    kind: Kind = "person"
    is_proposed: bool = False

    @property
    def is_latin(self) -> bool:
        """Whether the name stays as the English has it."""
        return self.forms == (self.text,)


def show_names(
    targets: Sequence[str],
    mentions: Sequence[Sequence[Mention]],
    proposed: NameStyle,
    known: NameStyle,
) -> list[str]:
    """``targets`` of a story with the names of each as ``proposed`` and ``known`` say. Idempotent.

    A person named by a part of a name that the story has in full is written as in the full name.
    ``both``: Latin in brackets behind the first mention, never within others; later ones, also by a
    part, need none, and what has a short form is called so. ``latin``: people stand in Latin alone.
    """
    parts = _parts(mentions)
    shown: list[str] = []
    for target, names in zip(targets, mentions, strict=True):
        for name in names:
            style = proposed if name.is_proposed else known
            if name.kind == "person":
                name, target = _as_in_full(name, target, parts)
            if style == "latin" and name.kind == "person":
                target = _replaced(target, name, name.text)
            elif style != "khmer" and not name.is_latin:
                target = _first_or_later(target, name, shown)
        shown.append(target)
    return shown


def parts_of(text: str, khmer: str) -> dict[str, str]:
    """The Khmer of each word of a full name; empty where they do not go one by one."""
    words = text.split()
    forms = words if text == khmer else khmer.split(" ")
    return dict(zip(words, forms, strict=True)) if len(words) == len(forms) > 1 else {}


def _parts(mentions: Sequence[Sequence[Mention]]) -> dict[str, str]:
    """The Khmer of each word of the full names of people, by its first mention."""
    parts: dict[str, str] = {}
    for name in (name for names in mentions for name in names if name.kind == "person"):
        parts = {**parts_of(name.text, name.forms[0]), **parts}
    return parts


def _as_in_full(name: Mention, target: str, parts: Mapping[str, str]) -> tuple[Mention, str]:
    """A name of one word that nobody has settled, as the story has it in the full name."""
    wanted = parts.get(name.text)
    if not wanted or wanted == name.forms[0] or not (name.is_proposed or name.is_latin):
        return name, target
    return replace(name, forms=(wanted,)), _replaced(target, name, wanted)


def _replaced(target: str, name: Mention, other: str) -> str:
    """``target`` with ``other`` for the forms of ``name`` that stand in no brackets."""
    return _pattern(name).sub(
        lambda found: found[0] if _is_within(target, found.start()) else other, target
    )


def _first_or_later(target: str, name: Mention, earlier: Sequence[str]) -> str:
    found = _pattern(name).search(target)
    if not found or not name.latin:
        return target
    if not any(_is_told(name, text) for text in (*earlier, target[: found.start()])):
        return _with_latin(target, found, name.latin)
    return _shortened(target, name) if name.short else target


def _is_told(name: Mention, text: str) -> bool:
    """Whether ``text`` has the Latin in brackets, alone or as a part of a full name."""
    return bool(re.search(rf"\((?:[^()]* )?{re.escape(name.latin)}(?: [^()]*)?\)", text))


def _with_latin(target: str, found: re.Match[str], latin: str) -> str:
    start, end = found.span()
    is_there = latin in target or re.match(r"\s*[(A-Za-z]", target[end:])
    if is_there or _is_within(target, start):
        return target
    gap = "" if _MARK.match(target, end) else " "
    return f"{target[:end]} ({latin}){gap}{target[end:]}"


def _is_within(target: str, start: int) -> bool:
    return target.count("(", 0, start) > target.count(")", 0, start)


def _shortened(target: str, name: Mention) -> str:
    """The short form between spaces, but for marks; in brackets the full name stays."""
    pattern = re.compile(f" ?{_pattern(name).pattern} ?")
    text = pattern.sub(
        lambda found: found[0] if _is_within(target, found.start()) else f" {name.short} ", target
    )
    return _SPACE.sub("", text).strip()


@lru_cache(maxsize=1 << 10)
def _pattern(name: Mention) -> re.Pattern[str]:
    """Any form, the longest first, where one can tell that it is not a part of another word.

    A name that the program has spelt and that of a body end where they end.
    """
    forms = sorted({clean(form) for form in name.forms if form}, key=len, reverse=True)
    is_loose = name.kind == "body" or (name.is_proposed and " " in forms[0])
    before = "" if is_loose else f"(?:(?<![{LETTER}])|{_TITLED})"
    after = f"(?![{_CONTINUES}])" if is_loose else f"(?![{LETTER}])"
    either = "|".join(map(re.escape, forms))
    return re.compile(rf"{before}(?<![A-Za-z])(?:{either}){after}(?![A-Za-z])")
