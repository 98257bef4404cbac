"""One spelling a name: ``spellings.tsv`` has what writers also wrote, a tab, and what stands."""

import re
from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_suffix(".tsv")
_WHOLE = "(?![\u17b6-\u17d3])"
"""No sign follows, which would make it another word."""


@cache
def table() -> dict[str, str]:
    """What is not written, with what is."""
    rows = (line.partition("\t") for line in TABLE.read_text("utf-8").splitlines())
    return {variant: chosen for variant, _, chosen in rows}


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(table(), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(map(re.escape, longest_first))}){_WHOLE}")


def spelt(khmer: str) -> str:
    """``khmer`` with each name in its one spelling."""
    return _pattern().sub(lambda match: table()[match[0]], khmer)


def variants(khmer: str) -> list[str]:
    """Spellings in ``khmer`` that are not used."""
    return _pattern().findall(khmer)
