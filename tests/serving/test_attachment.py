"""Files for a browser, whatever they are called."""

import pytest

from summarize.serving.attachment import attachment


@pytest.mark.parametrize(
    ("name", "plain", "whole"),
    [
        ("note_km.txt", "note_km.txt", "note_km.txt"),
        ("ទំព័រ.html", "_.html", "%E1%9E%91%E1%9F%86%E1%9E%96%E1%9F%90%E1%9E%9A.html"),
        ('a"; b\r\nc.txt', "a_b_c.txt", "a%22%3B%20b%0D%0Ac.txt"),
    ],
)
def test_a_name_is_told_in_both_ways(name: str, plain: str, whole: str) -> None:
    answer = attachment(name, b"data")
    assert answer.headers["content-disposition"] == (
        f"attachment; filename=\"{plain}\"; filename*=UTF-8''{whole}"
    )
    assert answer.media_type == "application/octet-stream"
