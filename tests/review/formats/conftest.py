"""A review of 300 segments with everything that exchange formats have been known to spoil."""

from pathlib import Path

import pytest

from summarize.review.exporting import documents_of
from summarize.review.formats.records import Document
from summarize.review.records import STATES, Edit, State
from summarize.review.store import ReviewStore
from tests.review.conftest import build_result

MANY = 300
KHMER = (
    "=តុលាការ  «ទី{n}» បានជួប & <ចៅក្រម> ស្ត្រី ១២ នាក់។",
    "-ប្រទេស «កម្ពុជា»  និង \"ថៃ\" 'ជួប' គ្នា {n}។",
    "@លោក ហ៊ុន ម៉ាណែត <b>{n}</b> &amp; ស៊ី៖ ្រ៉ា។",
    "+៥០% នៃមនុស្ស {n} \\n ៗ ។ល។ ៕",
)
ENGLISH = (
    "=1+{n} «Courts»  met & <judges> spoke.",
    "-{n} of “Cambodia”  and \"Thai\" 'met'.",
    "@Hun Manet <b>{n}</b> &amp; said: A\u00a0B.",
    '+50% of people, {n} \\n; "quoted", and ; , more.',
)


def expected_state(number: int) -> State:
    return STATES[number % len(STATES)]


def fill(path: Path, count: int) -> ReviewStore:
    """A review of ``count`` segments, a quarter of them in each state."""
    store = ReviewStore(path)
    pairs = {
        ENGLISH[n % len(ENGLISH)].format(n=n): KHMER[n // 4 % len(KHMER)].format(n=n)
        for n in range(count)
    }
    store.add([build_result(pairs, title="Courts & <judges>", source="news/a&b.txt")])
    edits = [
        Edit(one.article, one.id, one.version, state=expected_state(n))
        for n, one in enumerate(store.segments())
    ]
    store.change(edits, "Sok")
    return store


@pytest.fixture
def review(tmp_path: Path) -> ReviewStore:
    return fill(tmp_path / "review.sqlite", MANY)


@pytest.fixture
def document(review: ReviewStore) -> Document:
    (only,) = documents_of(review)
    return only
