"""The trained model as the program has it: one file of arrays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final
from zlib import crc32

from summarize.names.spelling.automaton import Automaton
from summarize.names.spelling.kinds import Kind
from summarize.names.spelling.ranker import Ranker, read

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Arrays = Mapping[str, NDArray[np.generic]]

PAGE: Final = Path(__file__).with_name("data") / "model.npz"
KINDS: Final = tuple(Kind)
PER_UNIT: Final = 16.0
"""Steps of a stored count in one of ``log(1 + count)``."""
JOINT: Final = ("khmer", "foreign")
"""The two joint models by name."""


@dataclass(frozen=True, slots=True)
class Joint:
    """A joint model, the state that each kind of name starts in, and its units by Latin side."""

    model: Automaton
    starts: Mapping[Kind, int]
    table: Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Shipped:
    """All that was learned.

    ``khmer`` are the Khmer sides of the units. ``letters`` judges Khmer words by their letters,
    whose numbers are ``numbers``, and ``own`` does for each kind of name; ``latin`` judges Latin
    letters as those of Cambodian people and of others. ``hashes``, sorted, are
    of the known words; ``counts`` are their rows: in text between spaces, as a word, and in names
    of each kind. ``rankers`` weigh spellings; ``calibration`` has a row for each kind.
    """

    joint: Mapping[Kind, Joint]
    khmer: Sequence[str]
    letters: Automaton
    own: Mapping[Kind, Automaton]
    latin: Mapping[str, Automaton]
    numbers: Mapping[str, int]
    hashes: "NDArray[np.uint32]"
    counts: "NDArray[np.uint8]"
    rankers: Mapping[Kind, Ranker]
    calibration: "Floats"


def hashed(word: str) -> int:
    """The number that stands for a word in the file: 32 bits, so that words need not be kept."""
    return crc32(word.encode())


@lru_cache(maxsize=1)
def shipped() -> Shipped:
    """The model that comes with the program, read once."""
    import numpy as np

    with np.load(PAGE) as data:
        return opened({name: data[name] for name in data.files})


def opened(arrays: "Arrays") -> Shipped:
    """The model in ``arrays``, which are those of ``training.names.pack``."""
    units = [line.split("\t") for line in _text(arrays["units"])]
    latin = ["", *(unit[0] for unit in units)]
    joint = {name: _joint(_part(arrays, name), latin) for name in JOINT}
    letters = _text(arrays["letters"])
    return Shipped(
        {kind: joint[model_of(kind)] for kind in KINDS},
        ["", *(unit[1] for unit in units)],
        Automaton(_part(arrays, "words")),
        {kind: Automaton(_part(arrays, f"own-{kind}")) for kind in KINDS},
        {name: Automaton(_part(arrays, f"latin-{name}")) for name in JOINT},
        {letter: number for number, letter in enumerate(letters, 1)},
        arrays["hashes"].astype("uint32"),
        arrays["counts"].astype("uint8"),
        {kind: read(_part(arrays, f"rank-{kind}")) for kind in KINDS},
        arrays["calibration"].astype("float32"),
    )


def model_of(kind: Kind) -> str:
    """The name of the joint model for a kind of name."""
    return JOINT[kind is Kind.FOREIGN]


def _joint(arrays: "Arrays", latin: Sequence[str]) -> Joint:
    table: dict[str, list[int]] = {}
    for unit in arrays["table"].tolist():
        table.setdefault(latin[unit], []).append(unit)
    model = Automaton(arrays)
    starts = dict(zip(KINDS, model.starts, strict=True))
    return Joint(model, starts, {side: tuple(found) for side, found in table.items()})


def _part(arrays: "Arrays", name: str) -> "Arrays":
    prefix = f"{name}."
    return {key.removeprefix(prefix): a for key, a in arrays.items() if key.startswith(prefix)}


def _text(array: "NDArray[np.generic]") -> list[str]:
    return array.tobytes().decode().split("\n")
