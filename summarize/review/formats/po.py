"""PO, for Poedit, OmegaT and Weblate: what nobody has looked at yet is fuzzy.

PO has no more than two states, so that what is not fuzzy counts as edited. OmegaT leaves entries
empty that were fuzzy and not worked on; see :mod:`summarize.review.formats.omegat`.
"""

import re
from typing import Final

import polib

from summarize._version import __version__
from summarize.errors import ReviewError
from summarize.review.formats.records import Document, Imported, Row, read_version, writable

_FIELD: Final = re.compile(r"^(sha256|version): (\w+)$", re.MULTILINE)
_HEADER: Final = {
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "MIME-Version": "1.0",
    "Language": "km",
    "Plural-Forms": "nplurals=1; plural=0;",
    "X-Generator": f"summarize {__version__}",
}


def write(document: Document) -> bytes:
    """An entry for each segment, its id as ``msgctxt``."""
    file = polib.POFile(wrapwidth=0)
    file.metadata = {"Project-Id-Version": " ".join(document.title.split()), **_HEADER}
    file.extend(_entry(row) for row in document.rows)
    return f"{file}\n".encode()


def read(data: bytes, name: str) -> list[Imported]:
    """Every entry of the file ``name``; the tool may have taken its id or declared it obsolete."""
    try:
        text = data.decode("utf-8-sig")
        entries = polib.pofile(f"{text}\n", encoding="utf-8")  # two lines are never a file name
    except UnicodeDecodeError as error:
        raise ReviewError(f"{name} is not UTF-8", "Save it again in UTF-8.") from error
    except (OSError, ValueError, IndexError, KeyError, AttributeError) as error:
        detail = str(error).removeprefix("Syntax error in po file ").removeprefix("None ")
        raise ReviewError(f"{name} is no sound PO file: {detail}", "Mend or export it.") from error
    return [_imported(one, f"{name}, line {one.linenum}") for one in entries]


def _entry(row: Row) -> polib.POEntry:
    one = row.segment
    fields = (f"sha256: {one.source_sha256}", f"version: {one.version}")
    return polib.POEntry(
        msgctxt=one.key,
        msgid=writable(one.source),
        msgstr=writable(one.target),
        comment="\n".join((*map(writable, row.notes), *fields)),
        tcomment="\n".join(writable(remark.told) for remark in row.remarks),
        flags=["fuzzy"] if one.state in ("draft", "needs-work") else [],
    )


def _imported(entry: polib.POEntry, place: str) -> Imported:
    fields = dict(_FIELD.findall(entry.comment))
    return Imported(
        entry.msgctxt or "",
        entry.msgstr or next(iter(entry.msgstr_plural.values()), ""),
        entry.msgid,
        fields.get("sha256", ""),
        read_version(fields.get("version", "")),
        None if entry.fuzzy or entry.obsolete else "edited",
        place,
        "its entry is marked obsolete (#~)" if entry.obsolete else "",
    )
