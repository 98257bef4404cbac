"""XLIFF 1.2 (OASIS, 2008), which nearly every translation tool takes.

A draft is ``needs-review-translation`` with the qualifier ``mt-suggestion`` (``exact-match`` or
``fuzzy-match`` from the memory), ``needs-translation`` where a check found an error; how likely it
is usable is the ``match-quality`` of an ``alt-trans``, the only place that the format has for it.
What people have written is ``translated``, and ``final`` once approved. Tools may leave a qualifier
on what was edited, so that on reading only the state counts.
"""

from typing import TYPE_CHECKING, Final

from summarize._version import __version__
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

NAMESPACE: Final = "urn:oasis:names:tc:xliff:document:1.2"
_FRAME: Final = f'<xliff version="1.2" xmlns="{NAMESPACE}" xmlns:summarize="{OWN}"/>'
_CODES: Final = frozenset({"bpt", "ept", "ph", "it"})
"""Elements that hold codes of the original format, which are no part of the sentence."""
_WRITTEN: Final[dict[State, str]] = {
    "draft": "needs-review-translation",
    "needs-work": "needs-translation",
    "edited": "translated",
    "approved": "final",
}
_READ: Final[dict[str, State]] = {
    "translated": "edited",
    "final": "approved",
    "signed-off": "approved",
    "needs-translation": "needs-work",
    "needs-adaptation": "needs-work",
    "needs-l10n": "needs-work",
    "needs-review-translation": "draft",
    "needs-review-adaptation": "draft",
    "needs-review-l10n": "draft",
    "new": "draft",
}
_QUALIFIERS: Final = {"memory": "exact-match", "fuzzy": "fuzzy-match"}
"""By the origin of a draft."""
_OF_DRAFTS: Final = frozenset({"mt-suggestion", *_QUALIFIERS.values()})


def write(document: Document) -> bytes:
    """One ``file`` element with a ``trans-unit`` for each segment."""
    from lxml import etree

    root = etree.fromstring(_FRAME)
    file = child(
        root,
        "file",
        original=writable(document.source),
        datatype="plaintext",
        **{"source-language": "en", "target-language": "km"},
    )
    header = child(file, "header")
    own = {"tool-id": "summarize", "tool-name": "summarize", "tool-version": __version__}
    child(header, "tool", **own)
    if document.title:
        child(header, "note", document.title)
    body = child(file, "body")
    for row in document.rows:
        _write_unit(body, row)
    return serialise(root)


def read(data: bytes, name: str) -> list[Imported]:
    """Every ``trans-unit`` of the file ``name``; a file of XLIFF 2 is read as such."""
    root = parse(data, name)
    if tag(root) != "xliff":
        raise ReviewError(f"{name} is XML, but no XLIFF: it begins with <{tag(root)}>", AGAIN)
    if root.get("version", "").startswith("2"):
        from summarize.review.formats import xliff2

        return xliff2.read_root(root, name)
    return [_imported(unit, place_of(unit, name)) for unit in root.iter("{*}trans-unit")]


def _write_unit(body: "_Element", row: Row) -> None:
    one = row.segment
    unit = child(body, "trans-unit", id=one.key, resname=one.key)
    unit.set(SPACE, "preserve")
    unit.set(SHA256, one.source_sha256)
    unit.set(VERSION, str(one.version))
    if one.state == "approved":
        unit.set("approved", "yes")
    child(unit, "source", one.source)
    target = child(unit, "target", one.target, state=_WRITTEN[one.state])
    if one.state == "draft":
        target.set("state-qualifier", _QUALIFIERS.get(row.origin, "mt-suggestion"))
        if row.faulty:
            target.set("state", "needs-translation")
    for note in row.notes:
        child(unit, "note", note, **{"from": "qa", "annotates": "target"})
    for remark in row.remarks:
        child(unit, "note", remark.told, **{"from": writable(remark.who), "annotates": "general"})
    if row.confidence is not None:
        quality = {"match-quality": f"{row.confidence:.0%}", "tool-id": "summarize"}
        other = child(unit, "alt-trans", origin="summarize", **quality)
        child(other, "source", one.source)
        child(other, "target", one.target)


def _imported(unit: "_Element", place: str) -> Imported:
    """A unit; only its own source and target count, not those of alternatives in it."""
    target = next(unit.iterchildren("{*}target"), None)
    return Imported(
        unit.get("id", ""),
        text_of(target, _CODES),
        text_of(next(unit.iterchildren("{*}source"), None), _CODES),
        unit.get(SHA256, ""),
        read_version(unit.get(VERSION, "")),
        "approved" if unit.get("approved") == "yes" else _state(target),
        place,
    )


def _state(target: "_Element | None") -> State | None:
    if target is None:
        return None
    state = _READ.get(target.get("state", ""))
    if state == "needs-work" and target.get("state-qualifier") in _OF_DRAFTS:
        return "draft"
    return state
