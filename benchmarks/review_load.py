"""Many editors at once on the review page: saved edits a second, honest conflicts, nothing lost.

    python -m benchmarks.review_load --editors 200 --seconds 20

The page runs in this process and is asked over 127.0.0.1. Each editor changes sentences that chance
chooses, each time on the version that they were last shown; after a conflict they try again. At the
end every edit that was answered with "done" is looked up in the history.
"""

import argparse
import asyncio
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import quantiles

import httpx

from summarize.checks import Context
from summarize.memory import Memory
from summarize.review.store import ReviewStore
from summarize.review.web.app import build_app
from summarize.review.web.desk import Desk
from summarize.review.web.security import CSRF_HEADER, Keys
from summarize.serving.address import LOOPBACK
from summarize.serving.server import bound, make_server
from tests.review.conftest import build_result

SENTENCES = 20
"""Of one article."""
ENGLISH = "The court opened {0} cases in Phnom Penh on Monday, and {0} people were heard."
KHMER = "តុលាការបានបើកសំណុំរឿង {0} នៅភ្នំពេញកាលពីថ្ងៃចន្ទ ហើយមនុស្ស {0} នាក់ត្រូវបានស្តាប់។"


@dataclass
class Told:
    """What the editors were told."""

    kept: list[tuple[str, str, str]] = field(default_factory=list)
    answers: Counter[str] = field(default_factory=Counter)
    waits: list[float] = field(default_factory=list)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--editors", type=int, default=200)
    parser.add_argument("--articles", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=20.0)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, opened(Path(folder), given.articles) as desk:
        told, articles = Told(), [one.id for one in desk.store.articles()]
        busy = time.process_time()
        with serving(desk) as (address, keys):
            seconds = asyncio.run(edit(address, keys, articles, told, given))
        lost = lost_edits(desk.store, told)
    processor = time.process_time() - busy
    waits = quantiles(told.waits, n=20)
    print(
        f"{given.editors} editors, {given.articles * SENTENCES} sentences, {seconds:.0f} s: "
        f"{len(told.kept) / seconds:.1f} edits saved a second, {dict(told.answers)}, {lost} lost; "
        f"{len(told.kept) / processor:.0f} saved for a second of the processor, editors included; "
        f"an answer took {waits[9]:.2f} s (median), {waits[18]:.2f} s (95 %)"
    )


@contextmanager
def opened(folder: Path, articles: int) -> Iterator[Desk]:
    """A review of so many articles."""
    memory, context = Memory(folder / "memory.sqlite"), Context()
    store = ReviewStore(folder / "review.sqlite", context, memory.learn)
    pairs = {ENGLISH.format(n): KHMER.format(n) for n in range(1, SENTENCES + 1)}
    store.add([build_result(pairs, title=f"Courts {number}") for number in range(articles)])
    try:
        yield Desk(store, memory, "Dara", lambda _name, _khmer, _kind: context)
    finally:
        store.close()
        memory.close()


@contextmanager
def serving(desk: Desk) -> Iterator[tuple[str, Keys]]:
    """The page of ``desk``, for the block."""
    with bound(LOOPBACK, 0) as listener:
        keys = Keys(LOOPBACK, listener.getsockname()[1])
        server = make_server(build_app(desk, keys))
        thread = threading.Thread(target=server.run, args=([listener],))
        thread.start()
        try:
            yield f"http://{LOOPBACK}:{keys.port}", keys
        finally:
            server.should_exit = True
            thread.join()


async def edit(
    address: str, keys: Keys, articles: list[str], told: Told, given: argparse.Namespace
) -> float:
    """Let all editors work at once; seconds until the last has their answer."""
    limits = httpx.Limits(max_connections=given.editors, max_keepalive_connections=given.editors)
    headers = {"origin": address, CSRF_HEADER: keys.csrf}
    async with httpx.AsyncClient(
        base_url=address, headers=headers, limits=limits, timeout=given.seconds + 120
    ) as client:
        await client.get("/", params={"token": keys.token})
        began = time.monotonic()
        editors = (_edit(client, n, articles, told, given, began) for n in range(given.editors))
        await asyncio.gather(*editors)
        return time.monotonic() - began


async def _edit(
    client: httpx.AsyncClient,
    editor: int,
    articles: list[str],
    told: Told,
    given: argparse.Namespace,
    began: float,
) -> None:
    chance, turn = Random(editor), 0
    versions: Counter[tuple[str, str]] = Counter()
    article, number = chance.choice(articles), chance.randint(1, SENTENCES)
    while time.monotonic() - began < given.seconds:
        place, text = (article, f"k{number}"), f"{KHMER.format(number)} {editor} {turn}"
        change = {"article": article, "id": place[1], "version": versions[place], "target": text}
        asked = time.monotonic()
        answer = await client.post("/api/change", json={"edits": [change]})
        told.waits.append(time.monotonic() - asked)
        (result,) = answer.raise_for_status().json()["results"]
        told.answers[result["result"]] += 1
        versions[place] = result["segment"]["version"]
        if result["result"] == "done":
            told.kept.append((*place, result["segment"]["target"]))
            article, number = chance.choice(articles), chance.randint(1, SENTENCES)
            turn += 1


def lost_edits(store: ReviewStore, told: Told) -> int:
    """How many edits that were said to be kept the history does not have, or not as often."""
    kept = Counter(
        (one.article, one.id, step.target)
        for one in store.segments()
        for step in store.history(one.article, one.id)[1:]
    )
    return (Counter(told.kept) - kept).total() + (kept - Counter(told.kept)).total()


if __name__ == "__main__":
    main()
