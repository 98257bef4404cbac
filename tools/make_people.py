"""Write the names of people that the checks know: ``python -m tools.make_people FILE``.

``FILE`` has lines of kind, Latin name and Khmer name, as ``people_names.tsv`` of the project. Full
names are taken apart; each Khmer form has all its Latin forms, and whether it is a family name.
"""

import argparse
from collections.abc import Iterable
from pathlib import Path

from summarize.khmer.normalise import key
from summarize.names.listed import PAGE


def rows(lines: Iterable[str]) -> list[str]:
    """Khmer form, Latin forms in small letters, and ``family`` or ``given``."""
    latin: dict[str, set[str]] = {}
    families: set[str] = set()
    for line in lines:
        kind, name, khmer = line.split("\t")
        parts, forms = name.lower().split(), key(khmer).split()
        if len(parts) != len(forms):
            continue
        for part, form in zip(parts, forms, strict=True):
            latin.setdefault(form, set()).add(part)
        if kind == "khmer_family" or (kind in ("khmer_full", "asian") and len(forms) > 1):
            families.add(forms[0])
    return [
        f"{form}\t{'|'.join(sorted(names))}\t{'family' if form in families else 'given'}"
        for form, names in sorted(latin.items())
    ]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path, help="lines of kind, Latin name and Khmer name")
    text = parser.parse_args().file.read_text("utf-8")
    PAGE.write_text("\n".join(rows(text.splitlines())) + "\n", "utf-8")
