"""Articles are called by the names of their files, each by its own."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarize.review.labels import article_named, label_of_key, labels


@dataclass(frozen=True)
class Named:
    id: str
    source: str


PATHS = st.lists(st.sampled_from(["a", "b", "news", "x.txt", "..", ""]), min_size=1, max_size=4)
ARTICLES = st.lists(PATHS.map("/".join), max_size=8).map(
    lambda sources: [Named(f"id{n}", source) for n, source in enumerate(sources)]
)


@pytest.mark.parametrize(
    ("sources", "found"),
    [
        (["in/a.txt", "in/b.txt"], ["a.txt", "b.txt"]),
        (["in/a.txt", "old/a.txt", "b.txt"], ["in/a.txt", "old/a.txt", "b.txt"]),
        (["a.txt", "old/a.txt"], ["a.txt", "old/a.txt"]),
        ([r"C:\news\a.txt"], ["a.txt"]),
        (["https://news.example/2026/flood?id=7"], ["flood?id=7"]),
        (["-", "-"], ["id0", "id1"]),
    ],
)
def test_an_article_is_called_by_its_file_and_as_many_folders_as_tell_it_apart(
    sources: list[str], found: list[str]
) -> None:
    articles = [Named(f"id{n}", source) for n, source in enumerate(sources)]
    assert list(labels(articles).values()) == found


@given(ARTICLES)
def test_no_two_articles_are_called_the_same_and_each_is_found_by_its_label(
    articles: list[Named],
) -> None:
    found = labels(articles)
    assert len(set(found.values())) == len(articles)
    assert [article_named(found[one.id], articles) for one in articles] == [o.id for o in articles]


def test_an_article_is_found_by_id_and_source_and_not_by_what_several_are_called() -> None:
    articles = [Named("1", "in/a.txt"), Named("2", "in/b.txt"), Named("3", "in/b.txt")]
    assert article_named("2", articles) == "2"
    assert article_named("in/a.txt", articles) == "1"
    assert article_named("in/b.txt", articles) is None
    assert article_named("c.txt", articles) is None


def test_a_key_shows_the_label_of_its_article() -> None:
    assert label_of_key("1:k2", {"1": "a.txt"}) == "a.txt:k2"
    assert label_of_key("9:k2", {"1": "a.txt"}) == "9:k2"
