"""Trying a model: one article through it in a process of its own, with what that took."""

import json
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarize.errors import ModelError, SummarizeError

SAMPLE = "justice-courts.txt"


@dataclass(frozen=True, slots=True)
class Line:
    """An English sentence of the summary and its Khmer, "" where none was asked for."""

    english: str
    khmer: str
    findings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Trial:
    """What ``summarizer`` and ``translator`` made of an article.

    ``first`` are the seconds with loading, and with converting where that had to be done; ``again``
    those of a second run in the same process. ``memory`` is the most that the process held, in
    bytes, 0 where the system does not tell. ``errors`` and ``warnings`` count findings of both
    hops; those on the article as a whole are in no line.
    """

    name: str
    lines: tuple[Line, ...]
    first: float
    again: float
    memory: int
    errors: int
    warnings: int


def sample_article() -> Path:
    """The article that comes with the program."""
    packaged = Path(__file__).parent.parent / "samples_data"
    folder = packaged if packaged.is_dir() else Path(__file__).parents[2] / "samples"
    return folder / SAMPLE


def run_apart(name: str, article: str, flags: Mapping[str, Any], translate: bool) -> Trial:
    """Try the models that the settings ``flags`` choose; ``name`` is what they are called.

    ``article`` is a file or an address. Raises ``SummarizeError`` with what the process said.
    """
    asked = json.dumps({"article": article, "flags": dict(flags), "translate": translate})
    words = [sys.executable, "-m", "summarize.trial", asked]
    done = subprocess.run(words, stdout=subprocess.PIPE, text=True, encoding="utf-8", check=False)  # noqa: S603
    try:
        answer = json.loads(done.stdout.splitlines()[-1])
    except (IndexError, ValueError) as error:
        raise ModelError(
            f"{name} ended without an answer (exit code {done.returncode})",
            "It may have run out of memory: try a smaller model.",
        ) from error
    if "error" in answer:
        raise SummarizeError(answer["error"], answer["hint"])
    lines = tuple(Line(**{**line, "findings": tuple(line["findings"])}) for line in answer["lines"])
    return Trial(**{**answer, "name": name, "lines": lines})
