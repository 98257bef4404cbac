"""A thousand articles: memory does not grow with them."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.batch.conftest import Desk, text_of

MEASURE = """
import resource, sys
from pathlib import Path
from tests.batch.conftest import Desk
Desk(Path(sys.argv[1])).run(tokens=1000)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def filled(root: Path, count: int) -> Desk:
    desk = Desk(root)
    for number in range(count):
        desk.write(f"{number // 100}/{number}.txt", text_of(number))
    return desk


@pytest.mark.slow
def test_memory_is_that_of_a_hundred_articles(tmp_path: Path) -> None:
    megabytes = []
    for count in (100, 1000):
        desk = filled(tmp_path / str(count), count)
        done = subprocess.run(
            [sys.executable, "-c", MEASURE, str(desk.root)],
            capture_output=True,
            check=True,
            text=True,
            cwd=Path(__file__).parents[2],
        )
        megabytes.append(int(done.stdout))
    assert megabytes[1] - megabytes[0] < 50
