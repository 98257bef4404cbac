"""What a spelling is worth, from its features: a small network with one hidden layer."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Arrays = Mapping[str, NDArray[np.generic]]


@dataclass(frozen=True, slots=True)
class Ranker:
    """Weights of a network; the features are taken as they are, their scale is in the weights.

    ``inner`` has a row for each feature and a column for each hidden unit, ``bias`` and ``outer``
    a number for each unit, ``direct`` one for each feature, which bypasses the hidden layer.
    """

    inner: "Floats"
    bias: "Floats"
    outer: "Floats"
    direct: "Floats"

    def scores(self, table: "Floats") -> "Floats":
        """The worth of each row of ``table``; only differences count."""
        import numpy as np

        found: Floats = np.tanh(table @ self.inner + self.bias) @ self.outer + table @ self.direct
        return found

    def arrays(self) -> "Arrays":
        """What :func:`read` reads."""
        names = ("inner", "bias", "outer", "direct")
        return {name: getattr(self, name).astype("float32") for name in names}


def read(arrays: "Arrays") -> Ranker:
    """The network in ``arrays``."""
    parts = (arrays[name].astype("float64") for name in ("inner", "bias", "outer", "direct"))
    return Ranker(*parts)


def linear(weights: "Floats") -> Ranker:
    """A network without hidden units, which weighs each feature."""
    import numpy as np

    none = np.zeros(0)
    return Ranker(np.zeros((len(weights), 0)), none, none, np.asarray(weights, np.float64))
