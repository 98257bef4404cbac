import pytest

from summarize.cli.lengths import one_length
from summarize.errors import UsageError


def test_each_option_is_a_length() -> None:
    assert one_length(None, None, standfirst=False, push=False) is None
    assert one_length("60w", None, standfirst=False, push=False) == "60w"
    assert one_length(None, 3, standfirst=False, push=False) == "3p"
    assert one_length(None, None, standfirst=True, push=False) == "standfirst"
    assert one_length(None, None, standfirst=False, push=True) == "push"


def test_two_are_refused_by_name() -> None:
    with pytest.raises(UsageError, match="--length and --push"):
        one_length("3", None, standfirst=False, push=True)
