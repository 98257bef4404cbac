"""What a model changed is set right where only one thing can be meant, and left alone elsewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.checks.numbers import difference
from summarize.drafting.repair import repair


@pytest.mark.parametrize(
    ("source", "target", "mended"),
    [
        ("There were 16.", "មាន ៣៦។", "មាន 16។"),
        ("It cost 3 million.", "តម្លៃ ៣ ពាន់លាន។", "តម្លៃ 3 លាន។"),
        ("It cost $3.5 billion.", "តម្លៃ 4.5 លានដុល្លារ។", "តម្លៃ 3.5 ពាន់លានដុល្លារ។"),
        ("It took seven days.", "ចំណាយពេលប្រាំថ្ងៃ។", "ចំណាយពេល7ថ្ងៃ។"),
        ("It cost $1,200.", "តម្លៃ ១.៣០០ ដុល្លារ។", "តម្លៃ 1,200 ដុល្លារ។"),
        ("It opened on 16 September.", "បើកនៅថ្ងៃទី16 ខែមិថុនា។", "បើកនៅថ្ងៃទី16 ខែកញ្ញា។"),
        ("It opened on Monday.", "វាបានបើកនៅថ្ងៃសុក្រ។", "វាបានបើកនៅថ្ងៃច័ន្ទ។"),
        ("He flew to Japan.", "គាត់ហោះទៅប្រទេសអេស្ប៉ាញ។", "គាត់ហោះទៅប្រទេសជប៉ុន។"),
        ("On Monday, 16 came.", "នៅថ្ងៃសុក្រ មក ១៧ នាក់។", "នៅថ្ងៃច័ន្ទ មក 16 នាក់។"),
    ],
)
def test_one_wrong_thing_is_replaced_and_told(source: str, target: str, mended: str) -> None:
    found = repair(source, target)
    assert found.target == mended
    assert "put in place of" in found.note


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("There were 16.", "មាន ១៦។"),
        ("There were 16.", "មានមនុស្ស។"),
        ("There were 16 and 20.", "មាន ៣៦ និង ៤០។"),
        ("There were 16 and 20.", "មាន ៣៦ និង ៣៦។"),
        ("In May and June.", "ក្នុងខែមីនា និងខែសីហា។"),
        ("On Monday in June.", "ក្នុងខែសីហា។"),
        ("It rained.", "មានភ្លៀង ៥ ដង។"),
        ("He flew to Japan.", "គាត់ហោះទៅឆ្ងាយ។"),
    ],
    ids=[
        "right",
        "lost",
        "two changed",
        "one for two",
        "two months",
        "day lost",
        "invented",
        "country lost",
    ],
)
def test_what_is_right_or_unclear_is_left_to_the_checks(source: str, target: str) -> None:
    assert repair(source, target).target == target
    assert repair(source, target).note == ""


@given(st.integers(13, 10**7), st.integers(13, 10**7))
def test_a_changed_number_comes_out_as_the_english_has_it(right: int, wrong: int) -> None:
    source, target = f"There were {right:,} people.", f"មានមនុស្ស {wrong} នាក់។"
    found = repair(source, target)
    assert difference(source, found.target) == ([], [])
    assert bool(found.note) == (right != wrong)
