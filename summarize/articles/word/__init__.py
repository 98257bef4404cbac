"""Word files: ``text`` reads paragraphs as they stand, ``read`` makes an article of them."""

from summarize.articles.word.read import read_word

__all__ = ["read_word"]
