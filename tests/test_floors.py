"""Imports go down: the table of floors in docs/design.md against what the code imports."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = "summarize"
TABLE = re.compile(r"^## Floors$.*?\n\n((?:    [^\n]+\n)+)", re.MULTILINE | re.DOTALL)


def floors() -> list[list[str]]:
    """The rooms of each floor, the highest first."""
    found = TABLE.search((ROOT / "docs" / "design.md").read_text("utf-8"))
    assert found, "docs/design.md has no table of floors"
    return [line.split() for line in found[1].splitlines()]


@cache
def modules() -> dict[str, Path]:
    """Every module of the program by its full name."""
    paths = sorted((ROOT / PACKAGE).rglob("*.py"))
    return {".".join(path.relative_to(ROOT).with_suffix("").parts): path for path in paths}


def imported(name: str) -> Iterator[str]:
    """The modules of the program that one imports, within functions and for types as well."""
    for node in ast.walk(ast.parse(modules()[name].read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
            yield from (_module(name, "") for name in names if name.split(".")[0] == PACKAGE)
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith(PACKAGE):
            yield from (_module(f"{node.module}", alias.name) for alias in node.names)


def _module(parent: str, name: str) -> str:
    """The module that ``from parent import name`` loads; without a name, ``import parent``."""
    own = (f"{parent}.{name}", f"{parent}.{name}.__init__", parent, f"{parent}.__init__")
    return next(one for one in own if one in modules())


def room(module: str) -> str:
    """The part of the program below the package that a module belongs to."""
    return module.split(".")[1]


def test_every_room_has_one_floor() -> None:
    named = [one for floor in floors() for one in floor]
    assert sorted(named) == sorted({room(module) for module in modules()})


def test_a_room_imports_only_from_floors_below_its_own() -> None:
    height = {one: -number for number, floor in enumerate(floors()) for one in floor}
    upward = [
        f"{module} imports {other}"
        for module in modules()
        for other in imported(module)
        if room(module) != room(other) and height[room(other)] >= height[room(module)]
    ]
    assert not upward


def test_no_module_imports_itself_by_way_of_others() -> None:
    graph = {module: set(imported(module)) - {module} for module in modules()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" -> ".join(error.args[1]))
