"""Answers that a browser keeps as a file."""

import re
from typing import Final
from urllib.parse import quote

from starlette.responses import Response

_UNSAFE: Final = re.compile(r"[^A-Za-z0-9._-]+")


def attachment(name: str, data: bytes) -> Response:
    """``data`` as the file ``name``; never shown in place: it is not for a page to run.

    Programs that do not know names beyond ASCII get one without them.
    """
    plain = _UNSAFE.sub("_", name)
    disposition = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
    return Response(
        data, media_type="application/octet-stream", headers={"content-disposition": disposition}
    )
