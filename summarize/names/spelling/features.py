"""What is known of a Khmer spelling beside how well it spells the Latin name."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from summarize.names.spelling.kinds import Kind
from summarize.names.spelling.letters import symbols
from summarize.names.spelling.shipped import KINDS, PER_UNIT, Shipped, hashed

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

FEATURES: Final = ("joint", "letters", "own", "length", "between", "word", "unknown", "named")
"""Log probabilities (nats): of the name with the spelling, of the spelling's letters among Khmer
words and among names of the kind; letters; logs of the counts in text between spaces, as a word of
text and in names of the kind; and whether text has it not."""
_RARE: Final = 0.8
"""``log(1 + count)`` below this is one occurrence or none."""
_UNSEEN_LETTER: Final = -1


def features(found: Mapping[str, float], kind: Kind, model: Shipped) -> "Floats":
    """A row for each spelling of ``found``, which has the log probability by the model."""
    import numpy as np

    known = counts(list(found), model)
    own, rows = model.own[kind], []
    for (form, joint), (between, word, *named) in zip(found.items(), known, strict=True):
        letters = [model.numbers.get(symbol, _UNSEEN_LETTER) for symbol in symbols(form)]
        rows.append(
            (
                joint,
                model.letters.score(model.letters.starts[0], letters),
                own.score(own.starts[0], letters),
                len(letters),
                between,
                word,
                between < _RARE and word < _RARE,
                named[KINDS.index(kind)],
            )
        )
    return np.array(rows, np.float64)


def counts(forms: Sequence[str], model: Shipped) -> list[list[float]]:
    """``log(1 + count)`` of each form in text between spaces, as a word, and in names by kind."""
    import numpy as np

    sought = np.array([hashed(form) for form in forms], np.uint32)
    places = np.searchsorted(model.hashes, sought)
    places[places == len(model.hashes)] = 0
    known = (model.hashes[places] == sought)[:, None]
    found: list[list[float]] = (model.counts[places] * known / PER_UNIT).tolist()
    return found
