"""Whether an address is that of a feed shows in it, or is said by ``feed:``."""

import pytest

from summarize.feeds.address import likely, without_prefix


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("https://h/feed.xml", "surely"),
        ("https://h/index.rss?x=1", "surely"),
        ("https://h/sitemap.xml.gz", "surely"),
        ("feed:https://h/latest", "surely"),
        ("feed://h/latest", "surely"),
        ("https://h/feed/", "maybe"),
        ("https://h/?feed=rss2", "maybe"),
        ("https://h/feed-the-hungry", "no"),
        ("https://h/2026/11/story.html", "no"),
        ("http://[", "no"),
        ("news/a.xml.txt", "no"),
    ],
)
def test_an_address_says_whether_it_is_a_feed(address: str, found: str) -> None:
    assert likely(address) == found


def test_the_prefix_is_no_part_of_the_address() -> None:
    assert without_prefix("feed:https://h/a") == "https://h/a"
    assert without_prefix("feed://h/a") == "http://h/a"
    assert without_prefix("https://h/a") == "https://h/a"
