"""The files of names: pairs of Latin words and Khmer words, by kind."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from summarize.khmer.alphabet import BASE, LETTER
from summarize.khmer.normalise import clean
from summarize.names.spelling.kinds import Kind
from summarize.names.spelling.letters import words

_KHMER: Final = re.compile(f"[{BASE}][{LETTER}]*")
_PEOPLE: Final = {
    "khmer_family": "person",
    "khmer_given": "person",
    "khmer_full": "person",
    "asian": "asian",
    "western": "western",
}
_BRACKETS: Final = re.compile(r'\([^)]*\)|"')
KIND_OF: Final = {"person": Kind.PERSON, "place": Kind.PLACE}


class Name(NamedTuple):
    """A name whose Khmer is written without a space, however many words the Latin has.

    ``group`` is what measurements are reported by: person, place, asian, western, or another.
    """

    group: str
    latin: tuple[str, ...]
    khmer: str

    @property
    def kind(self) -> Kind:
        """The kind whose model has the name."""
        return KIND_OF.get(self.group, Kind.FOREIGN)


def people(path: Path) -> list[Name]:
    """The words of ``people_names.tsv`` (kind, Latin, Khmer): a name for each Khmer word."""
    found = []
    for kind, latin, khmer in _rows(path):
        if group := _PEOPLE.get(kind):
            found += [Name(group, part, form) for part, form in _matched(latin, khmer)]
    return [name for name in found if _KHMER.fullmatch(name.khmer)]


def places(path: Path) -> list[Name]:
    """The names of ``cambodia_places.tsv`` (kind, code, Latin, Khmer)."""
    found = []
    for _, _, latin, khmer in _rows(path):
        parts, form = tuple(words(_BRACKETS.sub(" ", latin))), clean(khmer).replace(" ", "")
        if parts and _KHMER.fullmatch(form):
            found.append(Name("place", parts, form))
    return found


def romanised(path: Path) -> list[tuple[str, str]]:
    """The pairs of ``romanised_words.tsv`` (Latin, Khmer), words of a dictionary, in order."""
    rows = {("".join(words(latin)), clean(khmer)) for latin, khmer in _rows(path)}
    return sorted(row for row in rows if row[0] and _KHMER.fullmatch(row[1]))


def _matched(latin: str, khmer: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each Khmer word with its Latin words: as many, or the rest for the last (Bun Leng)."""
    parts, forms = words(latin), clean(khmer).split()
    if len(parts) < len(forms) or (len(forms) > 2 and len(parts) > len(forms)):
        return
    for number, form in enumerate(forms):
        last = number == len(forms) - 1
        yield tuple(parts[number:] if last else parts[number : number + 1]), form


def _rows(path: Path) -> Iterator[list[str]]:
    for line in path.read_text("utf-8").splitlines():
        yield line.split("\t")
