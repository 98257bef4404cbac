"""The Asian Language Treebank (NICT), the news set that Khmer translation systems report.

Its layout: ``data_en.txt`` and ``data_km.txt`` hold ``SNT.ARTICLE.SENTENCE TAB text`` a line, and
``URL-train.txt``, ``URL-dev.txt`` and ``URL-test.txt`` the articles of each part, ``URL.ARTICLE``
and an address a line.
"""

import re
from pathlib import Path
from typing import Final

from summarize.errors import UsageError
from summarize.evaluate.pairs import Pair, read_text

ENGLISH, KHMER = "data_en.txt", "data_km.txt"
USUAL: Final = "URL-test.txt"
"""The part that systems are compared on."""
_ARTICLE = re.compile(r"URL\.(\d+)\b")
_SENTENCE = re.compile(r"SNT\.(\d+)\.\d+")


def is_alt(path: Path) -> bool:
    """Whether ``path`` is a folder of that layout, or the list of one of its parts."""
    folder = path if path.is_dir() else path.parent
    return (folder / ENGLISH).is_file() and (path.is_dir() or path.name.startswith("URL-"))


def read_alt(path: Path) -> list[Pair]:
    """The pairs of a part, in the order of the English; of the test part for the folder.

    A sentence that one of the languages lacks is left out. Raises ``UsageError``.
    """
    part = path / USUAL if path.is_dir() else path
    articles = {match[1] for line in _lines(part) if (match := _ARTICLE.match(line))}
    khmer = _sentences(part.parent / KHMER)
    pairs = [
        Pair(text, khmer[name])
        for name, text in _sentences(part.parent / ENGLISH).items()
        if name.split(".")[1] in articles and name in khmer
    ]
    if not pairs:
        raise UsageError(
            f"none of the articles that {part} names is in {KHMER} and {ENGLISH}",
            "Take the files of one release of the treebank.",
        )
    return pairs


def _sentences(path: Path) -> dict[str, str]:
    """Texts by identifier; lines without a text do not count."""
    rows = (line.partition("\t") for line in _lines(path))
    found = {name: text.strip() for name, _, text in rows if _SENTENCE.fullmatch(name)}
    return {name: text for name, text in found.items() if text}


def _lines(path: Path) -> list[str]:
    if not path.is_file():
        raise UsageError(
            f"{path.parent} lacks {path.name}",
            f"Put {ENGLISH}, {KHMER} and the lists of parts into one folder.",
        )
    return read_text(path).split("\n")
