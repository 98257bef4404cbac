"""Records come back from JSON as they were."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.records import (
    Article,
    Draft,
    Finding,
    Headline,
    Provenance,
    Result,
    Segment,
    Sentence,
    Source,
    Stretch,
    Summary,
    SummarySentence,
    summary_from_dict,
)

texts = st.text(max_size=10)
numbers = st.integers(0, 1000)
sources = st.builds(Source, texts, numbers, numbers)
summaries = st.builds(
    Summary,
    st.lists(
        st.builds(
            SummarySentence,
            texts,
            texts,
            st.lists(sources, max_size=2).map(tuple),
            texts,
            st.none() | st.floats(0, 1),
        ),
        max_size=2,
    ).map(tuple),
    texts,
)
stretches = st.builds(Stretch, numbers, numbers)
segments = st.builds(
    Segment,
    *[texts] * 6,
    alternatives=st.lists(texts, max_size=2).map(tuple),
    doubtful=st.lists(stretches, max_size=2).map(tuple),
)
results = st.builds(
    Result,
    article=st.builds(
        Article,
        *[texts] * 5,
        sentences=st.lists(
            st.builds(Sentence, texts, texts, numbers, numbers, numbers), max_size=2
        ).map(tuple),
        language=st.sampled_from(["en", "fr"]),
    ),
    summary=st.none() | summaries,
    draft=st.none() | st.builds(Draft, st.lists(segments, max_size=2).map(tuple), texts),
    findings=st.lists(
        st.builds(Finding, texts, st.sampled_from(["error", "warning", "info"]), texts, texts),
        max_size=2,
    ).map(tuple),
    provenance=st.builds(
        Provenance,
        texts,
        st.dictionaries(texts, texts, max_size=2),
        st.dictionaries(texts, st.booleans(), max_size=2),
        st.dictionaries(texts, st.floats(0, 1e6), max_size=2),
    ),
    headline=st.none()
    | st.builds(
        Headline,
        texts,
        texts,
        st.lists(sources, max_size=2).map(tuple),
        st.none() | segments,
    ),
)


@given(results)
def test_a_result_survives_json(result: Result) -> None:
    assert Result.from_dict(json.loads(json.dumps(result.to_dict()))) == result


@given(results)
def test_a_result_of_before_there_were_headlines_has_none(result: Result) -> None:
    older = {name: value for name, value in result.to_dict().items() if name != "headline"}
    assert Result.from_dict(older) == replace(result, headline=None)


@given(results)
def test_the_segments_are_those_of_the_draft_behind_the_headline(result: Result) -> None:
    headline = (result.headline.khmer,) if result.headline and result.headline.khmer else ()
    assert result.segments == (*headline, *(result.draft.segments if result.draft else ()))


def test_another_schema_is_refused() -> None:
    with pytest.raises(ValueError, match="schema 2"):
        Result.from_dict({"schema": 2})


def test_a_summary_says_from_how_many_parts_it_is_and_older_ones_from_one() -> None:
    assert summary_from_dict({"sentences": [], "signature": "x", "parts": 3}).parts == 3
    assert summary_from_dict({"sentences": [], "signature": "x"}).parts == 1
