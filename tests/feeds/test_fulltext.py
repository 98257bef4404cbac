"""The article that an item carries is read as a page of its own."""

import pytest

from summarize.errors import ArticleError
from summarize.feeds.fulltext import article_of_item, full_text
from summarize.feeds.records import Item

SENTENCES = [
    f"The province built {n} schools in the year 20{n} with money of the villages."
    for n in range(10, 25)
]


def test_the_text_comes_whole_without_the_credit_of_the_feed() -> None:
    body = "".join(f"<p>{one}</p>" for one in SENTENCES)
    credit = '<p>The post <a href="/a">Schools</a> appeared first on <a href="/">News</a>.</p>'
    item = Item("https://h/a", title="Schools", html=full_text(body + credit))
    article = article_of_item(item)
    assert (article.title, article.source) == ("Schools", "https://h/a")
    assert [one.text for one in article.sentences] == SENTENCES


def test_markup_without_text_is_refused() -> None:
    with pytest.raises(ArticleError):
        article_of_item(Item("https://h/a", html="<div></div>"))
