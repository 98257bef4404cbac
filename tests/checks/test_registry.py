"""The registry of checks, and choosing between candidates by it."""

import pytest

from summarize.checks import CHECKS, Context, check_pair
from summarize.records import Finding

SOURCE = "The government said on Monday that 16 people were killed."
GOOD = "រដ្ឋាភិបាលបាននិយាយកាលពីថ្ងៃចន្ទថា មនុស្ស ១៦ នាក់ត្រូវបានសម្លាប់។"
WRONG_NUMBER = GOOD.replace("១៦", "៣៦")


def test_a_good_translation_has_no_findings() -> None:
    assert check_pair(SOURCE, GOOD) == []


def test_a_finding_names_check_severity_place_and_what_to_look_at() -> None:
    message = "The English has 16; the Khmer does not (it has ៣៦)."
    assert check_pair(SOURCE, WRONG_NUMBER) == [Finding("numbers", "error", message, "k1")]


def test_every_check_is_registered_under_its_id_with_a_line_of_documentation() -> None:
    assert {"numbers", "untranslated", "truncation", "degeneration"} <= set(CHECKS)
    for name, check in CHECKS.items():
        assert check.id == name
        assert check.doc.endswith(".")


def test_a_check_that_is_switched_off_finds_nothing() -> None:
    off = Context(skip=frozenset({"numbers"}))
    assert check_pair(SOURCE, WRONG_NUMBER, off) == []


def test_empty_text_has_no_findings() -> None:
    assert check_pair("", "") == []


def test_the_registry_cannot_be_changed_by_accident() -> None:
    with pytest.raises(TypeError):
        CHECKS["numbers"] = CHECKS["length"]  # type: ignore[index]
