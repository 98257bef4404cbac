"""The records of a glossary."""

import hashlib
import json
import re
from dataclasses import dataclass, replace
from typing import Final, Literal, get_args

from summarize.khmer.alphabet import INVISIBLE
from summarize.wordlists import word_set

Status = Literal["approved", "proposed", "cldr"]
STATUSES: Final[tuple[Status, ...]] = get_args(Status)
STEERING: Final = ("source", "target", "variants", "forbidden", "status", "latin")
"""Fields of a term that steer what is drafted and found, as some notes do; the rest is for people.
"""
KINDS: Final = word_set("city currency day institution language month name news person place title")
"""Notes that say what kind of term it is; any other is a remark."""
_UNSEEN: Final = re.compile(rf"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff{INVISIBLE}]+")


@dataclass(frozen=True, slots=True)
class Term:
    """An English term, the Khmer that must stand for it, and what else may or must not.

    ``target`` or one of ``variants`` is required where ``source`` occurs; any of ``forbidden`` is
    a fault. A term that is not to be translated has its ``source`` as ``target``. ``status`` tells
    how far to trust it: a ``proposed`` one awaits a Khmer translator, ``cldr`` comes from Unicode.

    The rest is the ledger of names. ``latin`` are other Latin spellings of the source, which count
    like it; the others are for people: the ``title`` and ``office`` of a person, the ``origin`` of
    the Khmer form, who approved it (``approver``) and when (``approved``, such as 2026-11-29).
    """

    source: str
    target: str
    variants: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    note: str = ""
    status: Status = "approved"
    latin: tuple[str, ...] = ()
    title: str = ""
    office: str = ""
    origin: str = ""
    approver: str = ""
    approved: str = ""

    @property
    def spellings(self) -> tuple[str, ...]:
        """What the English may have: the source, then other Latin spellings of it."""
        return (self.source, *self.latin)

    @property
    def is_kept(self) -> bool:
        """Whether the term stays as it is in English."""
        return self.source == self.target


@dataclass(frozen=True, slots=True)
class Glossary:
    """Terms in order; where two have the same source, the later one holds."""

    terms: tuple[Term, ...] = ()

    @property
    def sha256(self) -> str:
        """Identifies the terms, for the cache; "" for none, so that an empty glossary is none.

        What is for people and steers nothing does not count.
        """
        if not self.terms:
            return ""
        terms = [
            {field: getattr(term, field) for field in STEERING}
            | ({"note": term.note} if term.note in KINDS else {})
            for term in self.terms
        ]
        text = json.dumps(terms, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()


NO_TERMS: Final = Glossary()


def tidy(term: Term) -> Term:
    """``term`` without characters that cannot be seen; all but the note on one line each.

    Word breaks (U+200B) go as well: Khmer is stored without. Idempotent.
    """
    return replace(
        term,
        source=_line(term.source),
        target=_line(term.target),
        variants=tuple(filter(None, map(_line, term.variants))),
        forbidden=tuple(filter(None, map(_line, term.forbidden))),
        note="\n".join(_line(line) for line in term.note.split("\n")).strip(),
        latin=tuple(filter(None, map(_line, term.latin))),
        title=_line(term.title),
        office=_line(term.office),
        origin=_line(term.origin),
        approver=_line(term.approver),
        approved=_line(term.approved),
    )


def _line(text: str) -> str:
    if text.isprintable() and "  " not in text:  # as good as always, and quick
        return text.strip()
    return " ".join(_UNSEEN.sub(_visible, text).split())


def _visible(match: re.Match[str]) -> str:
    """A tab parts words; a word break or a control character does not."""
    return " " if any(character.isspace() for character in match[0]) else ""
