"""How other programs than ours read and change exported files: what a translator does outside."""

import csv
import io
from collections.abc import Callable, Mapping
from typing import Any

import docx
import lxml.html
import openpyxl
import polib
from translate.storage.pypo import pofile
from translate.storage.tmx import tmxfile
from translate.storage.xliff import Xliff1File
from translate.storage.xliff2 import Xliff2File

Texts = Mapping[str, str]


TOOLKIT: Mapping[str, Any] = {
    "xliff": Xliff1File,
    "xliff2": Xliff2File,
    "po": pofile,
    "tmx": tmxfile,
}
"""The formats that translate-toolkit reads, and its classes for them."""


def units(data: bytes, name: str) -> dict[str, Any]:
    """The units that translate-toolkit finds, by the id that we gave them."""
    store = TOOLKIT[name].parsestring(data)
    return {_key(unit): unit for unit in store.units if not unit.isheader()}


def _key(unit: Any) -> str:
    node = getattr(unit, "xmlelement", None)
    if node is None:
        return str(unit.getcontext())
    while node.get("tuid") is None and node.get("id") is None:
        node = node.getparent()
    return str(node.get("tuid") or node.get("id"))


def _edit_toolkit(name: str) -> Callable[[bytes, Texts], bytes]:
    def edit(data: bytes, texts: Texts) -> bytes:
        store = TOOLKIT[name].parsestring(data)
        for unit in store.units:
            if (text := texts.get(_key(unit))) is not None:
                unit.target = text
                if name == "xliff":  # the toolkit takes a new text for an approval
                    unit.markapproved(False)
        return bytes(store)

    return edit


def _edit_po(data: bytes, texts: Texts) -> bytes:
    file = polib.pofile(data.decode())
    for entry in file:
        if (text := texts.get(entry.msgctxt)) is not None:
            entry.msgstr = text
            entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
    return str(file).encode()


def _edit_xlsx(data: bytes, texts: Texts) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(data))
    for row in book.worksheets[0].iter_rows(min_row=2):
        if (text := texts.get(row[0].value)) is not None:
            row[2].value = text
            row[2].data_type = "s"
            row[3].value = "edited"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _edit_docx(data: bytes, texts: Texts) -> bytes:
    file = docx.Document(io.BytesIO(data))
    for row in file.tables[0].rows:
        english, khmer = row.cells
        if (text := texts.get(english.paragraphs[-1].text.partition(" ")[0])) is not None:
            khmer.paragraphs[0].runs[0].text = text
    saved = io.BytesIO()
    file.save(saved)
    return saved.getvalue()


def _edit_csv(data: bytes, texts: Texts) -> bytes:
    """As Excel does in a country where the comma is in numbers, and guarding nothing."""
    lines = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    for line in lines:
        if (text := texts.get(line["id"])) is not None:
            line.update(target=text, state="edited")
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, list(lines[0]), delimiter=";")
    writer.writeheader()
    writer.writerows(lines)
    return file.getvalue().encode("utf-8-sig")


def _edit_html(data: bytes, texts: Texts) -> bytes:
    root = lxml.html.document_fromstring(data.decode())
    for section in root.iter("section"):
        if (text := texts.get(str(section.get("data-id")))) is not None:
            next(section.iter("textarea")).text = f"\n{text}"
    page: bytes = lxml.html.tostring(root, encoding="utf-8", doctype="<!doctype html>")
    return page


EDITORS: Mapping[str, Callable[[bytes, Texts], bytes]] = {
    "xliff": _edit_toolkit("xliff"),
    "xliff2": _edit_toolkit("xliff2"),
    "po": _edit_po,
    "tmx": _edit_toolkit("tmx"),
    "xlsx": _edit_xlsx,
    "docx": _edit_docx,
    "csv": _edit_csv,
    "html": _edit_html,
}
