"""Bilingual text to measure on: files of ``english TAB khmer``, one pair a line."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from summarize.errors import UsageError


@dataclass(frozen=True, slots=True)
class Pair:
    """An English sentence and its Khmer."""

    source: str
    target: str


def read_pairs(path: Path, limit: int | None = None) -> list[Pair]:
    """The first ``limit`` pairs of the file ``path``. Raises ``UsageError``."""
    pairs = parse_pairs(read_text(path), str(path))
    if not pairs:
        raise UsageError(f"{path} holds no pairs", "Give a file of english TAB khmer lines.")
    return pairs[:limit]


def parse_pairs(text: str, name: str) -> list[Pair]:
    """The pairs of ``text``, one a line; empty lines count for nothing. Raises ``UsageError``."""
    lines = [(n, line) for n, line in enumerate(text.split("\n"), start=1) if line.strip()]
    return [_pair(line.removesuffix("\r"), n, name) for n, line in lines]


def _pair(line: str, number: int, name: str) -> Pair:
    cells = line.split("\t")
    if len(cells) != 2:
        raise UsageError(
            f"{name}, line {number}, has {len(cells)} columns instead of 2",
            "Write english TAB khmer on each line.",
        )
    return Pair(cells[0], cells[1])


def read_text(path: Path) -> str:
    """The text of the UTF-8 file ``path``. Raises ``UsageError``."""
    try:
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"cannot read {path}: {error}", "Give a UTF-8 text file.") from error


def read_lines(path: Path, expected: int) -> list[str]:
    """The lines of ``path``, of which there must be ``expected``. Raises ``UsageError``."""
    lines = read_text(path).split("\n")
    lines = lines[:-1] if lines[-1] == "" else lines
    require_same_number(lines, expected, str(path))
    return lines


def require_same_number(lines: Sequence[str], expected: int, name: str) -> None:
    """Raise ``UsageError`` unless there are ``expected`` lines."""
    if len(lines) != expected:
        raise UsageError(
            f"{name} has {len(lines)} lines, but {expected} are needed",
            "Give one translation a line, in the order of the file that is measured on.",
        )
