"""Articles in: a file, a URL or standard input becomes an :class:`~summarize.records.Article`."""

from summarize.articles.build import article_from_text
from summarize.articles.read import read_article

__all__ = ["article_from_text", "read_article"]
