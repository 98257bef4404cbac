"""Glossaries as TBX-Basic, the exchange form of termbases.

Written as TBX version 3 (ISO 30042:2019, dialect TBX-Basic, style DCA); read as that, in style DCT,
and as version 2 (ISO 30042:2008, ``martif``). A concept becomes a term for each English name that
is not deprecated: its preferred Khmer is the target, other Khmer are variants, deprecated or
superseded Khmer is forbidden.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from summarize.errors import GlossaryError
from summarize.glossary.records import STATUSES, Status, Term, tidy
from summarize.glossary.tables import Reading
from summarize.safe_xml import parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

NAMESPACE: Final = "urn:iso:std:iso:30042:ed-2"
_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_PREFERRED, _ADMITTED = "preferredTerm-admn-sts", "admittedTerm-admn-sts"
_DEPRECATED: Final = "deprecatedTerm-admn-sts"
_REFUSED: Final = ("deprecatedTerm", "supersededTerm")
_STATUS: Final = "status: "
"""How a note begins that holds what TBX-Basic has no field for."""
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
    sources = [text for text, status in english if not status.startswith(_REFUSED)]
    good = [(text, status) for text, status in khmer if not status.startswith(_REFUSED)]
    good.sort(key=lambda item: not item[1].startswith("preferredTerm"))  # stable: else as written
    forbidden = tuple(text for text, status in khmer if status.startswith(_REFUSED))
    if not good:
        return []
    target, *variants = (text for text, _ in good)
    note, status = _note_and_status(concept)
    return [
        tidy(Term(source, target, tuple(variants), forbidden, note, status)) for source in sources
    ]


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


def _note_and_status(concept: "_Element") -> tuple[str, Status]:
    """The notes of the concept itself, one a line, and what they or other tools say of it."""
    status: Status = "approved"
    lines = []
    for child in concept:
        text = "".join(_texts(child)).strip()
        if child.get("type") == "processStatus" and text in _UNREVIEWED:
            status = "proposed"
        elif _tag(child) == "note":
            named = [s for s in STATUSES if text == f"{_STATUS}{s}"]
            status = named[0] if named else status
            lines += [] if named else [text]
    return "\n".join(lines), status


def _write_concept(body: "_Element", identifier: str, term: Term) -> None:
    concept = _child(body, "conceptEntry", id=identifier)
    if term.note:
        _child(concept, "note", term.note)
    if term.status != "approved":
        _child(concept, "note", _STATUS + term.status)
    _write_name(_language(concept, "en"), term.source)
    khmer = _language(concept, "km")
    _write_name(khmer, term.target, _PREFERRED)
    for text in term.variants:
        _write_name(khmer, text, _ADMITTED)
    for text in term.forbidden:
        _write_name(khmer, text, _DEPRECATED)


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
