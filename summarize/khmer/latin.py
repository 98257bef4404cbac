"""Latin words of a Khmer sentence: what the checks of left-over English look at."""

import re
import unicodedata
from typing import Final

_WORD: Final = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏ]+")
_RUN: Final = re.compile(r"[!-~]+")
_IN_ADDRESS: Final = re.compile(r"(?:@|[a-z]\.[a-z])[!-~]")
_ADDRESS: Final = re.compile(r"(?:https?:|www\.)[!-~].*")
_BRACKETED: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_ACCENT: Final = re.compile("[\u0300-\u036f]")
_STROKED: Final = str.maketrans("łøđħŧı", "lodhti")  # letters that Unicode does not take apart


def running_text(khmer: str) -> str:
    """``khmer`` without addresses and without what stands in brackets, as names after Khmer do."""
    return _BRACKETED.sub(" ", without_addresses(khmer))


def without_addresses(text: str) -> str:
    """``text`` without web and mail addresses, which stay as they are in every language."""
    return _RUN.sub(_without_address, text)


def _without_address(run: re.Match[str]) -> str:
    """Signs without a space between them: all of them where a mail or host name is in them."""
    return " " if _IN_ADDRESS.search(run[0]) else _ADDRESS.sub(" ", run[0])


def words(text: str) -> list[str]:
    """The Latin words of ``text`` in order, accents included."""
    return _WORD.findall(text)


def folded(text: str) -> str:
    """``text`` in small letters and without accents: Barça is barca."""
    return text.lower() if text.isascii() else _unaccented(text.lower())


def _unaccented(text: str) -> str:
    return _ACCENT.sub("", unicodedata.normalize("NFD", text.translate(_STROKED)))
