"""Where the memory has a few words, in English or in Khmer, whatever sentence they stand in."""

from dataclasses import asdict
from typing import Final

from summarize.errors import ReviewError
from summarize.khmer.entered import entered
from summarize.review.web.answers import Json
from summarize.review.web.desk import Desk

MOST: Final = 30


def concordance(desk: Desk, words: str) -> Json:
    """Approved sentences with ``words``, the last first, ``MOST`` at most; none for no words.

    A memory that cannot be used is a ``problem``.
    """
    if not entered(words):
        return {"entries": [], "problem": ""}
    try:
        entries = desk.memory.containing(words, MOST)
    except ReviewError as error:
        return {"entries": [], "problem": error.message}
    return {"entries": [asdict(entry) for entry in entries], "problem": ""}
