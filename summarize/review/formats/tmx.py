"""TMX 1.4b of one review: besides the texts each unit has its id and state.

The translation memory has a TMX of its own (:mod:`summarize.memory.tmx`), of approved pairs only.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, get_args

from summarize._version import __version__
from summarize.errors import ReviewError
from summarize.review.formats.records import (
    Document,
    Imported,
    Row,
    has_khmer,
    read_version,
)
from summarize.review.formats.xml import (
    AGAIN,
    LANGUAGE,
    SPACE,
    child,
    parse,
    place_of,
    serialise,
    tag,
    text_of,
)
from summarize.review.records import State

if TYPE_CHECKING:
    from lxml.etree import _Element

_CODES: Final = frozenset({"bpt", "ept", "ph", "it", "ut"})
_HEADER: Final = {
    "creationtool": "summarize",
    "creationtoolversion": __version__,
    "segtype": "sentence",
    "o-tmf": "summarize",
    "adminlang": "en",
    "srclang": "en",
    "datatype": "plaintext",
}
_FRAME: Final = '<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"/>'


def write(document: Document) -> bytes:
    """A unit for each segment, its id as ``tuid``."""
    from lxml import etree

    root = etree.fromstring(_FRAME)
    child(root, "header", **_HEADER)
    body = child(root, "body")
    for row in document.rows:
        _write_unit(body, row)
    return serialise(root)


def read(data: bytes, name: str) -> list[Imported]:
    """Every Khmer of every unit of the file ``name``; a tool may add its own beside the old one."""
    root = parse(data, name)
    if tag(root) != "tmx":
        raise ReviewError(f"{name} is XML, but no TMX: it begins with <{tag(root)}>", AGAIN)
    return [one for unit in root.iter("{*}tu") for one in _imported(unit, place_of(unit, name))]


def _write_unit(body: "_Element", row: Row) -> None:
    one = row.segment
    unit = child(body, "tu", tuid=one.key)
    for note in row.told:
        child(unit, "note", note)
    own = {"status": one.state, "sha256": one.source_sha256, "version": str(one.version)}
    for name, value in own.items():
        child(unit, "prop", value, type=f"x-{name}")
    for language, text in (("en", one.source), ("km", one.target)):
        variant = child(unit, "tuv")
        variant.set(LANGUAGE, language)
        child(variant, "seg", text).set(SPACE, "preserve")


def _imported(unit: "_Element", place: str) -> Iterator[Imported]:
    texts = [
        (_language(one), text_of(next(one.iterchildren("{*}seg"), None), _CODES))
        for one in unit.iterchildren("{*}tuv")
    ]
    english = next((text for language, text in texts if language == "en"), "")
    own = {prop.get("type"): prop.text or "" for prop in unit.iterchildren("{*}prop")}
    status = own.get("x-status")
    for language, text in texts:
        if language == "km" or (language != "en" and has_khmer(text)):  # some write kh or khm
            yield Imported(
                unit.get("tuid", ""),
                text,
                english,
                own.get("x-sha256", ""),
                read_version(own.get("x-version", "")),
                next((state for state in get_args(State) if state == status), None),
                place,
            )


def _language(variant: "_Element") -> str:
    """The language without its region: km-KH is km. TMX 1.1 wrote ``lang``."""
    code = variant.get(LANGUAGE) or variant.get("lang") or ""
    return str(code).lower().replace("_", "-").split("-")[0]
