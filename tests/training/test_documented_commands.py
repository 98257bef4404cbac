"""Every command of training/README.md exists: it tells its options."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

README = Path("training/README.md").read_text("utf-8")
MODULES = sorted(set(re.findall(r"python -m (training[\w.]+)", README)))


def test_the_stages_are_documented() -> None:
    assert len(MODULES) >= 7


@pytest.mark.parametrize("module", MODULES)
def test_a_documented_command_tells_its_options(module: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", module, "--help"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    used = re.findall(rf"python -m {re.escape(module)}((?: [^\n#]*(?:\\\n)?)*)", README)
    for option in set(re.findall(r"--[a-z-]+", " ".join(used))):
        assert option in done.stdout
