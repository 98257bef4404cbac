"""XLIFF 2.0 (OASIS, 2014): a ``unit`` with one ``segment`` for each of ours.

A draft is ``initial``, as is what needs work, which a ``subState`` of our own tells apart; what
people have written is ``translated``, and ``final`` once approved.
"""

from typing import TYPE_CHECKING, Final

from summarize.errors import ReviewError
from summarize.review.formats.records import (
    Document,
    Imported,
    Row,
    read_version,
    writable,
)
from summarize.review.formats.xml import (
    AGAIN,
    OWN,
    SHA256,
    SPACE,
    VERSION,
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

NAMESPACE: Final = "urn:oasis:names:tc:xliff:document:2.0"
_FRAME: Final = (
    f'<xliff version="2.0" srcLang="en" trgLang="km" xmlns="{NAMESPACE}" xmlns:summarize="{OWN}"/>'
)
_NEEDS_WORK: Final = "summarize:needs-work"
_WRITTEN: Final[dict[State, str]] = {
    "draft": "initial",
    "needs-work": "initial",
    "edited": "translated",
    "approved": "final",
}
_READ: Final[dict[str, State]] = {
    "initial": "draft",
    "translated": "edited",
    "reviewed": "approved",
    "final": "approved",
}


def write(document: Document) -> bytes:
    """One ``file`` element with a ``unit`` for each segment."""
    from lxml import etree

    root = etree.fromstring(_FRAME)
    file = child(root, "file", id=document.id, original=writable(document.source))
    if document.title:
        child(child(file, "notes"), "note", document.title)
    for row in document.rows:
        _write_unit(file, row)
    return serialise(root)


def read(data: bytes, name: str) -> list[Imported]:
    """Every ``unit`` of the file ``name``; a file of XLIFF 1 is read as such."""
    root = parse(data, name)
    if tag(root) != "xliff":
        raise ReviewError(f"{name} is XML, but no XLIFF: it begins with <{tag(root)}>", AGAIN)
    return read_root(root, name)


def read_root(root: "_Element", name: str) -> list[Imported]:
    """Every ``unit`` below the ``root`` of the file ``name``."""
    return [_imported(unit, place_of(unit, name)) for unit in root.iter("{*}unit")]


def _write_unit(file: "_Element", row: Row) -> None:
    one = row.segment
    unit = child(file, "unit", id=one.key, name=one.key)
    unit.set(SPACE, "preserve")
    unit.set(SHA256, one.source_sha256)
    unit.set(VERSION, str(one.version))
    if row.told:
        notes = child(unit, "notes")
        for note in row.notes:
            child(notes, "note", note, category="qa", appliesTo="target")
        for remark in row.remarks:
            child(notes, "note", remark.told, category="comment")
    segment = child(unit, "segment", state=_WRITTEN[one.state])
    if one.state == "needs-work":
        segment.set("subState", _NEEDS_WORK)
    for name, text in (("source", one.source), ("target", one.target)):
        child(segment, name, text).set(SPACE, "preserve")


def _imported(unit: "_Element", place: str) -> Imported:
    """A unit; where a tool has divided it into several segments, these are joined again."""
    parts = [part for part in unit if tag(part) in ("segment", "ignorable")]
    states = {_state(part) for part in parts if tag(part) == "segment"}
    return Imported(
        unit.get("id", ""),
        _joined(parts, "target"),
        _joined(parts, "source"),
        unit.get(SHA256, ""),
        read_version(unit.get(VERSION, "")),
        states.pop() if len(states) == 1 else None,
        place,
    )


def _joined(parts: "list[_Element]", name: str) -> str:
    return "".join(text_of(next(part.iterchildren(f"{{*}}{name}"), None)) for part in parts)


def _state(segment: "_Element") -> State | None:
    if segment.get("state", "initial") == "initial" and segment.get("subState") == _NEEDS_WORK:
        return "needs-work"
    return _READ.get(segment.get("state", ""))
