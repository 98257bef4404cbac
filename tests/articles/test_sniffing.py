"""HTML is known by how it begins, whatever it is called."""

import pytest

from summarize.articles.sniffing import is_html


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html><html>",
        "\ufeff<!doctype html>",
        "  \n<!-- a --> <!-- b --><html>",
        "<?xml version='1.0'?>\n<html>",
        '<meta charset="utf-8"><p>It rains.</p>',
        "<p>It rains.</p>",
        "<p>It rains.<p>And rains.",
        "<div class='a'><h1>Rain</h1></div>",
        "<h2>Rain</h2> It rains.",
        "<BODY>It rains.",
    ],
)
def test_html(text: str) -> None:
    assert is_html(text.encode())
    assert is_html(text.removeprefix("\ufeff").encode("utf-16"))


@pytest.mark.parametrize(
    "text",
    ["It rains.", "<3 this", "<p> marks a paragraph.", "< 5 percent", "<!--", "<?", "", "<a@b.c>"],
)
def test_text(text: str) -> None:
    assert not is_html(text.encode())
