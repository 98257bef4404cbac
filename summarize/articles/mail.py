"""E-mail pasted as text: the header says the title, and is no part of the story."""

import re
from typing import Final

_FIELD: Final = re.compile(
    r"(?:>\s?)*(from|to|cc|bcc|date|sent|subject|reply-to|message-id|mime-version|content-type|"
    r"importance|attachments?|list-[a-z]+|x-[a-z-]+)\s?:[ \t]*(.*)",
    re.IGNORECASE,
)
_FORWARDED: Final = re.compile(
    r"-{2,}\s*(?:forwarded|original) message\s*-{2,}|begin forwarded message:", re.IGNORECASE
)
_REPLY: Final = re.compile(r"(?:(?:re|fwd?)\s*:\s*)+", re.IGNORECASE)
_SIGNATURE: Final = "-- "


def without_header(text: str) -> tuple[str, str]:
    """The subject of an e-mail and its text; ("", text) where ``text`` begins with no header.

    What stands below a signature mark goes as well.
    """
    lines = text.split("\n")
    start, fields = 0, dict[str, str]()
    for i, line in enumerate(lines):
        field = _FIELD.fullmatch(line.strip())
        if field:
            fields.setdefault(field[1].lower(), field[2].strip())
            start = i + 1
        elif line.strip() and not _FORWARDED.fullmatch(line.strip()):
            if not (fields and line[:1] in " \t" and start == i):
                break
            start = i + 1  # the field goes on in this line
    if len(fields) < 2 or not fields.keys() & {"from", "subject"}:
        return "", text
    body = lines[start:]
    if _SIGNATURE in body:
        body = body[: body.index(_SIGNATURE)]
    return _REPLY.sub("", fields.get("subject", ""), count=1), "\n".join(body)
