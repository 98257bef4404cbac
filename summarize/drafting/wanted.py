"""A name whose Khmer is known, and whether a draft has it."""

import re
from dataclasses import dataclass
from typing import Final

from summarize.drafting.stand_ins import Kind
from summarize.khmer.normalise import key

_OF_A_KIND: Final = "(?<!ខេត្ត)(?<!ស្រុក)(?<!ខណ្ឌ)(?<!ឃុំ)(?<!សង្កាត់)(?<!ភូមិ)"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A name ``text`` of an English sentence, at ``start``, and the ``khmer`` that is put in.

    The draft has it when it has one of each of ``forms``. Where it ``is_advice`` nobody has
    approved the Khmer, and the draft may put it in another way; where it ``is_spelt`` it is a
    proposal, made of the sound by the program or awaiting approval by a desk. ``acronym`` is that
    of a body; ``is_listed`` tells that a list has the name, as of places, but not the glossary.
    """

    text: str
    start: int
    kind: Kind
    khmer: str
    forms: tuple[tuple[str, ...], ...]
    is_advice: bool = False
    is_spelt: bool = False
    acronym: str = ""
    is_listed: bool = True

    @property
    def end(self) -> int:
        """Where the name ends in the sentence."""
        return self.start + len(self.text)

    @property
    def apart(self) -> str:
        """The Khmer as it is put in: people are named between spaces, see :func:`spaced`."""
        return f" {self.khmer} " if self.kind in ("person", "word") else self.khmer

    def stands_in(self, target: str) -> bool:
        """Whether the Khmer ``target`` has the name."""
        text = _plain(target)
        return all(any(self._is_form(form, text) for form in own) for own in self.forms)

    def _is_form(self, form: str, text: str) -> bool:
        """A place does not count behind the word for another kind of place."""
        before = _OF_A_KIND if self.kind == "place" else ""
        return bool(re.search(before + re.escape(_plain(form)), text))


def spaced(text: str) -> str:
    """``text`` without the spaces that names brought to where there is one, or should be none."""
    text = re.sub(" {2,}", " ", text)
    return re.sub(r" (?=[។៕!?,.»”)])|(?<=[«“(]) ", "", text).strip()


def _plain(text: str) -> str:
    return key(text).replace(" ", "")
