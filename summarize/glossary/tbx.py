"""Glossaries as TBX-Basic, the exchange form of termbases.

Written as TBX version 3 (ISO 30042:2019, dialect TBX-Basic, style DCA); read as that, in style DCT,
and as version 2 (ISO 30042:2008, ``martif``). A concept becomes a term for each English name that
is not deprecated: its preferred Khmer is the target, other Khmer are variants, deprecated or
superseded Khmer is forbidden. English that is only admitted beside other is a Latin spelling of it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from summarize.errors import GlossaryError
from summarize.glossary.records import STATUSES, Term, tidy
from summarize.glossary.tables import Reading
from summarize.safe_xml import parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

NAMESPACE: Final = "urn:iso:std:iso:30042:ed-2"
_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_PREFERRED, _ADMITTED = "preferredTerm-admn-sts", "admittedTerm-admn-sts"
_DEPRECATED: Final = "deprecatedTerm-admn-sts"
_REFUSED: Final = ("deprecatedTerm", "supersededTerm")
_NOTED: Final = ("status", "title", "office")
"""Fields that TBX-Basic has no place for: a note such as ``office: minister of justice``."""
_FIELD: Final = re.compile(rf"({'|'.join((*_NOTED, 'note'))}): (.*)", re.DOTALL)
"""Such a note; one of people that looks like it begins with ``note:``."""
_UNREVIEWED: Final = ("unprocessed", "provisionallyProcessed")
_FRAME: Final = f"""\
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="{NAMESPACE}">
<tbxHeader><fileDesc><sourceDesc><p>English-Khmer glossary</p></sourceDesc></fileDesc></tbxHeader>
<text><body/></text>
</tbx>"""
_EXPORT_AGAIN: Final = "Export it again as TBX-Basic, or as CSV."


def write_tbx(terms: Iterable[Term]) -> str:
    """``terms`` as a TBX-Basic file; :func:`read_tbx` gives equal terms."""
    from lxml import etree

    root = etree.fromstring(_FRAME)
    body = next(_all(root, "body"))
    for number, term in enumerate(terms, start=1):
        _write_concept(body, f"c{number}", term)
    etree.indent(root)
    written = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return str(written, "utf-8") + "\n"


def read_tbx(text: str, name: str) -> Reading:
    """Read the concepts of the file ``name``. Raises ``GlossaryError`` on what is no sound TBX.

    The document is parsed without network; one that defines entities is refused.
    """
    root = parse_xml(text.encode("utf-8"), name, _refusal, "utf-8")
    if _tag(root) not in ("tbx", "martif"):
        raise GlossaryError(
            f"{name} is XML, but no TBX: it begins with <{_tag(root)}>", _EXPORT_AGAIN
        )
    terms, unfinished = list[Term](), list[str]()
    for concept in _all(root, "conceptEntry", "termEntry"):
        found = _terms(concept)
        terms += found
        if not found:
            label = concept.get("id") or f"at line {concept.sourceline}"
            unfinished.append(f"concept {label} lacks an English or a Khmer term")
    return Reading(tuple(terms), tuple(unfinished))


def _refusal(message: str) -> GlossaryError:
    return GlossaryError(message, _EXPORT_AGAIN)


def _terms(concept: "_Element") -> list[Term]:
    """One term for each English name of ``concept``; none where a language is missing."""
    english, khmer = (list(_sections(concept, codes)) for codes in (("en", "eng"), ("km", "khm")))
    named = [(text, status) for text, status in english if not status.startswith(_REFUSED)]
    sources = [text for text, status in named if not status.startswith("admittedTerm")]
    latin = [text for text, status in named if status.startswith("admittedTerm")]
    if not sources:
        sources, latin = latin, []
    good = [(text, status) for text, status in khmer if not status.startswith(_REFUSED)]
    good.sort(key=lambda item: not item[1].startswith("preferredTerm"))  # stable: else as written
    forbidden = tuple(text for text, status in khmer if status.startswith(_REFUSED))
    if not good:
        return []
    target, *variants = (text for text, _ in good)
    term = Term("", target, tuple(variants), forbidden, latin=tuple(latin), **_described(concept))
    return [tidy(replace(term, source=source)) for source in sources]


def _sections(concept: "_Element", codes: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Each name in one language, with its administrative status, "" where it has none."""
    for language in _all(concept, "langSec", "langSet"):
        if language.get(_LANGUAGE, "").lower().split("-")[0] not in codes:
            continue
        for section in _all(language, "termSec", "tig", "ntig"):
            text = next(("".join(_texts(term)) for term in _all(section, "term")), "")
            if text.strip():
                yield text, _administrative_status(section)


def _administrative_status(section: "_Element") -> str:
    for note in _all(section, "termNote", "administrativeStatus"):
        if _tag(note) == "administrativeStatus" or note.get("type") == "administrativeStatus":
            return "".join(_texts(note)).strip()
    return ""


def _described(concept: "_Element") -> dict[str, Any]:
    """What is said of the concept itself, by us or by other tools; its notes one a line."""
    found: dict[str, Any] = {}
    lines = []
    for child in concept:
        text = "".join(_texts(child)).strip()
        if child.get("type") == "processStatus" and text in _UNREVIEWED:
            found["status"] = "proposed"
        elif child.get("type") == "source":
            found["origin"] = text
        elif _tag(child) == "transacGrp":
            found.update(_approval(child))
        elif _tag(child) == "note":
            field, said = _field(text)
            lines += [said] if field == "note" else []
            found.update({} if field == "note" else {field: said})
    return {**found, "note": "\n".join(lines)}


def _field(note: str) -> tuple[str, str]:
    """The field that a note holds, and what it says."""
    match = _FIELD.fullmatch(note)
    if not match or (match[1] == "status" and match[2] not in STATUSES):
        return "note", note
    if match[1] == "note" and not _FIELD.fullmatch(match[2]):
        return "note", note
    return match[1], match[2]


def _approval(group: "_Element") -> dict[str, str]:
    """Who answers for the term, and since when."""
    names = (note for note in _all(group, "transacNote") if note.get("type") == "responsibility")
    found = {"approver": next(names, None), "approved": next(_all(group, "date"), None)}
    return {key: "".join(_texts(one)) for key, one in found.items() if one is not None}


def _write_concept(body: "_Element", identifier: str, term: Term) -> None:
    concept = _child(body, "conceptEntry", id=identifier)
    if term.origin:
        _child(concept, "admin", term.origin, type="source")
    if term.approver or term.approved:
        _write_approval(concept, term)
    if term.note:
        _child(concept, "note", f"note: {term.note}" if _FIELD.fullmatch(term.note) else term.note)
    for field in _NOTED:
        said = getattr(term, field)
        if said and said != "approved":
            _child(concept, "note", f"{field}: {said}")
    english = _language(concept, "en")
    _write_name(english, term.source)
    for text in term.latin:
        _write_name(english, text, _ADMITTED)
    khmer = _language(concept, "km")
    _write_name(khmer, term.target, _PREFERRED)
    for text in term.variants:
        _write_name(khmer, text, _ADMITTED)
    for text in term.forbidden:
        _write_name(khmer, text, _DEPRECATED)


def _write_approval(concept: "_Element", term: Term) -> None:
    group = _child(concept, "transacGrp")
    _child(group, "transac", "modification", type="transactionType")
    if term.approver:
        _child(group, "transacNote", term.approver, type="responsibility")
    if term.approved:
        _child(group, "date", term.approved)


def _language(concept: "_Element", code: str) -> "_Element":
    section = _child(concept, "langSec")
    section.set(_LANGUAGE, code)
    return section


def _write_name(language: "_Element", text: str, status: str = "") -> None:
    section = _child(language, "termSec")
    _child(section, "term", text)
    if status:
        _child(section, "termNote", status, type="administrativeStatus")


def _child(parent: "_Element", tag: str, text: str | None = None, **attributes: str) -> "_Element":
    from lxml import etree

    child = etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}", attributes)
    child.text = text
    return child


def _all(parent: "_Element", *tags: str) -> Iterator["_Element"]:
    """Descendants of these names, in any namespace."""
    return parent.iter(*(f"{{*}}{tag}" for tag in tags))


def _tag(element: "_Element") -> str:
    return str(element.tag).rpartition("}")[2]


def _texts(element: "_Element") -> Iterator[str]:
    """All text within, markup left out."""
    return (str(text) for text in element.itertext())
