"""What the service can do is described, whole and true, for programs and for people."""

import json
from typing import Any

import httpx
import pytest
from lxml import html

from summarize.service import describe, libre, own
from summarize.service.describe import document
from summarize.service.ways import WAYS


def test_every_way_is_described_and_is_there() -> None:
    routes = [*libre.ROUTES, *own.ROUTES, *describe.ROUTES]
    served = {
        (method, route.path)
        for route in routes
        for method in route.methods or ()
        if method != "HEAD"
    }
    told = {(way.method, way.path) for way in WAYS}
    assert served - told == {("GET", "/"), ("GET", "/page.css")}
    assert told - served == set()


def test_the_document_is_what_openapi_demands(client: httpx.Client) -> None:
    found = client.get("/openapi.json").json()
    assert found == document()
    assert found["openapi"].startswith("3.1")
    assert {"title", "version"} <= set(found["info"])
    for operations in found["paths"].values():
        for operation in operations.values():
            assert operation["responses"]["200"]["description"]
            for answer in operation["responses"].values():
                assert all("schema" in one for one in answer["content"].values())


@pytest.mark.parametrize("way", [way for way in WAYS if way.example], ids=lambda way: way.path)
def test_examples_work(client: httpx.Client, way: object) -> None:
    assert hasattr(way, "path")
    assert hasattr(way, "example")
    assert client.post(way.path, json=json.loads(way.example)).status_code == 200


@pytest.mark.parametrize("way", [way for way in WAYS if way.fields], ids=lambda way: way.path)
def test_what_is_said_to_be_needed_is(client: httpx.Client, way: object) -> None:
    assert hasattr(way, "path")
    assert client.post(way.path, json={}).status_code == 400


def test_the_page_says_the_same_and_needs_nothing_from_elsewhere(client: httpx.Client) -> None:
    answer = client.get("/")
    assert answer.headers["content-type"].startswith("text/html")
    page: Any = html.document_fromstring(answer.text)
    headings = [one.text_content() for one in page.iter("h2")]
    assert headings == [f"{way.method} {way.path}" for way in WAYS]
    assert page.findall(".//script") == []
    links = {link for _, _, link, _ in page.iterlinks()}
    assert links == {"/page.css", "/openapi.json"}
    assert client.get("/page.css").headers["content-type"].startswith("text/css")
