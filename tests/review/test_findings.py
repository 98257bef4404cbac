"""What the checks say of a review: of each sentence once, however often its neighbours change."""

from collections import Counter

import pytest

from summarize.checks import USUAL, check_draft, check_segment
from summarize.records import Segment
from summarize.review import findings
from summarize.review.findings import Checker
from summarize.review.records import Reviewed
from tests.review.conftest import ARTICLE, PAIRS

WRONG = "តុលាការបានបើកសំណុំរឿង ១៣។"


def segments(*changed: str) -> list[Reviewed]:
    texts = [*changed, *list(PAIRS.values())[len(changed) :]]
    return [
        Reviewed(ARTICLE, f"k{n}", source, target, target, "draft", 0, "", "")
        for n, (source, target) in enumerate(zip(PAIRS, texts, strict=True), 1)
    ]


@pytest.mark.parametrize("changed", [(), (WRONG,), (WRONG, WRONG)])
def test_the_findings_are_those_of_the_whole_draft(changed: tuple[str, ...]) -> None:
    given = segments(*changed)
    whole = check_draft([Segment(one.id, one.id, one.source, one.target) for one in given])
    assert Checker(USUAL).check(ARTICLE, given) == tuple(whole)
    assert bool(whole) == bool(changed)


def test_an_edit_checks_only_its_own_sentence_again(monkeypatch: pytest.MonkeyPatch) -> None:
    asked, check = Counter[str](), check_segment
    monkeypatch.setattr(
        findings,
        "check_segment",
        lambda one, context: asked.update([one.target]) or check(one, context),
    )
    checker = Checker(USUAL)
    checker.check(ARTICLE, segments())
    checker.check(ARTICLE, segments(WRONG))
    checker.check_pair(next(iter(PAIRS)), WRONG)
    assert asked == Counter([*PAIRS.values(), WRONG])
