"""The text of Word's XML as it stands once all tracked changes are accepted.

WordprocessingML, ECMA-376 part 1, chapter 17: inserted and moved text counts, deleted text, hidden
and struck-out runs, field codes and comments do not.
"""

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Final

from summarize.articles.raised import Piece, Script, resolved

if TYPE_CHECKING:
    from lxml.etree import _Element

_TAKEN_OUT: Final = frozenset(
    ["del", "moveFrom", "instrText", "delText", "pPr", "rPr", "Fallback", "txbxContent", "sdtPr"]
)
"""What holds no text of the paragraph; a text box in it is one of its own."""
_UNSEEN: Final = ("vanish", "strike", "dstrike", "webHidden")
_OFF: Final = frozenset(["0", "false", "off", "none"])
_BREAKS: Final = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": " "}
_SCRIPTS: Final[dict[str, Script]] = {"superscript": "sup", "subscript": "sub"}


def tag(element: "_Element") -> str:
    """The name of ``element`` without its namespace; "" for comments and instructions."""
    name = element.tag
    return name.rpartition("}")[2] if isinstance(name, str) else ""


def value(element: "_Element | None", name: str = "val") -> str:
    """The attribute ``name`` of ``element`` in whatever namespace; "" where there is none."""
    if element is None:
        return ""
    own = (text for key, text in element.attrib.items() if str(key).rpartition("}")[2] == name)
    return str(next(own, ""))


def paragraph_text(paragraph: "_Element", unseen: Collection[str] = ()) -> str:
    """The text of a ``w:p``, a line break for each break in it; note marks are left out.

    Runs in the character styles whose ids are in ``unseen`` are hidden or struck out.
    """
    return resolved(list(_runs(paragraph, unseen)))


def joins_next(paragraph: "_Element") -> bool:
    """Whether the end of ``paragraph`` was deleted, so that the next one goes on with it."""
    mark = paragraph.find("{*}pPr/{*}rPr/{*}del")
    return mark is not None or paragraph.find("{*}pPr/{*}rPr/{*}moveFrom") is not None


def unseen_styles(styles: "_Element") -> frozenset[str]:
    """Ids of the character styles of a styles part that hide their text or strike it out."""
    found = styles.iterfind("{*}style")
    return frozenset(value(style, "styleId") for style in found if _is_unseen(style))


def _runs(element: "_Element", unseen: Collection[str]) -> Iterator[Piece]:
    for child in element:
        name = tag(child)
        if name == "r":
            is_styled = value(child.find("{*}rPr/{*}rStyle")) in unseen
            if not is_styled and not _is_unseen(child):
                place = value(child.find("{*}rPr/{*}vertAlign"))
                yield _SCRIPTS.get(place, ""), False, "".join(_pieces(child))
        elif name not in _TAKEN_OUT:
            yield from _runs(child, unseen)


def _pieces(run: "_Element") -> Iterator[str]:
    for child in run:
        name = tag(child)
        if name == "t":
            yield child.text or ""
        elif name == "sym":
            yield _symbol(value(child, "char"))
        elif name not in _TAKEN_OUT:
            yield _BREAKS.get(name) or "".join(_pieces(child))


def _is_unseen(element: "_Element") -> bool:
    """Whether a run or a style says so."""
    properties = element.find("{*}rPr")
    if properties is None:
        return False
    found = (properties.find(f"{{*}}{name}") for name in _UNSEEN)
    return any(one is not None and value(one).lower() not in _OFF for one in found)


def _symbol(code: str) -> str:
    """A character of a symbol font; those of the private use area mean nothing elsewhere."""
    try:
        character = chr(int(code, 16))
    except ValueError:
        return ""
    return "" if "\ue000" <= character <= "\uf8ff" else character
