"""Who may ask and who may not, and what the answers forbid the browser."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from summarize.review.web.desk import Desk
from summarize.review.web.security import CSRF_HEADER, LIMIT, Keys
from tests.review.web.conftest import ORIGIN
from tests.review.web.sample import ARTICLE, KHMER

EDIT = {"article": ARTICLE, "id": "k1", "version": 0, "target": "ផ្សេង។"}
CHANGE = {"edits": [EDIT]}


def untouched(desk: Desk) -> bool:
    return [one.target for one in desk.store.segments(ARTICLE)] == list(KHMER)


@pytest.mark.parametrize("path", ["/", f"/article/{ARTICLE}", "/api/history", "/export", "/none"])
@pytest.mark.parametrize("token", [None, "", "wrong", "ខ្មែរ"])
def test_nobody_gets_in_without_the_token(
    stranger: TestClient, path: str, token: str | None
) -> None:
    answer = stranger.get(path, params={} if token is None else {"token": token})
    assert answer.status_code == 403
    assert KHMER[0] not in answer.text


def test_the_token_becomes_a_cookie_that_scripts_and_other_sites_cannot_use(
    stranger: TestClient, keys: Keys
) -> None:
    answer = stranger.get("/", params={"token": keys.token})
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert stranger.get("/").status_code == 200


def test_the_token_works_once(stranger: TestClient, keys: Keys) -> None:
    token = keys.token
    stranger.get("/", params={"token": token})
    assert stranger.get("/", params={"token": token}).status_code == 303
    stranger.cookies.clear()
    answer = stranger.get("/", params={"token": token})
    assert answer.status_code == 403
    assert "used already" in answer.text


def test_a_wrong_token_does_not_use_up_the_right_one(stranger: TestClient, keys: Keys) -> None:
    stranger.get("/", params={"token": "wrong"})
    assert stranger.get("/", params={"token": keys.token}).status_code == 303


def test_a_foreign_cookie_opens_nothing(stranger: TestClient, keys: Keys) -> None:
    stranger.cookies.set(keys.cookie, "guessed")
    assert stranger.get("/").status_code == 403


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "127.0.0.1:9000", "[::"])
def test_a_foreign_host_is_refused(client: TestClient, host: str) -> None:
    answer = client.get("/", headers={"host": host})
    assert answer.status_code == 421
    assert KHMER[0] not in answer.text


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", f"{ORIGIN}0", "https://127.0.0.1:8000"]
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_foreign_origin_is_refused(
    client: TestClient, desk: Desk, origin: str, method: str
) -> None:
    headers = {"origin": origin}
    answer = client.request(method, "/api/change", json=CHANGE, headers=headers)
    assert answer.status_code == 403
    assert untouched(desk)


@pytest.mark.parametrize("missing", ["origin", CSRF_HEADER])
def test_a_change_needs_its_origin_and_the_token_of_the_page(
    client: TestClient, desk: Desk, missing: str
) -> None:
    del client.headers[missing]
    assert client.post("/api/change", json=CHANGE).status_code == 403
    assert untouched(desk)


def test_a_wrong_token_of_the_page_is_refused(client: TestClient, desk: Desk) -> None:
    answer = client.post("/api/change", json=CHANGE, headers={CSRF_HEADER: "wrong"})
    assert (answer.status_code, untouched(desk)) == (403, True)


def test_a_form_cannot_change_anything(client: TestClient, desk: Desk) -> None:
    answer = client.post("/api/change", data={"edits": "[]"})
    assert (answer.status_code, untouched(desk)) == (415, True)


def test_fifty_megabytes_are_refused_before_they_are_read(client: TestClient) -> None:
    answer = client.post("/api/change", content=b"x" * 50_000_000)
    assert answer.status_code == 413


def test_fifty_megabytes_of_unannounced_length_are_refused_on_the_way(client: TestClient) -> None:
    sent = 0

    def chunks() -> Iterator[bytes]:
        nonlocal sent
        while sent < 50_000_000:
            sent += LIMIT // 4
            yield b"x" * (LIMIT // 4)

    headers = {"content-type": "application/json"}
    assert client.post("/api/change", content=chunks(), headers=headers).status_code == 413


@pytest.mark.parametrize("path", ["/", f"/article/{ARTICLE}", "/static/main.js", "/none", "/api/x"])
def test_every_answer_forbids_what_no_page_needs(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cache-control"] == "no-store"


def test_refusals_have_these_headers_too(stranger: TestClient) -> None:
    assert "content-security-policy" in stranger.get("/").headers


@pytest.mark.parametrize(
    "path", ["/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static/fonts/"]
)
def test_only_the_files_of_the_page_are_given_away(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_secrets_differ_from_run_to_run() -> None:
    keys = [Keys("127.0.0.1", 1) for _ in range(2)]
    secrets = {secret for key in keys for secret in (key.token, key.session, key.csrf)}
    assert len(secrets) == 6
    assert min(map(len, secrets)) >= 43
