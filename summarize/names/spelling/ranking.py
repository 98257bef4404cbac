"""The spellings of one word, ranked, with the probability that each is right."""

from functools import lru_cache
from math import exp, log
from typing import TYPE_CHECKING, Final

from summarize.names.spelling.features import features
from summarize.names.spelling.kinds import Kind
from summarize.names.spelling.search import spellings
from summarize.names.spelling.shipped import KINDS, Shipped, shipped

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_CERTAIN: Final = 1e-6  # a probability is kept this far from 0 and 1 for its logit
Ranked = tuple[tuple[str, float], ...]


@lru_cache(maxsize=1 << 12)  # a name is met again and again in an article and in a run
def ranked(word: str, kind: Kind) -> Ranked:
    """Khmer spellings of one word with their probabilities by the shipped model, best first."""
    return rank(word, kind, shipped())


def rank(word: str, kind: Kind, model: Shipped) -> Ranked:
    """Khmer spellings of one word, in plain small letters, with their probabilities, best first."""
    import numpy as np

    found = proposed(word, kind, model)
    if not found:
        return ()
    row = KINDS.index(kind)
    table = features({form: cost for form, (_, cost) in found.items()}, word, kind, model)
    shares = softmax(model.rankers[kind].scores(table))
    order = np.argsort(-shares, kind="stable")
    best = float(shares[order[0]])
    scale = calibrated(best, *model.calibration[row].tolist()) / best
    shown = [text for text, _ in found.values()]
    return tuple((shown[i], float(shares[i]) * scale) for i in order.tolist())


def proposed(word: str, kind: Kind, model: Shipped) -> dict[str, tuple[str, float]]:
    """What the joint model of ``kind`` proposes for ``word``: see :func:`spellings`."""
    joint = model.joint[kind]
    return spellings(word, joint.model, joint.starts[kind], joint.table, model.khmer)


def softmax(scores: "Floats") -> "Floats":
    """Shares of one that go by the exponential of ``scores``."""
    import numpy as np

    raised: Floats = np.exp(scores - scores.max())
    shares: Floats = raised / raised.sum()
    return shares


def calibrated(share: float, offset: float, slope: float) -> float:
    """The probability that the best is right, from its share among the proposed."""
    inside = min(max(share, _CERTAIN), 1.0 - _CERTAIN)
    return 1.0 / (1.0 + exp(-offset - slope * log(inside / (1.0 - inside))))
