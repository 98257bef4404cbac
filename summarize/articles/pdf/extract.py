"""A PDF through the worker process: bounded in pages, characters, time and memory."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from summarize.articles.limits import (
    MAX_PDF_CHARACTERS,
    MAX_PDF_PAGES,
    PDF_MEMORY_BYTES,
    PDF_SECONDS,
)
from summarize.articles.pdf.sheet import Document, Sheet, Word
from summarize.errors import ArticleError

WORKER = Path(__file__).with_name("worker.py")
PRINT_AGAIN = "Open it in a viewer and print it to a new PDF, or copy the text into a .txt file."
A_PART = "Print the pages of the article to a PDF of their own."
REFUSALS = {
    "locked": (
        "is encrypted and needs a password",
        "Open it with the password and print it to a new PDF without one.",
    ),
    "damaged": ("is damaged, or no PDF file", "Download or export it again."),
    "pages": (f"has {{}} pages, more than {MAX_PDF_PAGES}", A_PART),
    "characters": (f"has more than {MAX_PDF_CHARACTERS:,} characters", A_PART),
}


def extract(data: bytes, name: str, seconds: float = PDF_SECONDS) -> Document:
    """The words of all pages. Raises ``ArticleError``, also where the file overruns a limit."""
    answer = _asked(data, name, seconds)
    first, *pages = answer or [{}]
    if refused := (answer[-1] if answer else {}).get("refused"):
        kind, _, detail = refused.partition(" ")
        message, hint = REFUSALS[kind]
        raise ArticleError(f"{name} {message.format(detail)}", hint)
    if len(pages) != first.get("pages"):
        raise ArticleError(f"{name} is a PDF file that cannot be unpacked", PRINT_AGAIN)
    return Document(str(first["title"]), tuple(map(_sheet, pages)))


def _asked(data: bytes, name: str, seconds: float) -> Sequence[dict[str, Any]]:
    """Answer of a worker that imports from where this process does."""
    limits = map(str, (MAX_PDF_PAGES, MAX_PDF_CHARACTERS, PDF_MEMORY_BYTES))
    try:
        done = subprocess.run(  # noqa: S603  (our own file, no shell)
            [sys.executable, "-P", "-S", str(WORKER), *limits],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise ArticleError(
            f"{name} was not read within {seconds:g} seconds, far more than an article takes",
            PRINT_AGAIN,
        ) from None
    except OSError as error:
        raise ArticleError(
            f"{name} was not read, because no process could be started: {error}", "Try again."
        ) from None
    if done.returncode:
        raise ArticleError(f"{name} is a PDF file that cannot be unpacked", PRINT_AGAIN)
    return [json.loads(line) for line in done.stdout.splitlines()]


def _sheet(page: dict[str, Any]) -> Sheet:
    return Sheet(
        words=tuple(Word(*values) for values in page.get("words", ())),
        pictures=page.get("pictures", 0.0),
        shapes=page.get("shapes", 0),
        damaged=page.get("damaged", False),
    )
