"""Numbers, quantities, times and dates: the table of pairs says what must be found, and what not.

Each line of ``value_pairs.tsv`` is an English sentence, a Khmer one, and the check that must find
something, or ``none`` where no check may.
"""

from pathlib import Path

import pytest

from summarize.checks import CHECKS, check_pair

LINES = Path(__file__).with_name("value_pairs.tsv").read_text("utf-8").splitlines()
PAIRS = [tuple(line.split("\t")) for line in LINES]
SEVERITIES = {
    **dict.fromkeys(
        ["numbers", "minus", "ordinals", "fractions", "units", "currencies", "times"], "error"
    ),
    **dict.fromkeys(["wrong_dates", "date_words"], "error"),
    **dict.fromkeys(["number_order", "months_weekdays"], "warning"),
}


@pytest.mark.parametrize(("source", "target", "check"), PAIRS)
def test_a_fault_is_found_and_a_good_pair_is_not(source: str, target: str, check: str) -> None:
    found = {finding.check for finding in check_pair(source, target) if finding.severity != "info"}
    assert check in found if check != "none" else found == set()


def test_every_check_of_values_has_pairs_and_its_severity() -> None:
    named = {check for _, _, check in PAIRS} - {"none"}
    assert named == set(SEVERITIES)
    assert {name: CHECKS[name].severity for name in named} == SEVERITIES
