"""The public names are all there, sorted, and cost nothing until they are used."""

import subprocess
import sys

import pytest

import summarize


def test_public_names_are_sorted_and_exist() -> None:
    assert summarize.__all__ == sorted(summarize.__all__)
    assert all(getattr(summarize, name) is not None for name in summarize.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        summarize.nonsense  # noqa: B018


def test_importing_the_package_loads_no_part_of_it() -> None:
    script = "import summarize, sys; print([m for m in sys.modules if m.startswith('summarize.')])"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, text=True
    )
    assert done.stdout.strip() == "['summarize._version']"
