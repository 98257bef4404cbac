"""The records of a glossary."""

import hashlib
import json
from dataclasses import asdict, dataclass
from typing import Final, Literal

Status = Literal["approved", "proposed", "cldr"]


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
        """Identifies the terms, for the cache; "" for none, so that an empty glossary is none."""
        if not self.terms:
            return ""
        text = json.dumps([asdict(term) for term in self.terms], ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()


NO_TERMS: Final = Glossary()
