"""Scale words that a Khmer editor would change."""

import pytest

from summarize.checks.scale_words import check


@pytest.mark.parametrize("target", ["៣ ប៊ីលាន", "បីប៊ីលានដុល្លារ", "2 ប៊ីលៀន", "៥\u200bប៊ីលីយ៉ុន"])
def test_borrowed_words_for_a_billion_are_rare_in_the_press(target: str) -> None:
    (message,) = check("", target)
    assert message.endswith("is rare in the press. Write ពាន់លាន.")


@pytest.mark.parametrize("target", ["៣កោដិ", "3 កោដិ", "មួយកោដិ", "រយកោដិ"])
def test_koti_after_a_number_is_doubtful(target: str) -> None:
    (message,) = check("", target)
    assert message.startswith("កោដិ is ten million")


@pytest.mark.parametrize("target", ["៣ ពាន់លាន", "៣ លាន", "ព្រះកោដិ", "លានចន្ទ", ""])
def test_common_scale_words_and_other_words_pass(target: str) -> None:
    assert check("", target) == []
