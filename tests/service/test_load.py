"""Minutes of load of every kind: all is answered, and memory does not grow."""

import itertools
import random
import re
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from statistics import median

import httpx
import psutil
import pytest

SECONDS = 300.0
SHORTEST = 30.0
CLIENTS = 6
GROWTH = 24_000_000
"""Bytes that it may hold more at the end than at the beginning, when all is loaded."""
PATIENCE = 120.0
WORDS = ("court", "minister", "rice", "river", "school", "border", "province", "market", "police")
ALLOWED = {200, 429, 503}


def seconds_of(config: pytest.Config) -> float:
    """The time there is: less where the run of all tests has to end."""
    until = config.getoption("--until")
    return SECONDS if until is None else max(SHORTEST, min(SECONDS, until - time.time()))


def sentence(chance: random.Random) -> str:
    names = chance.sample(WORDS, 4)
    return f"The {names[0]} near the {names[1]} had {chance.randrange(1000)} of {names[2]}."


def ask(client: httpx.Client, kind: int, chance: random.Random) -> int:
    """One request of a kind; the status of its answer."""
    text = " ".join(sentence(chance) for _ in range(chance.randrange(1, 4)))
    pair = {"source": "en", "target": "km"}
    if kind == 0:
        return client.post("/translate", json={"q": [text, "Yes."], **pair}).status_code
    if kind == 1:
        body = {"q": f"<p>{text}</p>", "format": "html", **pair}
        return client.post("/translate", data=body).status_code
    if kind == 2:
        return client.post("/summarize", json={"text": text, "length": "1"}).status_code
    if kind == 3:
        headers = {"accept": "application/x-ndjson"}
        with client.stream("POST", "/summarize", json={"text": text}, headers=headers) as answer:
            next(answer.iter_lines(), None)  # and hangs up
            return answer.status_code
    if kind == 4:
        files = {"file": ("note.txt", text.encode())}
        answer = client.post("/translate_file", data=pair, files=files)
        if answer.status_code == 200:
            return client.get(answer.json()["translatedFileUrl"]).status_code
        return answer.status_code
    return client.post("/check", json={"source": text, "target": "តុលាការ ១២។"}).status_code


@pytest.mark.slow
def test_minutes_of_load_take_no_more_memory(
    checkpoints: Mapping[str, Path],
    tmp_path: Path,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SUMMARIZE_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    command = [sys.executable, "-c", "from summarize.cli import main; main()", "serve"]
    command += ["--port", "0", "--offline", "--translator", str(checkpoints["marian"])]
    statuses: list[int] = []
    ended = threading.Event()

    def work(number: int, address: str) -> None:
        chance = random.Random(number)
        with httpx.Client(base_url=address, timeout=PATIENCE) as client:
            for kind in itertools.cycle(range(number, number + 6)):
                if ended.is_set():
                    return
                statuses.append(ask(client, kind % 6, chance))

    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        found = re.search(r"http://[\d.]+:\d+", process.stderr.readline())
        assert found is not None
        notices = threading.Thread(target=process.stderr.read)  # else it waits for a reader
        notices.start()
        with httpx.Client(base_url=found[0], timeout=PATIENCE) as client:
            for kind in range(2 * CLIENTS):  # whatever is loaded once is loaded now
                assert ask(client, kind % 6, random.Random(kind)) == 200
        threads = [threading.Thread(target=work, args=(n, found[0])) for n in range(CLIENTS)]
        for thread in threads:
            thread.start()
        held, began, seconds = [], time.monotonic(), seconds_of(request.config)
        while time.monotonic() - began < seconds:
            held.append(psutil.Process(process.pid).memory_info().rss)
            time.sleep(0.5)
        ended.set()
        for thread in threads:
            thread.join()
        assert httpx.get(f"{found[0]}/health", timeout=PATIENCE).json()["waiting"] == 0
        process.terminate()
        notices.join()
    fifth = len(held) // 5
    growth = median(held[-fifth:]) - median(held[:fifth])
    print(f"{len(statuses)} requests in {seconds:.0f} s, {growth / 1e6:+.1f} MB")
    assert set(statuses) <= ALLOWED
    assert statuses.count(200) > CLIENTS
    assert growth < GROWTH
