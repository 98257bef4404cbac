"""The pages as they are sent: what is on them, and that no text in them is markup."""

import io
import re
import zipfile
from dataclasses import replace
from typing import get_args

import pytest
from starlette.testclient import TestClient

from summarize.review.formats import FormatName
from summarize.review.records import Edit
from summarize.review.web.desk import Desk
from tests.review.web.sample import ARTICLE, ENGLISH, KHMER, RIGHT, TEXT, build_result

TITLE = re.compile(r'<h2><a href="/article/[0-9a-f]+">(.*?)</a></h2>')


def titles(client: TestClient, **query: str | int) -> list[str]:
    answer = client.get("/", params=query)
    assert answer.status_code == 200
    return TITLE.findall(answer.text)


COURTS, ROADS = "Courts &lt;b&gt;open&lt;/b&gt;", "Roads"


def test_articles_are_listed_with_progress_and_findings(client: TestClient, desk: Desk) -> None:
    desk.store.change([Edit(ARTICLE, "k2", 0, state="approved")], "Dara")
    page = client.get("/").text
    assert TITLE.findall(page) == [COURTS, ROADS]
    assert "as Dara: 1 of 6 sentences approved" in page
    assert "1 of 3 approved" in page
    assert '<span class="error">1 error</span>' in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"show": "done"}, []),
        ({"show": "open"}, [COURTS, ROADS]),
        ({"show": "errors"}, [COURTS]),
        ({"check": "numbers"}, [COURTS]),
        ({"check": "nothing_of_the_kind"}, []),
        ({"q": "lorry"}, [COURTS, ROADS]),
        ({"q": "១៣"}, [COURTS]),
        ({"q": "Laos"}, []),
        ({"show": "nonsense", "page": "-1"}, [COURTS, ROADS]),
        ({"page": "9" * 5000}, [COURTS, ROADS]),
        ({"page": 2}, []),
    ],
)
def test_articles_can_be_searched_and_filtered(
    client: TestClient, desk: Desk, query: dict[str, str | int], found: list[str]
) -> None:
    roads = desk.store.articles()[1].id
    desk.store.change([Edit(roads, "k1", 0, RIGHT)], "Dara")
    assert titles(client, **query) == found


def test_what_was_found_is_shown_with_a_link_to_it(client: TestClient) -> None:
    page = client.get("/", params={"q": "lorry"}).text
    assert f'<a href="/article/{ARTICLE}#k3">{ENGLISH[2]}</a>' in page


def test_many_articles_are_on_several_pages(client: TestClient, desk: Desk) -> None:
    desk.store.add(build_result(f"Story {number}") for number in range(100))
    assert [len(titles(client, page=number)) for number in (1, 2, 3)] == [50, 50, 2]
    assert (
        'href="/?q=&amp;show=open&amp;check=&amp;page=3"' in client.get("/?show=open&page=2").text
    )


def test_an_article_has_its_sentences_with_all_that_they_rest_on(client: TestClient) -> None:
    page = client.get(f"/article/{ARTICLE}").text
    for text in (*ENGLISH, *KHMER):
        assert text in page
    assert 'data-from="a2 a1"' in page
    assert "; support 75%" in page
    assert "The model wrote of a lorry." in page
    assert "The English has no end." in page
    assert '<li class="error" data-check="numbers">' in page


def test_no_text_becomes_markup(client: TestClient, desk: Desk) -> None:
    attack = "</textarea><script>alert(2)</script>\"'><img src=x onerror=alert(3)>"
    desk.store.change([Edit(ARTICLE, "k1", 0, attack)], attack)
    for path in ("/", f"/article/{ARTICLE}", f"/?q={attack}", f"/?check={attack}"):
        page = client.get(path).text
        assert "<script>" not in page
        assert "<img" not in page
        assert "<b>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in client.get(f"/article/{ARTICLE}").text


def test_pages_have_neither_scripts_nor_styles_inside(client: TestClient) -> None:
    for path in ("/", f"/article/{ARTICLE}"):
        page = client.get(path).text
        assert re.findall(r"<script(?![^>]* src=)|<style| style=| on[a-z]+=\"", page) == []
        assert "http://" not in page
        assert "https://" not in page


def test_a_translated_text_leads_straight_to_the_article(client: TestClient, desk: Desk) -> None:
    result = build_result("Whole")
    assert result.draft is not None
    segments = tuple(replace(s, sentence=f"a{s.id[1:]}") for s in result.draft.segments)
    whole = replace(result, summary=None, draft=replace(result.draft, segments=segments))
    desk.store.add([whole])
    page = client.get(f"/article/{whole.article.id}").text
    assert 'data-from="a2"' in page
    assert TEXT[1].partition(" ")[0] in page


@pytest.mark.parametrize("path", ["/article/nowhere", "/nowhere", "/export?format=exe"])
def test_what_is_not_there_is_told_on_a_page(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "This did not work" in answer.text


@pytest.mark.parametrize("format_name", get_args(FormatName))
def test_an_article_can_be_exported_in_every_format(
    client: TestClient, format_name: FormatName
) -> None:
    answer = client.get("/export", params={"article": ARTICLE, "format": format_name})
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith("attachment;")
    assert answer.headers["content-type"] == "application/octet-stream"
    assert len(answer.content) > 100


def test_all_articles_are_exported_in_one_archive(client: TestClient) -> None:
    answer = client.get("/export", params={"format": "csv"})
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert len(archive.namelist()) == 2
        assert KHMER[0] in archive.read(archive.namelist()[0]).decode("utf-8-sig")


def test_every_format_has_a_link(client: TestClient) -> None:
    page = client.get(f"/article/{ARTICLE}").text
    for name in get_args(FormatName):
        assert f'href="/export?format={name}&amp;article={ARTICLE}"' in page


def test_drafts_are_marked_in_words_and_a_doubtful_story_at_the_top(
    client: TestClient, desk: Desk
) -> None:
    result = build_result(title="Doubtful")
    assert result.draft is not None
    segments = tuple(
        replace(one, confidence=chance)
        for one, chance in zip(result.draft.segments, (0.9, 0.2, 0.05), strict=True)
    )
    desk.store.add([replace(result, draft=replace(result.draft, segments=segments))])
    page = client.get(f"/article/{result.article.id}").text
    assert '<span class="level wrong">likely wrong (9%)</span>' in page
    assert '<span class="level check">check it (20%)</span>' in page
    assert "No Khmer sentence of this story is likely usable" in page
    desk.store.change([Edit(result.article.id, "k2", 0, state="approved")], "Dara")
    page = client.get(f"/article/{result.article.id}").text
    assert "check it" not in page
    assert "No Khmer sentence" not in page
