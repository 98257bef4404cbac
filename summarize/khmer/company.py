"""Which Khmer words keep company with which, as vectors of the words of the list.

The dot product of two vectors is about how much more often their words stand near each other than
by chance (positive pointwise mutual information, factorised; Levy and Goldberg, 2014). The table is
made by ``training/checks/company.py``; words go by their line in the word list.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

PAGE: Final = Path(__file__).with_name("data") / "company.npz"


@dataclass(frozen=True)
class Company:
    """``rows`` numbers the words that have a vector; ``lengths`` are the norms of the vectors."""

    rows: Mapping[int, int]
    vectors: "NDArray[np.float32]"
    lengths: "NDArray[np.float32]"


@lru_cache(maxsize=1)
def company() -> Company:
    """The shipped table."""
    import numpy as np

    with np.load(PAGE) as data:
        vectors = data["vectors"] * data["scales"].astype(np.float32)[:, None]
        rows = {number: row for row, number in enumerate(data["words"].tolist())}
    return Company(rows, vectors, np.linalg.norm(vectors, axis=1) + np.float32(1e-6))
