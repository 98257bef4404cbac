"""The regression corpus of the readers: inputs, and beside each what a person reads as the article.

Beside ``corpus/NAME.EXT`` stands ``corpus/NAME.gold.txt``: the headline (``refused`` where there is
no article), lines ``dateline: …`` and ``left_out: …`` if there are any, a blank line, paragraphs.
"""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from summarize.articles import read_article
from summarize.articles.sentences import split_sentences
from summarize.errors import ArticleError

CORPUS = Path(__file__).with_name("corpus")
GOLD = ".gold.txt"
REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as somebody read it: a person, or the program. ``None`` paragraphs: refused."""

    title: str
    dateline: str
    leaves_out: bool
    paragraphs: tuple[str, ...]

    @property
    def is_refused(self) -> bool:
        """Whether there is no article."""
        return self.title == REFUSED

    @property
    def sentences(self) -> list[str]:
        """All of them in order."""
        return [text[a:b] for text in self.paragraphs for a, b in split_sentences(text)]

    @property
    def folded(self) -> list[str]:
        """The sentences without their case: what is set in capitals is put into ordinary case."""
        return [sentence.casefold() for sentence in self.sentences]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How many sentences are in the gold text, were read, and are in both in the same order."""

    gold: int = 0
    read: int = 0
    both: int = 0

    def __add__(self, other: "Agreement") -> "Agreement":
        return Agreement(self.gold + other.gold, self.read + other.read, self.both + other.both)

    @property
    def recall(self) -> float:
        """Share of the sentences of the article that were read."""
        return self.both / self.gold if self.gold else 1.0

    @property
    def precision(self) -> float:
        """Share of what was read that is the article's."""
        return self.both / self.read if self.read else 1.0


def cases() -> list[Path]:
    """The inputs, by name."""
    gold = {path.name.removesuffix(GOLD) for path in CORPUS.glob(f"*{GOLD}")}
    found = (path for path in CORPUS.iterdir() if not path.name.endswith(GOLD))
    return sorted(path for path in found if path.stem in gold)


def gold_of(case: Path) -> Reading:
    """What a person read in ``case``."""
    text = (case.parent / f"{case.stem}{GOLD}").read_text("utf-8")
    head, _, body = text.partition("\n\n")
    title, *notes = head.split("\n")
    dateline = next((n.removeprefix("dateline:") for n in notes if n.startswith("dateline:")), "")
    paragraphs = filter(None, map(_one_line, body.split("\n\n")))
    leaves_out = any(note.startswith("left_out:") for note in notes)
    return Reading(_one_line(title), _one_line(dateline), leaves_out, tuple(paragraphs))


def read(case: Path) -> Reading:
    """What the program reads in ``case``."""
    try:
        article = read_article(str(case))
    except ArticleError:
        return Reading(REFUSED, "", False, ())
    paragraphs = tuple(map(_one_line, article.text.split("\n\n")))
    return Reading(article.title, article.dateline, bool(article.left_out), paragraphs)


def agreement(gold: Reading, found: Reading) -> Agreement:
    """How the sentences of two readings agree."""
    ours, theirs = gold.folded, found.folded
    blocks = SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
    return Agreement(len(ours), len(theirs), sum(block.size for block in blocks))


def total(found: Iterable[Agreement]) -> Agreement:
    """All of them together."""
    return sum(found, Agreement())


def _one_line(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())
