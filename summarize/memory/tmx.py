"""Translation memories as TMX 1.4b, the exchange form of all translation tools.

Written with ``xml:space="preserve"``, so that double spaces survive; read without entities, network
or document type. What cannot be written in XML is not in the memory: texts come normalised.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from summarize._version import __version__
from summarize.errors import ReviewError
from summarize.khmer.entered import entered
from summarize.memory.records import Entry
from summarize.safe_xml import parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

XML: Final = "http://www.w3.org/XML/1998/namespace"
_LANGUAGE: Final = f"{{{XML}}}lang"
_SPACE: Final = f"{{{XML}}}space"
_ARTICLE: Final = "x-article"
_DATE: Final = "%Y%m%dT%H%M%SZ"
_MARKUP: Final = frozenset({"bpt", "ept", "ph", "it", "ut"})
"""Elements that hold codes of the original format, which are no part of the sentence."""
_UNWRITABLE: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_EXPORT_AGAIN: Final = "Export it again as TMX 1.4 with English and Khmer."


@dataclass(frozen=True, slots=True)
class Reading:
    """What a TMX file holds; ``unfinished`` counts units that lack one of the two languages."""

    entries: tuple[Entry, ...]
    unfinished: int = 0


def write_tmx(entries: Iterable[Entry]) -> bytes:
    """``entries`` as a TMX 1.4b file in UTF-8; :func:`read_tmx` gives equal entries."""
    from lxml import etree

    root = etree.Element("tmx", version="1.4")
    etree.SubElement(
        root,
        "header",
        {
            "creationtool": "summarize",
            "creationtoolversion": __version__,
            "segtype": "sentence",
            "o-tmf": "summarize",
            "adminlang": "en",
            "srclang": "en",
            "datatype": "plaintext",
        },
    )
    body = etree.SubElement(root, "body")
    for entry in entries:
        _write_unit(body, entry)
    return etree.tostring(
        root,
        encoding="UTF-8",
        xml_declaration=True,
        pretty_print=True,
        doctype='<!DOCTYPE tmx SYSTEM "tmx14.dtd">',
    )


def read_tmx(data: bytes, name: str) -> Reading:
    """Read the units of the file ``name`` that have English and Khmer, of any regional variety.

    Khmer is normalised; of several Khmer variants of a unit each becomes an entry. Raises
    ``ReviewError`` on what is no sound TMX.
    """
    root = parse_xml(data, name, _refusal)
    if _tag(root) != "tmx":
        raise ReviewError(
            f"{name} is XML, but no TMX: it begins with <{_tag(root)}>", _EXPORT_AGAIN
        )
    entries, unfinished = list[Entry](), 0
    for unit in root.iter("{*}tu"):
        found = list(_entries(unit))
        entries += found
        unfinished += not found
    return Reading(tuple(entries), unfinished)


def _write_unit(body: "_Element", entry: Entry) -> None:
    from lxml import etree

    unit = etree.SubElement(body, "tu")
    if entry.article:
        etree.SubElement(unit, "prop", type=_ARTICLE).text = entry.article
    _write_variant(unit, "en", entry.source)
    khmer = _write_variant(unit, "km", entry.target)
    if date := _compact(entry.when):
        khmer.set("creationdate", date)
    if entry.who:
        khmer.set("creationid", _UNWRITABLE.sub("", entry.who))


def _write_variant(unit: "_Element", language: str, text: str) -> "_Element":
    from lxml import etree

    variant = etree.SubElement(unit, "tuv", {_LANGUAGE: language})
    segment = etree.SubElement(variant, "seg", {_SPACE: "preserve"})
    segment.text = _UNWRITABLE.sub("", text)
    return variant


def _refusal(message: str) -> ReviewError:
    return ReviewError(message, _EXPORT_AGAIN)


def _entries(unit: "_Element") -> Iterator[Entry]:
    """Each Khmer of ``unit`` with its English; none where a language is missing."""
    variants = [(_code(one), one) for one in unit.iterchildren("{*}tuv")]
    english = next((_text(one) for code, one in variants if code == "en"), "")
    article = "".join(p.text or "" for p in unit.iterchildren("{*}prop") if _is_article(p))
    for code, variant in variants:
        khmer = entered(_text(variant)) if code == "km" else ""
        if english.strip() and khmer:
            by = _stamped(variant, unit, "changeid", "creationid")
            when = _expanded(_stamped(variant, unit, "changedate", "creationdate"))
            yield Entry(english, khmer, by, when, article)


def _code(variant: "_Element") -> str:
    """The language without its region: en-US and EN are en. TMX 1.1 wrote ``lang``."""
    code = variant.get(_LANGUAGE) or variant.get("lang") or ""
    return str(code).lower().replace("_", "-").split("-")[0]


def _text(variant: "_Element") -> str:
    segment = next(variant.iterchildren("{*}seg"), None)
    return "" if segment is None else "".join(_pieces(segment))


def _pieces(element: "_Element") -> Iterator[str]:
    """The text in ``element`` without codes, but with what highlighting marks."""
    yield element.text or ""
    for child in element:
        if _tag(child) not in _MARKUP:
            yield from _pieces(child)
        yield child.tail or ""


def _stamped(variant: "_Element", unit: "_Element", *names: str) -> str:
    found = (element.get(name) for element in (variant, unit) for name in names)
    return next((str(value) for value in found if value), "")


def _is_article(prop: "_Element") -> bool:
    return prop.get("type") == _ARTICLE


def _tag(element: "_Element") -> str:
    return str(element.tag).rpartition("}")[2]


def _compact(when: str) -> str:
    """ISO 8601 as TMX writes it, in UTC; "" for no date."""
    try:
        return datetime.fromisoformat(when).astimezone(UTC).strftime(_DATE)
    except ValueError:
        return ""


def _expanded(date: str) -> str:
    try:
        return datetime.strptime(date, _DATE).replace(tzinfo=UTC).isoformat(timespec="seconds")
    except ValueError:
        return ""
