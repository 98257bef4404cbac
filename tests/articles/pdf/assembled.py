"""PDF files put together object by object: hostile ones, and fonts that tell no characters."""

import re
import zlib
from collections.abc import Sequence
from pathlib import Path

import reportlab

from tests.articles.pdf.documents import STORY, wrapped

FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"


def assembled(objects: Sequence[bytes], root: int = 1) -> bytes:
    """A file of numbered ``objects``, the first of which is the catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        out += b"%010d 00000 n \n" % place
    out += b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        root,
        start,
    )
    return bytes(out)


def stream(content: bytes) -> bytes:
    packed = zlib.compress(content, 9)
    return b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed)


def _catalogue(content: bytes, fonts: bytes, *, count: int = 1, height: int = 842) -> list[bytes]:
    """Objects 1 to 3: the catalogue, the pages and what stands on each; 5 is the page."""
    return [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]/MediaBox[0 0 595 %d]/Resources<</Font<<%s>>>>>>"
        % (count, b"5 0 R " * count, height, fonts),
        stream(content),
    ]


def page_of(content: bytes, *, count: int = 1, height: int = 842) -> bytes:
    """``count`` pages, all with the same ``content`` (operators of a page)."""
    return assembled(
        [
            *_catalogue(content, b"/F1 4 0 R", count=count, height=height),
            FONT,
            b"<</Type/Page/Parent 2 0 R/Contents 3 0 R>>",
        ]
    )


def many_pages(count: int = 100_000) -> bytes:
    """A few kilobytes that claim to be ``count`` pages."""
    return page_of(b"BT /F1 11 Tf 72 700 Td (It rained on Friday.) Tj ET", count=count)


def unpacking(size: int) -> bytes:
    """One page whose content unpacks to ``size`` bytes of drawing that shows nothing."""
    return page_of(b"0 0 m 1 1 l S\n" * (size // 14))


def characters(count: int) -> bytes:
    """One endless page of ``count`` characters of prose on short lines."""
    text = " ".join(STORY) + " "
    words = (text * (count // len(text) + 1))[:count].split(" ")
    lines = [" ".join(words[i : i + 12]) for i in range(0, len(words), 12)]
    height = 9 * len(lines) + 100
    shown = " ".join(f"({line}) Tj T*" for line in lines)
    content = f"BT /F1 8 Tf 9 TL 72 {height - 50} Td {shown} ET"
    return page_of(content.encode("latin-1"), height=height)


def composite(text: str = " ".join(STORY), *, private: bool = False) -> bytes:
    """Text in a composite font whose codes are numbers of glyphs, after a sound paragraph if any.

    Its map to characters is missing or, if ``private``, leads to those of private use.
    """
    from reportlab.pdfbase.ttfonts import TTFontFile

    path = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
    glyphs = TTFontFile(str(path)).charToGlyph
    lines = [
        "".join(f"{glyphs[ord(character)]:04X}" for character in line)
        for line in wrapped(text, 320)
    ]
    content = (
        "BT /F1 11 Tf 14 TL 72 500 Td " + " ".join(f"<{line}> Tj T*" for line in lines) + " ET"
    )
    return assembled(
        [
            *_catalogue(content.encode(), b"/F1 4 0 R", height=842),
            b"<</Type/Font/Subtype/Type0/BaseFont/AAAAAA+Vera/Encoding/Identity-H"
            b"/DescendantFonts[6 0 R]" + (b"/ToUnicode 9 0 R>>" if private else b">>"),
            b"<</Type/Page/Parent 2 0 R/Contents 3 0 R>>",
            b"<</Type/Font/Subtype/CIDFontType2/BaseFont/AAAAAA+Vera/FontDescriptor 7 0 R/DW 600"
            b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            b"/CIDToGIDMap/Identity>>",
            b"<</Type/FontDescriptor/FontName/AAAAAA+Vera/Flags 4/FontBBox[-183 -236 1287 928]"
            b"/ItalicAngle 0/Ascent 928/Descent -236/CapHeight 729/StemV 80/FontFile2 8 0 R>>",
            stream(path.read_bytes()),
            stream(
                b"/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CMapName/X def"
                b"/CMapType 2 def 1 begincodespacerange<0000><FFFF>endcodespacerange "
                b"1 beginbfrange<0000><00FF><E000>endbfrange endcmap end end"
            ),
            FONT,
        ]
    )


def partly_unreadable() -> bytes:
    """A story in a sound font, and one line at its end in a font without a map."""
    sound = " ".join(f"({line}) Tj T*" for one in STORY for line in (*wrapped(one, 450), ""))
    data = composite("It was a good day for all.")
    extra = f"BT /F2 11 Tf 14 TL 72 780 Td {sound} ET\n".encode("latin-1")
    objects = re.findall(rb"\d+ 0 obj\n(.*?)\nendobj\n", data, re.DOTALL)
    content = zlib.decompress(objects[2].split(b"stream\n", 1)[1].removesuffix(b"\nendstream"))
    objects[2] = stream(extra + content.replace(b"72 500 Td", b"72 480 Td"))
    objects[1] = objects[1].replace(b"/F1 4 0 R", b"/F1 4 0 R/F2 10 0 R")
    return assembled(objects)
