"""Who may ask and who may not, how much, and what happens to those who go away."""

import http.client
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator

import httpx
import pytest

from summarize.errors import UsageError
from summarize.service import asked, guard
from summarize.service.guard import AT_ONCE, LIMIT, require_safe
from tests.service.conftest import MEETING, MEETING_KHMER, PATIENCE, Book, Service, serving

KEY = "a-key-of-this-test-alone"
ONE = {"q": MEETING, "source": "en", "target": "km"}


@pytest.fixture
def locked(book: Book) -> Iterator[Service]:
    """A service that needs a key."""
    with serving(book, key=KEY) as found:
        yield found


def eventually(is_so: Callable[[], bool]) -> bool:
    until = time.monotonic() + PATIENCE
    while not is_so() and time.monotonic() < until:
        time.sleep(0.02)
    return is_so()


def asking(service: Service) -> threading.Thread:
    """Somebody who has begun to wait for a translation."""
    thread = threading.Thread(target=lambda: service.client.post("/translate", json=ONE))
    thread.start()
    assert eventually(lambda: service.worker.waiting == 1)
    return thread


@pytest.mark.parametrize("host", ["evil.example", "evil.example:5000", "127.0.0.1:1", "", "[::"])
def test_a_foreign_host_is_refused(client: httpx.Client, book: Book, host: str) -> None:
    answer = client.post("/translate", json=ONE, headers={"host": host})
    assert answer.status_code in (400, 421)
    assert MEETING not in book.given


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1"])
@pytest.mark.parametrize("path", ["/translate", "/summarize", "/check", "/translate_file"])
def test_a_page_of_another_site_is_refused(
    client: httpx.Client, book: Book, origin: str, path: str
) -> None:
    answer = client.post(path, data=ONE, headers={"origin": origin})
    assert answer.status_code == 403
    assert "access-control-allow-origin" not in answer.headers
    assert MEETING not in book.given


def test_a_page_of_its_own_may_ask(service: Service) -> None:
    headers = {"origin": service.address}
    assert service.client.post("/translate", json=ONE, headers=headers).status_code == 200


@pytest.mark.parametrize("path", ["/translate", "/summarize", "/check", "/detect"])
def test_what_costs_something_needs_the_key(locked: Service, path: str) -> None:
    fields = {**ONE, "text": MEETING}
    assert locked.client.post(path, json=fields).status_code == 400
    for wrong in ("wrong", "", "ខ្មែរ", f"{KEY}x", 7):
        answer = locked.client.post(path, json={**fields, "api_key": wrong})
        assert answer.status_code in (400, 403), wrong
    assert locked.client.post(path, json={**fields, "api_key": KEY}).status_code == 200


def test_a_wrong_key_is_told_as_by_libretranslate(locked: Service) -> None:
    answer = locked.client.post("/translate", data={**ONE, "api_key": "wrong"})
    assert (answer.status_code, answer.json()) == (403, {"error": "Invalid API key"})


def test_a_file_needs_the_key_too(locked: Service) -> None:
    fields = {"source": "en", "target": "km"}
    file = {"file": ("a.txt", MEETING.encode())}
    assert locked.client.post("/translate_file", data=fields, files=file).status_code == 400
    with_key = {**fields, "api_key": KEY}
    assert locked.client.post("/translate_file", data=with_key, files=file).status_code == 200


def test_the_key_may_come_in_a_header(locked: Service) -> None:
    headers = {"authorization": f"Bearer {KEY}"}
    assert locked.client.post("/translate", json=ONE, headers=headers).status_code == 200
    wrong = {"authorization": f"Basic {KEY}"}
    assert locked.client.post("/translate", json=ONE, headers=wrong).status_code == 400


@pytest.mark.parametrize("path", ["/languages", "/frontend/settings", "/health", "/openapi.json"])
def test_what_costs_nothing_needs_no_key(locked: Service, path: str) -> None:
    assert locked.client.get(path).status_code == 200


def test_others_are_not_let_in_without_a_key() -> None:
    require_safe("127.0.0.1", "")
    require_safe("0.0.0.0", KEY)
    with pytest.raises(UsageError, match="no key is set"):
        require_safe("0.0.0.0", "")
    with pytest.raises(UsageError, match="fewer than 16 characters"):
        require_safe("192.168.1.5", "short")


@pytest.mark.parametrize("path", ["/translate", "/check", "/translate_file"])
def test_fifty_megabytes_are_refused_before_they_are_read(service: Service, path: str) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", service.port, timeout=PATIENCE)
    connection.putrequest("POST", path)
    connection.putheader("Content-Type", "application/json")
    connection.putheader("Content-Length", "50000000")
    connection.endheaders()
    answer = connection.getresponse()
    assert answer.status == 413
    assert "bytes" in json.loads(answer.read())["error"]
    connection.close()


def test_bytes_of_unannounced_length_are_refused_on_the_way(client: httpx.Client) -> None:
    def chunks() -> Iterator[bytes]:
        for _ in range(2 * LIMIT // 50_000):
            yield b"x" * 50_000

    headers = {"content-type": "application/json"}
    answer = client.post("/translate", content=chunks(), headers=headers)
    assert answer.status_code == 413


def test_a_request_that_drips_is_left(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asked, "SECONDS", 0.2)
    with socket.create_connection(("127.0.0.1", service.port), timeout=PATIENCE) as wire:
        head = f"POST /translate HTTP/1.1\r\nHost: 127.0.0.1:{service.port}\r\n"
        wire.sendall(f"{head}Content-Type: application/json\r\nContent-Length: 9\r\n\r\n[".encode())
        assert wire.recv(100).startswith(b"HTTP/1.1 408")


def test_when_too_much_waits_it_is_said_when_to_come_again(book: Book) -> None:
    book.go.clear()
    with serving(book, room=3) as service:
        first = threading.Thread(
            target=service.client.post, args=("/translate",), kwargs={"json": ONE}
        )
        first.start()
        assert eventually(lambda: service.worker.waiting == 1)
        full = {**ONE, "q": "One. Two. Three. Four."}
        for path, body in (("/translate", full), ("/summarize", {"text": MEETING, "length": 5})):
            answer = httpx.post(f"{service.address}{path}", json=body)
            assert answer.status_code == 429
            assert int(answer.headers["retry-after"]) >= 1
            assert answer.json()["error"].startswith("Slowdown: ")
        book.go.set()
        first.join()
        assert eventually(lambda: service.worker.waiting == 0)
        assert httpx.post(f"{service.address}/translate", json=full).status_code == 200


def test_more_requests_at_once_than_it_can_hold_are_refused(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard, "AT_ONCE", 1)
    book.go.clear()
    with serving(book) as service:
        first = threading.Thread(
            target=service.client.post, args=("/translate",), kwargs={"json": ONE}
        )
        first.start()
        assert eventually(lambda: service.worker.waiting == 1)
        answer = httpx.get(f"{service.address}/languages")
        assert (answer.status_code, answer.headers["retry-after"]) == (503, "1")
        book.go.set()
        first.join()
        assert eventually(lambda: httpx.get(f"{service.address}/languages").status_code == 200)


def test_fifty_at_once_are_all_answered(service: Service) -> None:
    assert AT_ONCE >= 50
    answers: list[str] = []

    def ask(number: int) -> None:
        text = f"{MEETING} {number} men came."
        body = {**ONE, "q": text}
        answers.append(httpx.post(f"{service.address}/translate", json=body, timeout=PATIENCE).text)

    threads = [threading.Thread(target=ask, args=(n,)) for n in range(50)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 50
    assert all(MEETING_KHMER in json.loads(one)["translatedText"] for one in answers)


@pytest.mark.parametrize("accept", ["application/json", "application/x-ndjson"])
def test_who_hangs_up_is_worked_for_no_longer(book: Book, accept: str) -> None:
    book.go.clear()
    with serving(book) as service:
        body = json.dumps({"text": f"{MEETING} It rained. It was late.", "length": 3})
        wire = http.client.HTTPConnection("127.0.0.1", service.port, timeout=PATIENCE)
        headers = {"content-type": "application/json", "accept": accept}
        wire.request("POST", "/summarize", body, headers)
        assert eventually(lambda: service.worker.waiting > 0)
        wire.close()
        assert eventually(lambda: service.worker.waiting == 0)
        book.go.set()


def test_every_answer_forbids_what_no_page_needs(client: httpx.Client) -> None:
    for path in ("/", "/languages", "/none", "/page.css"):
        headers = client.get(path).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert "access-control-allow-origin" not in headers
