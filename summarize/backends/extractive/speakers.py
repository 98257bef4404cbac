"""Who *he*, *she* or *the minister* is: told by the sentence before, by the role, or not at all.

Nothing is guessed: two people who might be meant are nobody.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from summarize.backends.extractive.people import Mention, Person, by_name, mentions
from summarize.backends.extractive.usable import QUOTATION, VERB
from summarize.backends.extractive.wording import FEMALE, MALE, ROLE, SPEECH

FARTHEST = 3
"""Sentences that may lie between a pronoun and the name it stands for."""
PRONOUN = re.compile(
    rf"^[(\[]?(?P<opening>He|She|His|Her)\b|^(?![“\"])[^,“”\"]{{3,80}}, (?P<after>he|she)\b|"
    rf"[,.?!][”\"]? (?P<tail>he|she)(?= (?:also |later |then |has |had )?{SPEECH}\b)|"
    rf"[,.?!][”\"]? {SPEECH} (?P<last>he|she)\b"
)
ROLE_SPEAKS = re.compile(
    rf"(?:^|[,.?!][”\"]? (?:{SPEECH} )?)(?P<role>[Tt]he (?:\w+ )?(?P<noun>{ROLE}|\d+-year-old|"
    rf"man|woman))"
    rf"(?= (?:also |later |then |has |had )?{SPEECH}\b|(?<=said the )|[.,]|$)",
)
STAND_IN = re.compile(rf"^The (?:\d+-year-old|{ROLE})\b(?! (?:of|for|at|in|from)\b)")
"""Opens a sentence about whom the one before was about."""
NO_SUBJECT = re.compile(
    r"\b(?:with|to|by|for|of|from|against|and|or|about|after|than|like|told|asked|[a-z]+ing) $",
    re.I,
)
"""Stands before a name that is no subject."""
SPOKE_BEFORE = re.compile(
    r"\b(?!told|tells|asked|urged|warned)(?:"
    rf"{SPEECH}|according to) (?:(?!that\b)[\w’'-]+ ){{0,3}}$",
    re.I,
)
SPEAKS_AFTER = re.compile(
    rf",? (?:also |later |then |has |had )?{SPEECH}\b|, [^“”\"]{{1,60}}, {SPEECH}\b"
)


@dataclass(frozen=True, slots=True)
class Reference:
    """A word at ``start:end`` that stands for ``person``; ``kind`` is its part in the sentence."""

    person: Person
    start: int
    end: int
    kind: str


class Speakers:
    """The references of one article."""

    def __init__(self, texts: Sequence[str], everybody: Sequence[Person]) -> None:
        self._texts = texts
        self._everybody = everybody
        called = by_name(everybody)
        self._own = [mentions(_unquoted(text), called) for text in texts]

    def reference(self, index: int) -> Reference | None:
        """The first word of a sentence that stands for somebody named elsewhere."""
        text = self._texts[index]
        pronoun = PRONOUN.search(_unquoted(text))
        if pronoun and not self._named_before(index, pronoun.start(pronoun.lastgroup or 0)):
            return self._pronoun(index, pronoun)
        role = ROLE_SPEAKS.search(_unquoted(text))
        if role and not self._named_before(index, len(text)):
            return self._role(index, role)
        return None

    def _named_before(self, index: int, at: int) -> bool:
        return any(mention.start < at for mention in self._own[index])

    def _pronoun(self, index: int, found: re.Match[str]) -> Reference | None:
        group = found.lastgroup or ""
        person = self._before(index, found[group].lower(), FARTHEST)
        if person is None:
            return None
        kind = "possessive" if found[group] in {"His", "Her"} else "subject"
        return Reference(person, found.start(group), found.end(group), kind)

    def _role(self, index: int, found: re.Match[str]) -> Reference | None:
        noun = found["noun"].lower()
        bearers = {each.name: each for each in self._everybody if noun in each.roles}
        person = next(iter(bearers.values())) if len(bearers) == 1 else None
        if not bearers:
            person = self._before(index, "", 1)
            if person is not None and (person.roles and not noun[0].isdigit()):
                person = None
        if person is None:
            return None
        return Reference(person, found.start("role"), found.end("role"), "role")

    def _before(self, index: int, pronoun: str, steps: int) -> Person | None:
        """The one person whom the sentence before ``index`` is about."""
        if index == 0 or steps == 0:
            return None
        text = _unquoted(self._texts[index - 1])
        named = {mention.person.name: mention for mention in self._own[index - 1]}
        if len(named) > 1:
            return None
        if named:
            [mention] = named.values()
            return mention.person if self._is_subject(text, mention, pronoun) else None
        earlier = PRONOUN.search(text)
        if earlier and _agree(earlier[earlier.lastgroup or 0].lower(), pronoun):
            return self._before(index - 1, pronoun, steps - 1)
        empty = not text.strip(' “”".,') or STAND_IN.match(text)
        return self._before(index - 1, pronoun, steps - 1) if empty else None

    def _is_subject(self, text: str, mention: Mention, pronoun: str) -> bool:
        before, after = text[: mention.start], text[mention.end :]
        if not _fits(mention.person, before, pronoun):
            return False
        speaks = bool(SPEAKS_AFTER.match(after)) or bool(SPOKE_BEFORE.search(before))
        opens = before.rpartition(", ")[2]
        return speaks or not (VERB.search(opens) or NO_SUBJECT.search(before))


def _unquoted(text: str) -> str:
    """``text`` with its quotations blanked, offsets as before."""
    return QUOTATION.sub(lambda found: _blank(found[0]), text)


def _blank(quotation: str) -> str:
    """Its marks and its last character, which may part it from who speaks."""
    return "“" + " " * (len(quotation) - 3) + quotation[1:][-2:-1] + "”"


def _agree(one: str, other: str) -> bool:
    return not other or (one in {"he", "his"}) == (other in {"he", "his"})


def _fits(person: Person, before: str, pronoun: str) -> bool:
    """Whether nothing says that the person is of the other sex."""
    if not pronoun:
        return True
    words = set(re.findall(r"[a-z]+", before.lower())) | set(person.roles)
    return words.isdisjoint(FEMALE if pronoun in {"he", "his"} else MALE)
