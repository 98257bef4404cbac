"""A batch that is killed at any moment, again and again, ends as if nothing had happened."""

import json
import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from summarize.drafting.attempts import AT_A_TIME
from tests.cli.conftest import BESIDE

COMMAND = [sys.executable, "-c", "from summarize.cli import main; main()"]
ARTICLES = 90
KILLS = 20
NUMBER = re.compile(r"\b\d{5}\b")
PLUGIN = '''
"""Backends that write down everything they compute; each sentence has a number of its own."""
import os
import re
import time
from summarize.records import Source, Summary, SummarySentence

def log(stage, text):
    number = re.search(r"[0-9]{5}", text)[0]
    handle = os.open(os.environ["COMPUTED"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    os.write(handle, f"{stage} {number}\\\\n".encode())
    os.close(handle)

class Lead:
    signature = "logged-lead|test"
    def __init__(self, options):
        pass
    def summarize(self, articles, spec):
        return [self.summary(article) for article in articles]
    def summary(self, article):
        time.sleep(0.002)
        log("summary", article.text)
        return Summary(tuple(
            SummarySentence(f"s{n}", s.text, (Source(s.id, s.start, s.end),))
            for n, s in enumerate(article.sentences[:2], 1)
        ), self.signature)

class Phrase:
    signature = "logged-phrase|test"
    def __init__(self, options):
        pass
    def translate(self, sentences, spec):
        return [self.one(text, spec) for text in sentences]
    def one(self, text, spec):
        time.sleep(0.02)
        number = re.search(r"[0-9]{5}", text)[0]
        if not spec.careful:
            log("segment", text)
        return f"លោករដ្ឋមន្ត្រីបានសម្ពោធសាលារៀនលេខ {number} នៅក្នុងខេត្តនៅថ្ងៃចន្ទដើមសប្ដាហ៍។"
'''.replace("\\\\n", "\\n")
ENTRY_POINTS = """[summarize.summarizers]
logged-lead = logged_plugin:Lead
[summarize.translators]
logged-phrase = logged_plugin:Phrase
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    info = site / "logged_plugin-1.0.dist-info"
    info.mkdir(parents=True)
    (site / "logged_plugin.py").write_text(PLUGIN, "utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: logged-plugin\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(ENTRY_POINTS)
    (tmp_path / "in").mkdir()
    for number in range(ARTICLES):
        first = 10_000 + 10 * number
        text = (
            f"# School number {first + 3} opens\n\n"
            f"The minister opened school number {first} in the province on Monday.\n\n"
            f"He said that school number {first + 1} will be opened there on Monday too.\n\n"
            f"School number {first + 2} was paid for by the people of the village long ago.\n"
        )
        (tmp_path / "in" / f"{number}.md").write_text(text)
    return tmp_path


def start(desk: Path, name: str, tokens: int = 400, skip: str = "") -> subprocess.Popen[bytes]:
    """A batch into folder ``name``, with a cache and a log of its own."""
    own = {
        "SUMMARIZE_CACHE_DIR": str(desk / f"{name}-cache"),
        "SUMMARIZE_SUMMARIZER": "logged-lead",
        "SUMMARIZE_TRANSLATOR": "logged-phrase",
        "XDG_CONFIG_HOME": str(desk / "config"),
        "PYTHONPATH": os.pathsep.join([str(desk / "site"), str(Path(__file__).parents[2])]),
        "COMPUTED": str(desk / f"{name}.log"),
        "SUMMARIZE_SKIP_CHECKS": skip,
    }
    arguments = ["batch", "in", "-o", name, "--format", "json", "--batch-tokens", str(tokens)]
    return subprocess.Popen(
        [*COMMAND, *arguments], cwd=desk, env={**os.environ, **own}, stderr=subprocess.PIPE
    )


def finish(process: subprocess.Popen[bytes]) -> None:
    _, told = process.communicate(timeout=600)
    assert process.returncode == 0, told.decode()


def recorded(desk: Path, name: str) -> set[tuple[str, str]]:
    """What the cache has: stages, each with the number of its sentence."""
    path = desk / f"{name}-cache" / "results.sqlite"
    if not path.exists():
        return set()
    db = sqlite3.connect(path)
    try:
        rows = db.execute("SELECT stage, value FROM entries").fetchall()
    except sqlite3.OperationalError:  # killed before the tables were made
        rows = []
    finally:
        db.close()
    return {(stage, NUMBER.findall(value)[0]) for stage, value in rows}


def computed(desk: Path, name: str) -> list[tuple[str, str]]:
    path = desk / f"{name}.log"
    lines = path.read_text().splitlines() if path.exists() else []
    return [(stage, number) for stage, _, number in (line.partition(" ") for line in lines)]


def results(desk: Path, name: str) -> dict[str, Any]:
    """The one line of each article, which must be in its file too, without times."""
    found: dict[str, Any] = {}
    for row in (desk / name / "results.jsonl").read_bytes().splitlines():
        line = json.loads(row)
        source = Path(line["article"]["source"])
        assert json.loads((desk / name / f"{source.stem}.json").read_bytes()) == line
        assert source.name not in found
        del line["provenance"]
        found[source.name] = line
    return found


def wait_for_work(desk: Path, process: subprocess.Popen[bytes]) -> None:
    """Until ``process`` holds the output folder, or has ended."""
    owner = desk / "killed" / ".summarize" / "running.json"
    while process.poll() is None:
        if owner.exists() and str(process.pid) in owner.read_text():
            return
        time.sleep(0.005)


def test_sentences_of_articles_that_were_not_finished_are_not_drafted_again(desk: Path) -> None:
    many, sound = 1_000_000, f"{BESIDE},wrong_dates"
    first = start(desk, "killed", many, sound)
    while len(done := computed_segments(desk)) < 40:  # the second window has all other articles
        assert first.poll() is None
        time.sleep(0.01)
    first.send_signal(signal.SIGKILL)
    first.communicate()
    kept = {number for stage, number in recorded(desk, "killed") if stage == "segment"}
    before = computed_segments(desk)
    written = (desk / "killed" / "results.jsonl").read_bytes().splitlines()
    assert len(written) == 1 < len(done) / 2
    assert len(kept) >= len(before) - AT_A_TIME  # but for those that were in hand
    finish(start(desk, "killed", many, sound))
    assert not kept & set(computed_segments(desk)[len(before) :])
    assert len(results(desk, "killed")) == ARTICLES


def computed_segments(desk: Path) -> list[str]:
    return [number for stage, number in computed(desk, "killed") if stage == "segment"]


@pytest.mark.slow
def test_killed_at_twenty_moments_it_ends_like_an_undisturbed_run(desk: Path) -> None:
    finish(start(desk, "undisturbed"))
    chance = random.Random(5)
    alive = 0
    for _ in range(KILLS):
        known, done_before = recorded(desk, "killed"), len(computed(desk, "killed"))
        process = start(desk, "killed")
        wait_for_work(desk, process)
        time.sleep(chance.uniform(0, 0.5))
        alive += process.poll() is None
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert not known & set(computed(desk, "killed")[done_before:])
    assert alive >= KILLS / 2
    known, done_before = recorded(desk, "killed"), len(computed(desk, "killed"))
    finish(start(desk, "killed"))
    assert not known & set(computed(desk, "killed")[done_before:])
    assert results(desk, "killed") == results(desk, "undisturbed")
    assert len(results(desk, "killed")) == ARTICLES
    assert not list((desk / "killed").rglob("*.part"))
    assert sorted(set(computed(desk, "killed"))) == sorted(computed(desk, "undisturbed"))
