"""Which names the page answers to."""

import pytest

from summarize.serving.address import is_ours, url


@pytest.mark.parametrize(
    ("header", "host", "port"),
    [
        ("127.0.0.1:8000", "127.0.0.1", 8000),
        ("localhost:8000", "127.0.0.1", 8000),
        ("LOCALHOST:8000", "127.0.0.1", 8000),
        ("[::1]:8000", "::1", 8000),
        ("localhost", "127.0.0.1", 80),
        ("192.168.1.5:8000", "0.0.0.0", 8000),
        ("newsroom.local:8000", "newsroom.local", 8000),
        ("[fe80::1]:8000", "::", 8000),
    ],
)
def test_its_own_names_are_right(header: str, host: str, port: int) -> None:
    assert is_ours(header, host, port)


@pytest.mark.parametrize(
    ("header", "host"),
    [
        ("evil.example:8000", "127.0.0.1"),
        ("evil.example:8000", "0.0.0.0"),
        ("127.0.0.1.evil.example:8000", "127.0.0.1"),
        ("127.0.0.1:8001", "127.0.0.1"),
        ("127.0.0.1", "127.0.0.1"),
        ("192.168.1.5:8000", "127.0.0.1"),
        ("localhost@evil.example:8000", "127.0.0.1"),
        ("evil.example/127.0.0.1:8000", "127.0.0.1"),
        ("[::1:8000", "::1"),
        ("127.0.0.1:80000000", "127.0.0.1"),
        ("", "127.0.0.1"),
    ],
)
def test_other_names_are_wrong(header: str, host: str) -> None:
    assert not is_ours(header, host, 8000)


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "http://127.0.0.1:8000/"),
        ("0.0.0.0", "http://127.0.0.1:8000/"),
        ("::1", "http://[::1]:8000/"),
        ("newsroom.local", "http://newsroom.local:8000/"),
    ],
)
def test_the_link_is_one_that_a_browser_can_open(host: str, address: str) -> None:
    assert url(host, 8000) == address
