"""Print what ``summarize`` needs where no model by name is used: all its packages but two.

Torch and transformers are most of what is installed, and the extractive summariser and the embedded
translator do without. ``pip install`` cannot leave out a package that another asks for, so a slim
installation takes the others by this list, and then the program alone::

    python -m tools.slim_requirements > slim.txt
    pip install -r slim.txt && pip install --no-deps .
"""

import argparse
import re
import tomllib
from pathlib import Path

PROJECT = Path(__file__).parents[1] / "pyproject.toml"
LEFT_OUT = {"torch", "transformers"}


def slim(project: str) -> list[str]:
    """The requirements in ``project``, the text of a ``pyproject.toml``, without the two."""
    wanted: list[str] = tomllib.loads(project)["project"]["dependencies"]
    return [one for one in wanted if re.split(r"[^\w-]", one, maxsplit=1)[0] not in LEFT_OUT]


def main() -> None:
    """Print one requirement a line."""
    argparse.ArgumentParser(
        description="Print the packages of a slim installation: without torch and transformers."
    ).parse_args()
    print("\n".join(slim(PROJECT.read_text(encoding="utf-8"))))


if __name__ == "__main__":
    main()
