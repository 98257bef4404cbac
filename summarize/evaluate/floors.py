"""Floors that quality may not fall below: kept in a file, raised by measuring, never lowered.

The file is TOML, one table for each set of data and each kind of figure::

    [flores_devtest.detected]
    "half cut" = 0.985

For what was detected or kept a floor is the lowest share allowed, for false alarms the highest.
"""

import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from summarize.errors import UsageError
from summarize.evaluate.figures import Kind

Table = tuple[str, str]
Floors = Mapping[Table, Mapping[str, float]]
"""Limits by name, in tables by data set and kind."""

KINDS: Final[dict[str, Kind]] = {
    "detected": "detected",
    "false_alarms": "false alarms",
    "kept": "kept",
}
MARGIN: Final = 0.01
_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")
HEADER: Final = """\
# The least that checks must detect and translations keep, the most false alarms, as shares.
# `summarize evaluate … --floors THIS_FILE --ratchet` tightens them to what it measured, less a
# margin, and never loosens one. To loosen one is a decision: edit it here, and say why.
"""


class Measured(Protocol):
    """One figure that can have a floor; ``share`` is ``None`` where nothing could be counted."""

    @property
    def data(self) -> str:
        """What it was measured on."""

    @property
    def kind(self) -> Kind:
        """Which way is better."""

    @property
    def name(self) -> str:
        """What was measured."""

    @property
    def share(self) -> float | None:
        """From 0 to 1."""


@dataclass(frozen=True, slots=True)
class Breach:
    """A figure on the wrong side of its floor."""

    figure: str
    measured: float | None
    limit: float

    def __str__(self) -> str:
        if self.measured is None:
            return f"{self.figure}: no longer measured (floor {self.limit:.4f})"
        return f"{self.figure}: {self.measured:.4f}, floor {self.limit:.4f}"


def read_floors(path: Path) -> Floors:
    """The floors in ``path``; none where there is no such file yet. Raises ``UsageError``."""
    try:
        text = path.read_text("utf-8") if path.exists() else ""
        tables = tomllib.loads(text)
        return {
            (data, kind): {name: float(limit) for name, limit in limits.items()}
            for data, kinds in tables.items()
            for kind, limits in kinds.items()
            if KINDS[kind]
        }
    except (OSError, ValueError, KeyError, AttributeError, TypeError) as error:
        raise UsageError(
            f"cannot read the floors in {path}: {error!r}", "Mend the file, or name another."
        ) from error


def breaches(figures: Iterable[Measured], floors: Floors) -> list[Breach]:
    """What fell below its floor, of the sets of data that were measured.

    A detection with a floor has to be measured; a check that is gone raises no alarms.
    """
    measured = _by_table(figures)
    found: list[Breach] = []
    for (data, kind), limits in floors.items():
        if not any(data == other for other, _ in measured):
            continue
        shares = measured.get((data, kind), {})
        for name, limit in limits.items():
            share = shares.get(name)
            if _is_breach(kind, share, limit):
                found.append(Breach(f"{data}, {KINDS[kind]}, {name}", share, limit))
    return found


def ratchet(figures: Iterable[Measured], floors: Floors, margin: float = MARGIN) -> Floors:
    """``floors`` tightened to the figures, less ``margin``; none is ever loosened.

    Figures counted on nothing set no floor.
    """
    raised = {table: dict(limits) for table, limits in floors.items()}
    for table, shares in _by_table(figures).items():
        limits = raised.setdefault(table, {})
        for name, share in shares.items():
            limits[name] = _tighter(table[1], share, margin, limits.get(name))
    return raised


def floors_text(floors: Floors) -> str:
    """The file that holds ``floors``."""
    blocks = [HEADER]
    for (data, kind), limits in floors.items():
        lines = [f"{_key(name)} = {limit:.4f}" for name, limit in limits.items()]
        blocks.append("\n".join([f"[{_key(data)}.{kind}]", *lines, ""]))
    return "\n".join(blocks)


def _key(name: str) -> str:
    """``name`` as a key of TOML, quoted where it has to be."""
    return name if _BARE.fullmatch(name) else json.dumps(name)


def _by_table(figures: Iterable[Measured]) -> dict[Table, dict[str, float]]:
    keys = {kind: key for key, kind in KINDS.items()}
    found: dict[Table, dict[str, float]] = {}
    for figure in figures:
        if figure.share is not None:
            found.setdefault((figure.data, keys[figure.kind]), {})[figure.name] = figure.share
    return found


def _is_breach(kind: str, share: float | None, limit: float) -> bool:
    if kind != "false_alarms":
        return share is None or share < limit
    return share is not None and share > limit


def _tighter(kind: str, share: float, margin: float, old: float | None) -> float:
    """The stricter of the old limit and what was measured, with the margin in its favour."""
    if kind != "false_alarms":
        return max(round(max(share - margin, 0.0), 4), 0.0 if old is None else old)
    return min(round(min(share + margin, 1.0), 4), 1.0 if old is None else old)
