"""An item of a feed pasted as text."""

from pathlib import Path

import pytest

from summarize.articles import read_article
from summarize.articles.items import is_item, page_of_item

FIRST = "The ferry to the island starts again on Friday after eleven weeks in the dock."


@pytest.mark.parametrize(
    "item",
    [
        f"<item><title>Ferry &amp; crew</title><description>Short.</description>"
        f"<content:encoded><![CDATA[<p>{FIRST}</p>]]></content:encoded></item>",
        f"<entry>\n<title><![CDATA[Ferry & crew]]></title><content type='html'>&lt;p&gt;{FIRST}"
        "&lt;/p&gt;</content></entry>",
    ],
)
def test_its_title_and_text_are_read(item: str, tmp_path: Path) -> None:
    path = tmp_path / "item.txt"
    path.write_text(item)
    article = read_article(str(path))
    assert (article.title, article.text) == ("Ferry & crew", FIRST)


def test_what_is_no_item_or_lacks_parts() -> None:
    assert not is_item("An item")
    assert page_of_item("<item></item>") == "<html><body><h1></h1></body></html>"
