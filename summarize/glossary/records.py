"""The records of a glossary."""

import hashlib
import json
import re
from dataclasses import asdict, dataclass, replace
from typing import Final, Literal, get_args

from summarize.khmer.alphabet import INVISIBLE

Status = Literal["approved", "proposed", "cldr"]
STATUSES: Final[tuple[Status, ...]] = get_args(Status)
_UNSEEN: Final = re.compile(rf"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff{INVISIBLE}]+")


@dataclass(frozen=True, slots=True)
class Term:
    """An English term, the Khmer that must stand for it, and what else may or must not.

    ``target`` or one of ``variants`` is required where ``source`` occurs; any of ``forbidden`` is
    a fault. A term that is not to be translated has its ``source`` as ``target``. ``status`` tells
    how far to trust it: a ``proposed`` one awaits a Khmer translator, ``cldr`` comes from Unicode.
    """

    source: str
    target: str
    variants: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    note: str = ""
    status: Status = "approved"

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

        Notes are for people and steer nothing: they do not count.
        """
        if not self.terms:
            return ""
        terms = [asdict(replace(term, note="")) for term in self.terms]
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
    )


def _line(text: str) -> str:
    if text.isprintable() and "  " not in text:  # as good as always, and quick
        return text.strip()
    return " ".join(_UNSEEN.sub(_visible, text).split())


def _visible(match: re.Match[str]) -> str:
    """A tab parts words; a word break or a control character does not."""
    return " " if any(character.isspace() for character in match[0]) else ""
