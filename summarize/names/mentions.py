"""What was found in a text: a place or a body, where it stands and what Khmer calls it."""

from dataclasses import dataclass

Span = tuple[int, int]
"""Start and end of characters in a text."""


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place of Cambodia that an English text names.

    ``text[start:end]`` is the name as it is written, ``phrase`` the span with the word for its
    kind ("Krakor district", "village of Ream"): the name alone where the English has no such
    word, or shares it ("Krakor and Bakan districts"). ``latin`` is the official spelling.
    ``khmer`` is the name alone, ``titled`` with the Khmer word for what it is (ស្រុកក្រគរ), empty
    where it may be of two kinds. ``kind`` is one of :data:`gazetteer.KIND_WORDS` or ``town`` (the
    provincial town, by the name of its province); ``code`` is the official code, empty where
    several places have that very name.
    """

    start: int
    end: int
    latin: str
    khmer: str
    kind: str
    code: str
    titled: str
    phrase: Span

    @property
    def is_asked(self) -> bool:
        """Whether the English says what kind of place it is, so that the Khmer should as well."""
        return self.phrase != (self.start, self.end)


@dataclass(frozen=True, slots=True)
class BodyMention:
    """An institution: ``text[start:end]`` names it, ``english`` is its usual name.

    ``acronym`` is what the press abbreviates it to in Latin letters, or empty.
    """

    start: int
    end: int
    english: str
    khmer: str
    kind: str
    acronym: str
