"""Log odds that a Khmer sentence leaves out a clause, from word links and lengths.

A logistic regression whose weights ``training/checks/coverage.py`` fits on human translations and
on the same with a clause dropped.
"""

import math
from functools import lru_cache
from pathlib import Path
from typing import Final

from summarize.alignment.coverage import coverage

PAGE: Final = Path(__file__).with_name("data") / "weights.tsv"
_USUAL: Final = -0.1  # log of Khmer characters an English one below which a sentence is short


def features(source: str, target: str) -> dict[str, float]:
    """What the log odds are a weighted sum of."""
    found = coverage(source, target)
    length = math.log((len(target) + 5) / (len(source) + 5))
    short = min(0.0, length - _USUAL)
    return {
        "constant": 1.0,
        "run": found.run,
        "unrendered": found.unrendered,
        "unexplained": found.unexplained,
        "length": length,
        "length squared": length * length,
        "english length": math.log(len(source) + 5),
        "run if short": found.run * short,
        "unrendered if short": found.unrendered * short,
    }


def log_odds(source: str, target: str) -> float:
    """How likely ``target`` leaves something of ``source`` out; above 0 is likelier than not."""
    weights = _weights()
    return sum(weights[name] * value for name, value in features(source, target).items())


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    lines = (line.split("\t") for line in PAGE.read_text("utf-8").splitlines())
    return {name: float(weight) for name, weight in lines}
