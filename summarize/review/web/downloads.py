"""The files of ``review export``, for a browser: one file as it is, several in an archive."""

import io
import zipfile
from collections.abc import Mapping
from typing import Final, get_args

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from summarize.review.exporting import confirmed_entries, documents_of, files_of
from summarize.review.formats import FormatName
from summarize.review.web.desk import Desk
from summarize.serving.attachment import attachment

NAMES: Final[Mapping[FormatName, str]] = {
    "docx": "Word",
    "xlsx": "Excel",
    "csv": "CSV",
    "html": "HTML",
    "xliff": "XLIFF 1.2",
    "xliff2": "XLIFF 2.0",
    "po": "PO",
    "omegat": "OmegaT project",
    "tmx": "TMX",
}


def download(request: Request) -> Response:
    """One article, or all, in a format. Raises ``UsageError`` for an unknown article."""
    chosen = request.query_params.get("format", "")
    format_name = next((name for name in get_args(FormatName) if name == chosen), None)
    if format_name is None:
        raise HTTPException(404, f"There is no format {chosen!r}.")
    files = _files(request.app.state.desk, format_name, request.query_params.get("article"))
    if not files:
        raise HTTPException(404, "There is nothing to export.")
    if len(files) == 1:
        ((name, data),) = files.items()
        return attachment(name, data)
    return attachment(f"review-{format_name}.zip", _archive(files))


def _files(desk: Desk, format_name: FormatName, article: str | None) -> dict[str, bytes]:
    documents = documents_of(desk.store, article)
    if not documents:
        return {}
    return files_of(documents, format_name, confirmed_entries(desk.store), desk.context.glossary)


def _archive(files: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()
