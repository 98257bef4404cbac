"""chrF, chrF++ and word BLEU of Khmer by sacreBLEU, each with its signature.

Popović, "chrF" (2015) and "chrF++" (2017); Papineni et al., "BLEU" (2002); Post, "A call for
clarity in reporting BLEU scores" (2018). Both sides are compared by their key (see
:func:`summarize.khmer.normalise.key`): no zero-width characters, one encoding, one digit set. Khmer
has no spaces between words, so chrF is the figure to go by; chrF++ is there to compare with others,
and word BLEU counts the words that khmercut finds.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from summarize.errors import UsageError
from summarize.evaluate.pairs import require_same_number
from summarize.khmer.normalise import key

if TYPE_CHECKING:
    from sacrebleu.metrics.base import Metric

SEGMENTER: Final = "khmercut"
METRICS: Final = ("chrf", "chrf++", "bleu")
RESAMPLES: Final = 1000


@dataclass(frozen=True, slots=True)
class Score:
    """A corpus score from 0 to 100, and how it was computed."""

    value: float
    signature: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two systems by one metric: a paired bootstrap test (Koehn, 2004).

    ``p_value`` is the chance of such a difference between equal systems.
    """

    first: float
    second: float
    p_value: float


def require_packages() -> None:
    """Raise ``UsageError`` unless all that scores need is installed: better before than after."""
    for package in ("sacrebleu", SEGMENTER):
        _require(package)


def scores(hypotheses: Sequence[str], references: Sequence[str]) -> dict[str, Score]:
    """Each of ``METRICS`` over the whole corpus. Raises ``UsageError``."""
    require_same_number(hypotheses, len(references), "the translation")
    return {name: _score(name, hypotheses, references) for name in METRICS}


def compare(
    first: Sequence[str], second: Sequence[str], references: Sequence[str]
) -> dict[str, Comparison]:
    """Whether the second system differs from the first, by each metric. Raises ``UsageError``."""
    return {name: _comparison(name, first, second, references) for name in METRICS}


def _score(name: str, hypotheses: Sequence[str], references: Sequence[str]) -> Score:
    metric = _metric(name)
    found = metric.corpus_score(_prepared(name, hypotheses), [_prepared(name, references)])
    return Score(round(float(found.score), 2), f"{metric.get_signature()}|{_preparation(name)}")


def _comparison(
    name: str, first: Sequence[str], second: Sequence[str], references: Sequence[str]
) -> Comparison:
    _require("sacrebleu")
    from sacrebleu.significance import PairedTest

    systems: list[tuple[str, Sequence[str]]] = [
        ("first", _prepared(name, first)),
        ("second", _prepared(name, second)),
    ]
    test = PairedTest(
        systems, {name: _metric(name)}, [_prepared(name, references)], "bs", RESAMPLES
    )
    results: dict[str, list[Any]] = dict(test()[1])
    left, right = next(found for system, found in results.items() if system != "System")
    first_score, second_score = round(float(left.score), 2), round(float(right.score), 2)
    # Resampling finds no difference greater than none: sacreBLEU would call that significant.
    chance = 1.0 if first_score == second_score else round(float(right.p_value), 4)
    return Comparison(first_score, second_score, chance)


def _metric(name: str) -> "Metric":
    _require("sacrebleu")
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF

    if name == "bleu":
        return BLEU(tokenize="none", force=True)  # khmercut has tokenized already
    return CHRF(word_order=2 if name == "chrf++" else 0)


def _prepared(name: str, texts: Sequence[str]) -> list[str]:
    keys = [key(text) for text in texts]
    return [_words(text) for text in keys] if name == "bleu" else keys


def _preparation(name: str) -> str:
    from importlib.metadata import version

    words = f"|seg:{SEGMENTER}-{version(SEGMENTER)}" if name == "bleu" else ""
    return f"norm:key{words}"


def _words(text: str) -> str:
    """The words of a Khmer text parted by spaces."""
    return " ".join(" ".join(_require(SEGMENTER).tokenize(text)).split())


def _require(package: str) -> Any:
    try:
        return import_module(package)
    except ImportError as error:
        raise UsageError(
            f"to score translations the package {package} is needed, which is not installed",
            'Install it: pip install "summarize-km[evaluate]"',
        ) from error
