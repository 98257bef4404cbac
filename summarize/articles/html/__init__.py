"""HTML: the article of a web page, every sentence of it in order and nothing around it.

``dom`` parses, ``walk`` turns the page into blocks (paragraphs, headings, items) that know where
they stand, ``story`` chooses those of the article, ``metadata`` tells what the page says of itself.
Only ``dom``, ``walk``, ``boxes``, ``tables`` and ``metadata`` know of lxml.
"""

from summarize.articles.html.read import read_html

__all__ = ["read_html"]
