"""All pairs of one Latin and one Khmer word that the names give, each in its group."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from summarize.names.spelling.automaton import Automaton
from summarize.names.spelling.kinds import Kind
from training.corpus.read import pairs as corpus
from training.names import ngrams
from training.names.alignment import Unit, Units, apart, cut, learn
from training.names.corpus import Pair, in_text, in_titles
from training.names.read import KIND_OF, Name, people, places

LIKELY: Final = -6.0
"""Log probability (nats) a Latin letter from which a name of several words is taken apart."""
RARE: Final = 0.04
"""Share of the forms of a word below which one is a slip of the list."""
LONGEST: Final = 20
FOUND_PERSON: Final = "person, corpus"
FOUND_FOREIGN: Final = "foreign, corpus"
_TITLES: Final = ("names_wikipedia_titles.tsv", "names_cldr.tsv", "names_iso_geonames.tsv")
_ORDER: Final = 4


class Entry(NamedTuple):
    """A word of a name; ``group`` is what measurements are reported by."""

    group: str
    latin: str
    khmer: str

    @property
    def kind(self) -> Kind:
        """The kind whose model has the word."""
        return Kind.PERSON if self.group == FOUND_PERSON else KIND_OF.get(self.group, Kind.FOREIGN)


def entries(data: Path) -> Counter[Entry]:
    """All words of names in the folder of data and in the project's corpus, with counts."""
    listed = people(data / "names" / "people_names.tsv")
    named = places(data / "names" / "cambodia_places.tsv")
    whole = sorted({("".join(n.latin), n.khmer) for n in listed})
    whole += sorted({(n.latin[0], n.khmer) for n in named if len(n.latin) == 1})
    units = learn(whole)
    found = _taken_apart([*listed, *named], units)
    units = learn(sorted({(entry.latin, entry.khmer) for entry in found}))
    titles = [line for file in _TITLES for line in _pairs(data / "enkm" / "train" / file)]
    more = list(in_text(corpus(), units).items()) + [(t, 1) for t in in_titles(titles, units)]
    return found + _grouped(more, found, units)


def _taken_apart(names: Iterable[Name], units: Units) -> Counter[Entry]:
    found: Counter[Entry] = Counter()
    for name, count in Counter(names).items():
        way = cut(name.latin, name.khmer, units)
        if way is None or (len(name.latin) > 1 and way[1] < LIKELY * sum(map(len, name.latin))):
            continue
        together = name.group != "place"
        parts = [("".join(name.latin), name.khmer)] if together else apart(name.latin, way[0])
        for latin, khmer in parts:
            if 1 < len(latin) < LONGEST:
                found[Entry(name.group, latin, khmer)] += count
    totals: Counter[tuple[str, str]] = Counter()
    for entry, count in found.items():
        totals[entry[:2]] += count
    return Counter({e: n for e, n in found.items() if n >= RARE * totals[e[:2]]})


def _grouped(
    names: Sequence[tuple[tuple[Pair, ...], int]], known: Counter[Entry], units: Units
) -> Counter[Entry]:
    """Found names, each a Cambodian's or a foreign one as the known names of people tell."""
    number: dict[Unit, int] = {}

    def numbers(pair: Pair) -> list[int]:
        way = cut((pair[0],), pair[1], units)
        return [number.setdefault(unit, len(number) + 1) for unit in way[0]] if way else []

    def taught(groups: Sequence[str]) -> Automaton:
        pairs = [(e.latin, e.khmer) for e in known if e.group in groups]
        return Automaton(ngrams.model([(0, numbers(pair)) for pair in pairs], _ORDER))

    ours, foreign = taught(["person"]), taught(["asian", "western"])
    found: Counter[Entry] = Counter()
    for name, count in names:
        ways = [numbers(pair) for pair in name]
        odds = sum(_score(ours, way) - _score(foreign, way) for way in ways)
        for latin, khmer in name:
            found[Entry(FOUND_PERSON if odds > 0 else FOUND_FOREIGN, latin, khmer)] += count
    return found


def _score(model: Automaton, way: Sequence[int]) -> float:
    return model.score(model.starts[0], way)


def _pairs(path: Path) -> list[Pair]:
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    rows = (line.split("\t") for line in lines)
    return [(row[0], row[1]) for row in rows if len(row) > 1]
