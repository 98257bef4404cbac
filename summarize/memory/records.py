"""The records of a translation memory, and the forms in which its English is compared."""

import unicodedata
from dataclasses import dataclass
from typing import Final

from summarize.khmer.normalise import key

_PLAIN: Final = str.maketrans("“”„«»‘’‚′–—‑−", '"""""\'\'\'\'----')


@dataclass(frozen=True, slots=True)
class Entry:
    """An English sentence and the Khmer that ``who`` approved for it at ``when`` (ISO 8601, UTC).

    ``article`` is the id of the article it was approved in, "" where it came from a file.
    """

    source: str
    target: str
    who: str = ""
    when: str = ""
    article: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """An entry whose English is like the one looked for: 1 is the same, 0 has nothing in common."""

    entry: Entry
    score: float


def exact_key(source: str) -> str:
    """What two English sentences share that count as the same: all but how signs are typed.

    White space, invisible characters, the shapes of quotation marks and dashes do not count.
    """
    return key(unicodedata.normalize("NFC", source).translate(_PLAIN))


def fuzzy_key(source: str) -> str:
    """What two English sentences are compared by: :func:`exact_key` in lower case."""
    return exact_key(source).casefold()
