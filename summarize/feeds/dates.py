"""Dates of feeds, in the two forms of the web and in what people make of them."""

import email.utils
import re
from datetime import UTC, datetime
from typing import Final

YEAR_MONTH: Final = re.compile(r"\d{4}(?:-\d{2})?")


def seconds_of(text: str) -> float | None:
    """A date of RFC 822 or ISO 8601 in seconds since 1970, UTC where it names no zone.

    ``None`` where it cannot be read.
    """
    text = text.strip()
    if YEAR_MONTH.fullmatch(text):
        text = f"{text}-01-01"[:10]
    for read in (datetime.fromisoformat, email.utils.parsedate_to_datetime):
        try:
            found = read(text)
            return (found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp()
        except (ValueError, TypeError, OverflowError, IndexError):
            continue
    return None
