"""Khmer in Word documents: the font, size and language that Word takes for complex scripts."""

from typing import Any, Final

KHMER_FONT: Final = "Khmer OS Siemreap"
HALF_POINTS: Final = 24
_PROPERTIES: Final = (
    ("w:szCs", "w:val"),
    ("w:cs", "w:val"),
    ("w:lang", "w:bidi"),
)
_ORDER: Final = (
    *("w:szCs", "w:highlight", "w:u", "w:effect", "w:bdr", "w:shd", "w:fitText", "w:vertAlign"),
    *("w:rtl", "w:cs", "w:em", "w:lang", "w:eastAsianLayout", "w:specVanish", "w:oMath"),
)
"""The end of the order that the schema of Word demands."""


def as_khmer(run: Any, half_points: int = HALF_POINTS) -> None:
    """Mark ``run`` as complex script, or Word sets it in the Latin font and size."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties = run._element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for name in ("w:ascii", "w:hAnsi", "w:cs"):
        fonts.set(qn(name), KHMER_FONT)
    values = str(half_points), "1", "km-KH"
    for (tag, attribute), value in zip(_PROPERTIES, values, strict=True):
        element = OxmlElement(tag)
        element.set(qn(attribute), value)
        properties.remove_all(tag)
        properties.insert_element_before(element, *_ORDER[_ORDER.index(tag) + 1 :])


def xml_safe(text: str) -> str:
    """``text`` without the control characters that XML cannot hold."""
    return "".join(char for char in text if char >= " " or char in "\t\n")
