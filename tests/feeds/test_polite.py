"""How a host is treated: one transfer at a time, with pauses, its wishes honoured."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from email.utils import formatdate

import pytest

from summarize.articles.fetch import USER_AGENT, fetch, retry_seconds
from summarize.errors import FetchError
from summarize.feeds.polite import BACK_OFF, TRIES, Polite
from summarize.feeds.robots import LONGEST_DELAY, parse_rules
from tests.web import Site, serving


class Time:
    """A clock that only waiting moves, with the waits that were asked for."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.waits: list[float] = []

    def clock(self) -> float:
        return self.now

    def wait(self, seconds: float) -> bool:
        if seconds:
            self.waits.append(round(seconds, 6))
        self.now += seconds
        return False


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as found:
        for name in "abc":
            found.put(f"/{name}", f"<p>{name}</p>")
        yield found


def polite(time: Time, pause: float = 1.0) -> Polite:
    return Polite(threading.Event(), pause, clock=time.clock, wait=time.wait)


def test_there_is_a_pause_between_two_transfers_from_a_host(site: Site) -> None:
    time = Time()
    web = polite(time, pause=1.5)
    for name in "abc":
        assert web.get(f"{site.address}/{name}", None).data == f"<p>{name}</p>".encode()
    assert time.waits == [1.5, 1.5]


def test_threads_ask_one_host_one_after_the_other(site: Site) -> None:
    for name in "abc":
        site.put(f"/{name}", "x", seconds=0.05)
    web = Polite(threading.Event(), pause=0.01)
    with ThreadPoolExecutor(3) as pool:
        list(pool.map(lambda name: web.get(f"{site.address}/{name}", None), "abc"))
    first, second, third = sorted(site.asked, key=lambda one: one.began)
    assert first.ended <= second.began
    assert second.ended <= third.began


def test_hosts_do_not_wait_for_each_other(site: Site) -> None:
    time = Time()
    web = polite(time)
    with serving() as other:
        other.put("/a", "x")
        web.get(f"{site.address}/a", None)
        web.get(f"{other.address}/a", None)
    assert time.waits == []


def test_robots_txt_is_asked_for_once_and_obeyed(site: Site) -> None:
    rules = "User-agent: *\nDisallow: /b\nAllow: /b/ok\nCrawl-delay: 3\n"
    site.put("/robots.txt", rules)
    site.put("/b/ok", "fine")
    time = Time()
    web = polite(time)
    web.get(f"{site.address}/a", None, robots=True)
    with pytest.raises(FetchError, match=r"robots\.txt") as error:
        web.get(f"{site.address}/b", None, robots=True)
    assert error.value.hint
    web.get(f"{site.address}/b/ok", None, robots=True)
    asked = [one.path for one in site.asked]
    assert asked == ["/robots.txt", "/a", "/b/ok"]
    assert time.waits == [1.0, 3.0]
    assert {one.headers["User-Agent"] for one in site.asked} == {USER_AGENT}


def test_a_page_that_a_person_named_is_fetched_as_by_a_browser(site: Site) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /\n")
    assert polite(Time()).get(f"{site.address}/a", None).data


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (403, True), (500, False)])
def test_without_robots_txt_all_is_allowed_unless_the_host_is_out_of_order(
    site: Site, status: int, allowed: bool
) -> None:
    site.put("/robots.txt", "x", status=status)
    web = polite(Time())
    if allowed:
        assert web.get(f"{site.address}/a", None, robots=True).data
        return
    for _ in range(2):
        with pytest.raises(FetchError, match=r"robots\.txt answered 500"):
            web.get(f"{site.address}/a", None, robots=True)
    assert [one.path for one in site.asked] == ["/robots.txt"]


def test_rules_for_this_program_go_before_those_for_all() -> None:
    text = b"User-agent: *\nDisallow: /\nUser-agent: summarize-km\nDisallow: /*.pdf$\n"
    rules = parse_rules(text)
    assert rules.allows("https://h/a")
    assert not rules.allows("https://h/a.pdf")
    assert parse_rules(b"User-agent: *\nCrawl-delay: 86400").delay == LONGEST_DELAY
    assert parse_rules(b"<html>\xff no rules</html>").allows("https://h/a")


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_host_is_waited_for_as_long_as_it_asks(site: Site, status: int) -> None:
    site.put("/a", "later", status=status, headers={"Retry-After": "7"})
    time = Time()
    with pytest.raises(FetchError, match=f"answered {status}"):
        polite(time).get(f"{site.address}/a", None)
    assert time.waits == [7.0, 7.0]
    assert len(site.asked) == TRIES


def test_without_a_wish_the_wait_doubles_until_the_host_is_left_alone(site: Site) -> None:
    site.put("/a", "later", status=503)
    time = Time()
    web = polite(time)
    with pytest.raises(FetchError, match="503"):
        web.get(f"{site.address}/a", None)
    with pytest.raises(FetchError, match="left alone"):
        web.get(f"{site.address}/a", None)
    assert time.waits == [BACK_OFF * 2**n for n in range(4)]
    asked = len(site.asked)
    with pytest.raises(FetchError, match="left alone"):
        web.get(f"{site.address}/b", None)
    assert len(site.asked) == asked


def test_a_long_wish_is_not_sat_out(site: Site) -> None:
    site.put("/a", "later", status=429, headers={"Retry-After": "3600"})
    time = Time()
    with pytest.raises(FetchError, match="left alone for 3600 seconds"):
        polite(time).get(f"{site.address}/a", None)
    assert time.waits == []


def test_another_error_is_not_tried_again(site: Site) -> None:
    site.put("/a", "broken", status=500)
    with pytest.raises(FetchError, match="500"):
        polite(Time()).get(f"{site.address}/a", None)
    assert len(site.asked) == 1


def test_a_batch_that_stops_waits_no_longer(site: Site) -> None:
    stop = threading.Event()
    web = Polite(stop, pause=30.0)
    web.get(f"{site.address}/a", None)
    threading.Timer(0.1, stop.set).start()
    with pytest.raises(FetchError, match="stopped"):
        web.get(f"{site.address}/b", None)


def test_what_has_not_changed_is_not_sent_again(site: Site) -> None:
    first = fetch(f"{site.address}/a", None)
    again = fetch(f"{site.address}/a", None, known=first.validators)
    assert (again.unchanged, again.data, again.validators) == (True, b"", first.validators)
    site.put("/a", "<p>new</p>")
    assert fetch(f"{site.address}/a", None, known=first.validators).data == b"<p>new</p>"


@pytest.mark.parametrize("url", ["ftp://h/a", "nothing", "http://h:port/"])
def test_what_is_no_web_address_is_refused(url: str) -> None:
    with pytest.raises(FetchError, match="no http or https address"):
        polite(Time()).get(url, None)


def test_retry_after_is_seconds_or_a_date() -> None:
    assert retry_seconds("120", 0.0) == 120.0
    assert retry_seconds(formatdate(1_000_060, usegmt=True), 1_000_000) == 60.0
    assert retry_seconds(formatdate(999_000, usegmt=True), 1_000_000) == 0.0
    assert retry_seconds("soon", 0.0) is None
    assert retry_seconds("", 0.0) is None
