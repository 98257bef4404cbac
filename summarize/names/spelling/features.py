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

FEATURES: Final = (
    *("joint", "letters", "own", "length", "between", "word", "unknown", "named"),
    *(
        "behind",
        "letter",
        "own letter",
        "rarer",
        "less named",
        "longer",
        "latin",
        "attested",
        "sound",
    ),
)
"""Log probabilities (nats): of the name with the spelling, of the spelling's letters among Khmer
words and among names of the kind; letters; logs of the counts in text between spaces, as a word of
text and in names of the kind; and whether text has it not. Then how far it is behind the likeliest;
both log probabilities a letter; how much rarer it is than the commonest in text, and among names;
letters by Latin ones; these; whether text has it between spaces; the first by the Latin letters."""
_RARE: Final = 0.8
"""``log(1 + count)`` below this is one occurrence or none."""
_UNSEEN_LETTER: Final = -1


def features(found: Mapping[str, float], word: str, kind: Kind, model: Shipped) -> "Floats":
    """A row for each spelling of ``word`` in ``found``, with the log probability by the model."""
    import numpy as np

    known = counts(list(found), model)
    own, rows = model.own[kind], []
    for (form, joint), (between, listed, *named) in zip(found.items(), known, strict=True):
        letters = [model.numbers.get(symbol, _UNSEEN_LETTER) for symbol in symbols(form)]
        rows.append(
            (
                joint,
                model.letters.score(model.letters.starts[0], letters),
                own.score(own.starts[0], letters),
                len(letters),
                between,
                listed,
                between < _RARE and listed < _RARE,
                named[KINDS.index(kind)],
            )
        )
    table = np.array(rows, np.float64).reshape(len(rows), 8)
    return np.hstack([table, _beside(table, len(word))])


def _beside(table: "Floats", latin: int) -> "Floats":
    """The features of each spelling beside those of the others, and by its length."""
    import numpy as np

    if not len(table):
        return np.zeros((0, len(FEATURES) - table.shape[1]))
    joint, letters, own, length, between, _, _, named = table.T
    return np.stack(
        [
            joint - joint.max(),
            letters / (length + 1),
            own / (length + 1),
            between - between.max(),
            named - named.max(),
            length / latin,
            np.full(len(table), float(latin)),
            (between > _RARE).astype(np.float64),
            joint / latin,
        ],
        axis=1,
    )


def counts(forms: Sequence[str], model: Shipped) -> list[list[float]]:
    """``log(1 + count)`` of each form in text between spaces, as a word, and in names by kind."""
    import numpy as np

    sought = np.array([hashed(form) for form in forms], np.uint32)
    places = np.searchsorted(model.hashes, sought)
    places[places == len(model.hashes)] = 0
    known = (model.hashes[places] == sought)[:, None]
    found: list[list[float]] = (model.counts[places] * known / PER_UNIT).tolist()
    return found
