"""Bytes to text: UTF-8, UTF-16 or Windows-1252, and a plain word about everything else."""

import codecs
import re

from summarize.errors import ArticleError
from summarize.wordlists import word_set

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
GIVE = "Give a text, Markdown, HTML, PDF or Word file."
MAGIC = (
    (b"%PDF-", "a PDF file", "Give it a name that ends in .pdf."),
    (b"\xd0\xcf\x11\xe0", "an old or encrypted Word file", "Save it as .docx without a password."),
    (b"{\\rtf", "a Rich Text file", "Give it a name that ends in .rtf."),
    (b"PK\x03\x04", "a zip archive", "Unpack it, or name it as what it is: .docx, .odt, .epub."),
    (b"\x1f\x8b", "a gzip archive", "Unpack it first."),
    (b"\x89PNG", "a PNG image", "Give the text, not a picture of it."),
    (b"\xff\xd8\xff", "a JPEG image", "Give the text, not a picture of it."),
    (b"GIF8", "a GIF image", "Give the text, not a picture of it."),
    (b"\x7fELF", "a program", GIVE),
    (b"SQLite format 3\0", "a database", GIVE),
)
CHARSETS = word_set(
    """
    utf-8 big5 big5hkscs cp866 cp874 cp949 cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258
    cp932 cp936 cp950 euc_jp euc_kr gb18030 gb2312 gbk iso2022_jp iso8859-2 iso8859-3 iso8859-4
    iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-9 iso8859-10 iso8859-11 iso8859-13 iso8859-14
    iso8859-15 iso8859-16 koi8-r koi8-u mac-cyrillic mac-roman shift_jis tis-620
    """
)
"""Encodings that a sender may declare, those of the WHATWG: what is told by the bytes is left out,
and so are codecs that are no encodings of text, or that take quadratic time, such as punycode."""
BROKEN_UTF8 = re.compile(r"â€|Ã[\x80-\xbf]|Â[\xa0-\xbf]|á[žŸ]")
"""What UTF-8 looks like when it is read as Windows-1252."""
MOJIBAKE = re.compile(r"â€|â\x80|[ÃÂ][\u0080-\u00bf\u0152-\u2122]|á[žŸ]")
"""The same in text that was saved once more, as UTF-8."""
CUT_QUOTE = re.compile(r"â€(?=[\s,.;:!?)]|$)")
"""A closing quotation mark whose last byte is no character of Windows-1252, and got lost."""
MAX_ACCENTED = 0.2
"""English in Windows-1252 has few bytes above ASCII: dashes, quotation marks, some accents."""
SAVE_AS_UTF8 = "Open it in an editor and save it as UTF-8."


def decode(data: bytes, name: str, charset: str = "") -> str:
    """Decode ``data``; ``charset`` is what its sender said, and gives way to a byte order mark.

    Raises ``ArticleError``, naming ``name``, on binary data and on unknown encodings.
    """
    refuse_binary(data, name)
    return _repaired(_decoded(data, name, charset))


def _decoded(data: bytes, name: str, charset: str) -> str:
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, name)
    return _as_declared(data, charset, name) if charset else _guess(data, name)


def _repaired(text: str) -> str:
    """``text`` with what was UTF-8 read as Windows-1252, and saved so, put right: â€™ is ’."""
    if not MOJIBAKE.search(text):
        return text
    from ftfy import fix_encoding

    return fix_encoding(CUT_QUOTE.sub("”", text))


def refuse_binary(data: bytes, name: str) -> None:
    """Raise ``ArticleError`` where the first bytes are of a known binary format."""
    for magic, kind, hint in MAGIC:
        if data.startswith(magic):
            raise ArticleError(f"{name} looks like {kind}, not like an article", hint)


def _guess(data: bytes, name: str) -> str:
    if b"\0" in data:
        return _strict(data, _utf16_by_zeros(data, name), name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _windows(data, error, name)


def _utf16_by_zeros(data: bytes, name: str) -> str:
    """UTF-16 without a mark: in English every other byte is zero."""
    half = len(data) / 2
    zeros = data[0::2].count(0), data[1::2].count(0)
    for encoding, here, there in (("utf-16-be", *zeros), ("utf-16-le", *zeros[::-1])):
        if here > 0.7 * half and there < 0.05 * half:
            return encoding
    raise ArticleError(f"{name} holds binary data, not text", GIVE)


def _windows(data: bytes, error: UnicodeDecodeError, name: str) -> str:
    """Windows-1252, if that gives plausible English, else the error of UTF-8 in plain words."""
    accented = sum(byte > 0x7F for byte in data) / len(data)
    if accented <= MAX_ACCENTED:
        text = _strict(data, "cp1252", name)
        if not BROKEN_UTF8.search(text):
            return text
        raise ArticleError(f"{name} is damaged UTF-8 (byte {error.start + 1})", SAVE_AS_UTF8)
    raise ArticleError(f"{name} is neither UTF-8, UTF-16 nor Windows-1252 text", SAVE_AS_UTF8)


def _as_declared(data: bytes, charset: str, name: str) -> str:
    """Decode as declared, unless the declaration is unknown, wrong or one that often is.

    Much UTF-8 is declared Latin-1, which browsers read as Windows-1252, and the bytes tell UTF-16
    more surely than its name does.
    """
    try:
        encoding = codecs.lookup(charset).name
        return data.decode(encoding) if encoding in CHARSETS else _guess(data, name)
    except (LookupError, ValueError):  # UnicodeError is one
        return _guess(data, name)


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        message = f"{name} is not valid {encoding} text (byte {error.start + 1})"
        raise ArticleError(message, SAVE_AS_UTF8) from None
