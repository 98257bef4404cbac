"""Run by itself, as a process of its own: a PDF on stdin, its words page by page as JSON lines.

PDFium is written in C++, knows no time limit and is not made for threads. Here it can run out of
time or memory, or crash, and the program that asked goes on. Nothing of ``summarize`` is imported,
so that the process starts quickly. Arguments: pages and characters at most, bytes of memory.
"""

import ctypes
import json
import math
import sys
import unicodedata
from typing import Any

OBJECTS_SEEN = 5_000
"""Pictures and drawings of a page that are looked at."""
PASSWORD_ERROR = 4
INVISIBLE = 3
"""Rendering mode of recognised text that lies upon the picture of a page."""
HYPHEN = 2
"""What PDFium puts where a line ends in a hyphen."""
GLUED = 0.2
"""Gap in ems below which two runs without a space belong to one word."""


class RefusedError(Exception):
    """The file cannot be read; the message is a word that the parent process knows."""


class Glyphs:
    """The characters of a page, one after the other."""

    def __init__(self, raw: Any, page: Any, text: Any, box: tuple[float, ...]) -> None:
        self.raw, self.text, self.box = raw, text, box
        self.count = raw.FPDFText_CountChars(text)
        self._matrix, self._rect = raw.FS_MATRIX(), raw.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()

    def code(self, index: int) -> str:
        """The character; U+FFFD where the font does not tell which."""
        code = self.raw.FPDFText_GetUnicode(self.text, index)
        if code == HYPHEN and self.raw.FPDFText_IsHyphen(self.text, index) == 1:
            return "-"
        if self.raw.FPDFText_HasUnicodeMapError(self.text, index) == 1:
            return "\ufffd"
        character = chr(code) if code < 0x110000 else "\ufffd"
        if character.isspace() or code == 0:
            return " "
        unknown = unicodedata.category(character) in ("Co", "Cn", "Cs", "Cc")
        return "\ufffd" if unknown else character

    def place(self, index: int) -> tuple[float, float, float, float, int] | None:
        """Start, end and baseline along the direction of writing, size, and that direction.

        In points and degrees; ``None`` outside the page.
        """
        raw, matrix, rect = self.raw, self._matrix, self._rect
        raw.FPDFText_GetCharOrigin(self.text, index, self._x, self._y)
        x, y = self._x.value, self._y.value
        left, bottom, right, top = self.box
        if not (left <= x <= right and bottom <= y <= top):
            return None
        raw.FPDFText_GetMatrix(self.text, index, matrix)
        raw.FPDFText_GetLooseCharBox(self.text, index, rect)
        length = math.hypot(matrix.a, matrix.b) or 1.0
        along, across = matrix.a / length, matrix.b / length
        size = raw.FPDFText_GetFontSize(self.text, index) * math.hypot(matrix.c, matrix.d)
        ends = max(
            cx * along + cy * across
            for cx in (rect.left, rect.right)
            for cy in (rect.bottom, rect.top)
        )
        turn = round(math.degrees(math.atan2(across, along))) % 360
        return x * along + y * across, ends, y * along - x * across, abs(size), turn


def words_of(glyphs: Glyphs, pictured: bool) -> list[list[Any]]:
    """``[text, start, end, base, size, bold, turn, glued]`` of each word, as they are drawn.

    A word ends at a space and where place, size or direction change. Invisible text counts only
    on the picture of a page.
    """
    words: list[list[Any]] = []
    spaced = True
    for index in range(glyphs.count):
        character = glyphs.code(index)
        if character == " ":
            spaced = True
            continue
        place = glyphs.place(index)
        if place is None:
            continue
        start, end, base, size, turn = place
        last = words[-1] if words else None
        near = (
            last is not None
            and last[6] == turn
            and -size <= start - last[2] <= GLUED * size  # a ligature comes as letters in one place
            and abs(base - last[3]) <= max(size, last[4])
            and not spaced
        )
        if last is not None and near and abs(base - last[3]) < 0.1 * size and _same(size, last[4]):
            last[0] += character
            last[2] = max(end, last[2])
        else:
            if not pictured and _unseen(glyphs, index):
                continue
            bold = _is_bold(glyphs, index)
            words.append([character, start, end, base, size, bold, turn, near])
        spaced = False
    for word in words:
        word[1:5] = (round(value, 2) for value in word[1:5])
    return words


def _same(size: float, other: float) -> bool:
    return abs(size - other) < 0.05 * max(size, other)


def _unseen(glyphs: Glyphs, index: int) -> bool:
    drawn = glyphs.raw.FPDFText_GetTextObject(glyphs.text, index)
    return bool(drawn) and glyphs.raw.FPDFTextObj_GetTextRenderMode(drawn) == INVISIBLE


def _is_bold(glyphs: Glyphs, index: int) -> bool:
    buffer, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    glyphs.raw.FPDFText_GetFontInfo(glyphs.text, index, buffer, 128, flags)
    name = buffer.value.lower()
    return any(mark in name for mark in (b"bold", b"black", b"heavy", b"-demi", b"semibd"))


def pictures(raw: Any, page: Any, area: float) -> tuple[float, int]:
    """Share of the page under pictures, at most 1, and the number of drawn shapes."""
    covered, shapes = 0.0, 0
    edges = [ctypes.c_float() for _ in range(4)]
    for index in range(min(raw.FPDFPage_CountObjects(page), OBJECTS_SEEN)):
        item = raw.FPDFPage_GetObject(page, index)
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_IMAGE and raw.FPDFPageObj_GetBounds(item, *edges):
            left, bottom, right, top = (edge.value for edge in edges)
            covered += abs(right - left) * abs(top - bottom)
        shapes += kind in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_SHADING)
    return min(covered / max(area, 1), 1.0), shapes


def sheet(raw: Any, document: Any, index: int) -> dict[str, Any]:
    """One page; an empty one where it is damaged."""
    page = raw.FPDF_LoadPage(document, index)
    if not page:
        return {"damaged": True}
    text = raw.FPDFText_LoadPage(page)
    rect = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page, rect)
    box = (rect.left, rect.bottom, rect.right, rect.top)
    covered, shapes = pictures(raw, page, (box[2] - box[0]) * (box[3] - box[1]))
    words = words_of(Glyphs(raw, page, text, box), covered > 0) if text else []
    raw.FPDFText_ClosePage(text)
    raw.FPDF_ClosePage(page)
    return {"words": words, "pictures": round(covered, 2), "shapes": shapes}


def opened(raw: Any, data: bytes, pages: int) -> tuple[Any, int]:
    """The document and how many pages it has. Raises ``RefusedError``."""
    document = raw.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        locked = raw.FPDF_GetLastError() == PASSWORD_ERROR
        raise RefusedError("locked" if locked else "damaged")
    count = raw.FPDF_GetPageCount(document)
    if count > pages:
        raise RefusedError(f"pages {count}")
    return document, count


def title(raw: Any, document: Any) -> str:
    """The title in the file's metadata, "" for none."""
    buffer = ctypes.create_string_buffer(1024)
    size = raw.FPDF_GetMetaText(document, b"Title", buffer, 1024)
    return buffer.raw[: max(min(size, 1024) - 2, 0)].decode("utf-16-le", "ignore")


def bound_memory(size: int) -> None:
    """Where the system can: not on Windows, where time and output alone are bounded."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main(pages: int, characters: int, memory: int) -> None:
    """Write a line with the title, then one for each page, or one with what was refused."""
    import pypdfium2_raw as raw  # the helpers around it would take as long again to import

    bound_memory(memory)
    data = sys.stdin.buffer.read()
    raw.FPDF_InitLibrary()
    try:
        document, count = opened(raw, data, pages)
        print(json.dumps({"title": title(raw, document), "pages": count}))
        for index in range(count):
            found = sheet(raw, document, index)
            characters -= sum(len(word[0]) for word in found.get("words", ()))
            if characters < 0:
                raise RefusedError("characters")
            print(json.dumps(found))
    except RefusedError as refusal:
        print(json.dumps({"refused": str(refusal)}))


if __name__ == "__main__":
    main(*map(int, sys.argv[1:4]))
