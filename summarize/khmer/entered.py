"""What people type or paste, in the form in which it is stored."""

import re
from typing import Final

from summarize.khmer.normalise import draft_text

_CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""What neither XML nor SQLite can hold, or nobody can see; tabs and line ends become spaces."""


def entered(text: str) -> str:
    """``text`` on one line, normalised, without word breaks and control characters. Idempotent."""
    return draft_text(_CONTROL.sub("", text))


def entered_name(who: str) -> str:
    """The name of a person in one line, without control characters."""
    return " ".join(_CONTROL.sub("", who).split())
