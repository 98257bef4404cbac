"""Puts a name where a reader of the summary would miss it, and says where it is from."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from summarize.backends.base import SummarySpec
from summarize.backends.extractive.cuts import Cut, cuts_of, cuts_to_fit, replaced
from summarize.backends.extractive.people import (
    TITLE_BEFORE,
    Mention,
    Person,
    by_name,
    mentions,
    people,
)
from summarize.backends.extractive.speakers import Reference, Speakers
from summarize.backends.extractive.usable import VERB
from summarize.english.common import TITLES
from summarize.english.names import names
from summarize.records import Article

ANSWER = re.compile(r"^(?P<mark>A|Answer)\s?:(?=\s?[“\"])")
TIE = re.compile(
    r"(?:(?:But|And|Yet)|(?:However|Meanwhile|Still|Moreover|Furthermore|Additionally|Besides|Also|"
    r"In addition|At the same time),) (?=[a-zA-Z])(?!(?:then|still|if|when|not|what|how|why|"
    r"who)\b)\w"
)
"""A word that ties a sentence to the one before and adds nothing to what it says."""
FREE = re.compile(
    r"\W*(?:because|yes|no|so|and|but|that|this|it|they|he|she|not|only|maybe|both|neither)\b", re.I
)
"""Openings of an answer that need the question."""


@dataclass(frozen=True, slots=True)
class Change:
    """``text`` stands at ``start:end`` of a sentence; it is copied from ``person``'s first naming.

    ``begin`` and ``finish`` are where in the sentence of the first naming the copy lies. Without
    ``person``, a word that tied the sentence to the one before was taken off.
    """

    start: int
    end: int
    text: str
    person: Person | None = None
    begin: int = 0
    finish: int = 0


class Names:
    """Who is who in one article, asked sentence by sentence. Costly to make: once an article."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        everybody = people(texts)
        called = by_name(everybody)
        self._mentions = [mentions(text, called) for text in texts]
        self._speakers = Speakers(texts, everybody)
        self._interviewed = self._most_named() if any(map(ANSWER.match, texts)) else None

    def namings(
        self,
        index: int,
        known: Collection[str] = (),
        follows: bool = False,
        before: Collection[str] = (),
    ) -> list[Change]:
        """What has to be put into a sentence, in order.

        ``known`` are the full names that the summary has had; ``follows``: whether the sentence
        before it in the article is in the summary as well; ``before`` are the names of the sentence
        before it in the summary: where it has but the one that is meant, a pronoun will do.
        """
        text = self._texts[index]
        if (answer := ANSWER.match(text)) and self._interviewed:
            return [self._of(index, 0, answer.end("mark"), self._interviewed, "named")]
        found, told = [], set(known)
        if not follows and (tie := TIE.match(text)):
            found.append(_untied(tie))
        if not follows and (reference := self._speakers.reference(index)):
            if reference.kind == "role" or set(before) != {reference.person.name}:
                found.append(self._referring(index, reference))
            told.add(reference.person.name)
        for mention in self._mentions[index]:
            new = mention.person.name not in told and not mention.is_full
            if new and mention.person.sentence < index:
                found.append(self._mention(index, mention))
            told.add(mention.person.name)
        return sorted(found, key=lambda each: each.start)

    def told(self, index: int) -> set[str]:
        """Full names that a sentence makes known."""
        return {each.person.name for each in self._mentions[index]}

    def returns_to_scene(self, index: int, news: int) -> bool:
        """Whether a sentence is about somebody named before the nut graph and not in it."""
        spans = (found.text for text in self._texts[:news] for found in names(text))
        scene = {word for span in spans for word in span.split()}
        scene -= {word for span in names(self._texts[news]) for word in span.text.split()}
        reference = self._speakers.reference(index)
        first = re.match(r"\W*(\w+)", self._texts[index])
        about = reference.person.name.split() if reference else []
        about += [each.person.name.split()[-1] for each in self._mentions[index]]
        return not scene.isdisjoint([*about, *(first.groups() if first else ())])

    def is_answer(self, index: int) -> bool:
        """Whether a sentence is an answer that says enough without its question."""
        answer = ANSWER.match(self._texts[index])
        if not answer or not self._interviewed:
            return False
        said = self._texts[index][answer.end() :]
        return bool(VERB.search(said)) and not FREE.match(said)

    def _most_named(self) -> Person | None:
        """Who answers: the one named most often."""
        named = Counter(each.person for own in self._mentions for each in own)
        most = named.most_common(2)
        clear = len(most) == 1 or (len(most) > 1 and most[0][1] > most[1][1])
        return most[0][0] if clear else None

    def _referring(self, index: int, reference: Reference) -> Change:
        return self._of(index, reference.start, reference.end, reference.person, reference.kind)

    def _mention(self, index: int, mention: Mention) -> Change:
        titled = TITLE_BEFORE.search(self._texts[index][: mention.start])
        kind = "named" if titled else "subject"
        return self._of(index, mention.start, mention.end, mention.person, kind)

    def _of(self, index: int, start: int, end: int, person: Person, kind: str) -> Change:
        there = self._texts[person.sentence]
        begin = person.start if kind in {"named", "role"} else person.title
        if begin == 0 and start > 0 and there.split()[0].lower() not in TITLES:
            begin = person.start  # capitalised only because a sentence begins there
        text = there[begin : person.end]
        if start == 0:
            text = text[0].upper() + text[1:]
        if kind == "possessive":
            text += "’s"
        if kind == "role":
            closing = "" if self._texts[index][end : end + 1] in {".", ","} else ","
            text, start = f", {text}{closing}", end
        return Change(start, end, text, person, begin, person.end)


def _untied(tie: re.Match[str]) -> Change:
    first = tie[0][-1]
    if first.isupper():
        return Change(0, tie.end() - 1, "")
    return Change(0, tie.end(), first.upper())


def changes(text: str, namings: Sequence[Change], spec: SummarySpec) -> list[Change]:
    """The names, and where ``spec`` says so the cuts that touch none of them, in order."""

    def joined(cuts: Sequence[Cut]) -> list[Change]:
        apart = (cut for cut in cuts if all(c.end < cut[0] or cut[1] < c.start for c in namings))
        return sorted([*namings, *(Change(*cut) for cut in apart)], key=lambda each: each.start)

    if spec.form == "push":
        return joined(cuts_to_fit(text, lambda cuts: spec.holds(put(text, joined(cuts)))))
    return joined(cuts_of(text) if spec.compress else ())


def put(text: str, namings: Sequence[Change]) -> str:
    """``text`` with the names in place."""
    return replaced(text, [(naming.start, naming.end, naming.text) for naming in namings])


def names_of(article: Article) -> Names:
    """Who is who in ``article``."""
    return Names([sentence.text for sentence in article.sentences])
