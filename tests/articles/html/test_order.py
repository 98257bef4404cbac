"""Whatever the shape of a page: what is read stands in it, whole, and in the same order."""

import re
from itertools import count, pairwise

from hypothesis import given
from hypothesis import strategies as st

from summarize.articles.html.dom import parse
from summarize.articles.html.read import read_html
from summarize.articles.html.walk import blocks_of
from summarize.errors import ArticleError

BLOCKS = ["div", "p", "section", "article", "main", "ul", "li", "blockquote", "td", "h2", "center"]
INLINE = ["b", "i", "span", "em", "a", "font"]
Tree = tuple[str, list["Tree | str"]]

LEAF = st.sampled_from(["S", "S", "S", "<br>", "<br><br>", "<img src=x>", "<hr>", " "])
TREES = st.recursive(
    LEAF,
    lambda inner: st.tuples(st.sampled_from(BLOCKS + INLINE), st.lists(inner, max_size=5)),
    max_leaves=25,
)
NUMBER = re.compile(r"Sentence number (\d+) tells of rain in the hills\.")


def html_of(tree: "Tree | str", numbers: "count[int]") -> str:
    if isinstance(tree, str):
        is_text = tree == "S"
        return f" Sentence number {next(numbers)} tells of rain in the hills. " if is_text else tree
    name, inner = tree
    return f"<{name}>{''.join(html_of(one, numbers) for one in inner)}</{name}>"


@given(st.lists(TREES, min_size=1, max_size=8))
def test_all_text_of_a_page_becomes_blocks_in_its_order(trees: "list[Tree | str]") -> None:
    numbers = count()
    page = "".join(html_of(tree, numbers) for tree in trees)
    root = parse(f"<html><body>{page}</body></html>", "page")
    texts = " ".join(block.text for block in blocks_of(root, "a.html")) if root is not None else ""
    assert list(map(int, NUMBER.findall(texts))) == list(range(next(numbers)))


@given(st.lists(TREES, min_size=1, max_size=8))
def test_what_is_read_of_a_page_stands_in_it_in_the_same_order(trees: "list[Tree | str]") -> None:
    numbers = count()
    page = "".join(html_of(tree, numbers) for tree in trees)
    try:
        found = read_html(f"<html><body>{page}</body></html>", "page").paragraphs
    except ArticleError:
        return
    read = [int(number) for text in found for number in NUMBER.findall(text)]
    assert all(a < b for a, b in pairwise(read))
    assert not NUMBER.sub("", " ".join(found)).strip()
