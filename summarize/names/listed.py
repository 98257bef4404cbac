"""The names of people that the program has a list of, with the Khmer of each.

The list is made by ``tools/make_people.py``.
"""

from functools import lru_cache
from pathlib import Path
from typing import Final

PAGE: Final = Path(__file__).with_name("data") / "people.tsv"
Row = tuple[str, tuple[str, ...], bool]
"""A Khmer form, the Latin names in small letters that it is written for, whether of a family."""


@lru_cache(maxsize=1)
def rows() -> tuple[Row, ...]:
    """All rows of the list."""
    lines = (line.split("\t") for line in PAGE.read_text("utf-8").splitlines())
    return tuple((form, tuple(names.split("|")), role == "family") for form, names, role in lines)


@lru_cache(maxsize=1)
def latin() -> frozenset[str]:
    """Every Latin name, in small letters."""
    return frozenset(name for _, names, _ in rows() for name in names)


@lru_cache(maxsize=1)
def families() -> frozenset[str]:
    """Those that are Cambodian family names."""
    return frozenset(name for _, names, is_family in rows() if is_family for name in names)
