"""The records of a translation memory, and the forms in which its English is compared."""

import unicodedata
from dataclasses import dataclass
from typing import Final, Protocol

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


class Judged(Protocol):
    """What the memory learns from: a segment as a review has it now.

    ``who`` and ``when`` are of its last change, ``who`` "" where nobody has changed it.
    """

    @property
    def article(self) -> str:
        """The id of its article."""

    @property
    def source(self) -> str:
        """The English."""

    @property
    def target(self) -> str:
        """The Khmer of now."""

    @property
    def who(self) -> str:
        """The name of a person."""

    @property
    def when(self) -> str:
        """ISO 8601, UTC."""

    @property
    def opened(self) -> bool:
        """Whether somebody has had this English with this Khmer before them."""

    @property
    def is_approved(self) -> bool:
        """Whether the Khmer of now is approved."""

    @property
    def is_confirmed(self) -> bool:
        """Whether it was approved by somebody who had it before them."""


def exact_key(source: str) -> str:
    """What two English sentences share that count as the same: all but how signs are typed.

    White space, invisible characters, the shapes of quotation marks and dashes do not count.
    """
    return key(unicodedata.normalize("NFC", source).translate(_PLAIN))


def fuzzy_key(source: str) -> str:
    """What two English sentences are compared by: :func:`exact_key` in lower case."""
    return exact_key(source).casefold()
