"""Write the places that the checks compare: ``python -m tools.make_places``.

Names come from the glossary of CLDR (Unicode licence v3) and from ``place_choices.tsv``, which says
what else newspapers write, and which names are too doubtful to ask for or to accuse of.
"""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from summarize.glossary.store import shipped_terms
from summarize.khmer.normalise import key
from summarize.names.entities import PAGE

CHOICES: Final = Path(__file__).with_name("place_choices.tsv")
CLDR_KINDS: Final = {"place": "country", "city": "city", "language": "country"}
SHORTEST: Final = 5
"""Characters of a Khmer name of CLDR that was not looked at and may accuse."""
LEFT_OUT: Final = re.compile(
    r"Mali|Niue|Niger|Jersey|Guam|Eurozone|Mexico City|Pashto|Réunion|Sofia|Santiago|Juba|Lome|Apia"
    r"|(?:\w+ern|North|South|Southeast|Central|Latin) (?:Asia|Africa|Europe|America)|United Nations"
)
"""Names that are something else as well, and parts of continents: what follows them says which."""

PHRASE: Final = "phrase"
"""Words that have a place in them, as the names of currencies and seas do."""
MINISTRY: Final = "ministry"

Row = tuple[str, list[str], list[str]]


def rows() -> Iterator[Row]:
    """Kind, English names and Khmer names of every place; chosen ones first, then the others."""
    terms = _terms()
    chosen = [_chosen(line, terms) for line in CHOICES.read_text("utf-8").splitlines()[1:]]
    phrases = [form for kind, _, forms in chosen if kind == PHRASE for form in forms]
    chosen = [row for row in chosen if row[0] != PHRASE]
    yield from (_with(row, phrases) for row in chosen)
    done = {name.removeprefix("?") for _, english, _ in chosen for name in english}
    khmer = {form.removeprefix("?") for _, _, forms in chosen for form in forms}
    for name, (kind, forms) in terms.items():
        if (
            kind != "language"
            and name not in done
            and not LEFT_OUT.fullmatch(name)
            and khmer.isdisjoint(forms)
        ):
            sure = [form if len(form) >= SHORTEST else f"?{form}" for form in forms]
            yield kind, [name], sure


def _with(row: Row, phrases: list[str]) -> Row:
    """``row`` with the phrases that have one of its names in them, which may mean the place."""
    kind, english, khmer = row
    names = [form for form in khmer if not form.startswith("?")]
    own = [f"?{phrase}" for phrase in phrases if any(name in phrase for name in names)]
    return kind, english, khmer + own


def _terms() -> dict[str, tuple[str, list[str]]]:
    found: dict[str, tuple[str, list[str]]] = {}
    for term in shipped_terms():
        if term.note in CLDR_KINDS:
            forms = [key(form) for form in (term.target, *term.variants)]
            found[term.source] = (term.note, forms)
    return {name: (CLDR_KINDS[kind], forms) for name, (kind, forms) in found.items()}


def _chosen(line: str, terms: dict[str, tuple[str, list[str]]]) -> Row:
    kind, english, khmer = line.split("\t")
    if kind == MINISTRY:
        return _ministry(english.split("|"), khmer.split("|"))
    names = english.split("|")
    own = [key(form) for form in khmer.split("|") if form]
    known = {form.removeprefix("?") for form in own}
    asked = [name for name in names if not name.startswith("?")]
    listed = [form for name in asked for form in terms.get(name, ("", []))[1] if form not in known]
    return kind, names, list(dict.fromkeys(own + listed))


def _ministry(portfolios: list[str], khmer: list[str]) -> Row:
    """A ministry by what it is in charge of; the word alone may stand for it."""
    titles = [name.title().replace("’S", "’s") for name in portfolios]
    names = [form for name in titles for form in (f"Ministry of {name}", f"{name} Ministry")]
    hints = [f"?{word}" for word in (*portfolios, *titles)]
    forms = [head + key(word) for word in khmer for head in ("ក្រសួង", "?")]
    return MINISTRY, names + hints, forms


if __name__ == "__main__":
    argparse.ArgumentParser(description=__doc__.splitlines()[0]).parse_args()
    lines = ["kind\tenglish\tkhmer"]
    lines += ["\t".join((kind, "|".join(names), "|".join(khmer))) for kind, names, khmer in rows()]
    PAGE.write_text("\n".join(lines) + "\n", "utf-8")
