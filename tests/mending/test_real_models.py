"""Mending through the whole pipeline: seq2seq models of random weights, and a chat server."""

from pathlib import Path
from typing import Any

import pytest

from summarize.backends import registry
from summarize.backends.base import SummarySpec
from summarize.cache import Store
from summarize.checks import check_summary
from summarize.options import BackendOptions
from summarize.pipeline import Pipeline
from summarize.records import Article, Result
from tests.builders import build_article
from tests.checkpoints import ENGLISH
from tests.engines.test_server import Scripted, completion, serving

LINES = ENGLISH.splitlines()
ARTICLES = [build_article(*LINES[i : i + 2], source=f"{i}.txt") for i in range(0, 12, 2)]
FLOOD = "Heavy rain flooded 1,200 homes near the river on Monday, officials said."
ARTICLE = build_article(
    FLOOD, "The governor of Kandal, Sok Dara, visited the families.", source="flood.txt"
)
WRONG = "Rain flooded 1,500 homes. Sok Dara visited the families."
RIGHT = "Rain flooded 1,200 homes."


@pytest.fixture
def notices() -> list[str]:
    return []


def errors(result: Result) -> list[str]:
    assert result.summary is not None
    found = check_summary(result.summary.sentences, result.article)
    return [finding.message for finding in found if finding.severity == "error"]


@pytest.mark.parametrize("engine", ["auto", "transformers"])
@pytest.mark.parametrize("family", ["led", "mt5"])
@pytest.mark.usefixtures("no_network")
def test_what_a_random_model_invents_does_not_stay(
    family: str, engine: Any, checkpoints: dict[str, Path], tmp_path: Path, notices: list[str]
) -> None:
    options = BackendOptions(
        tmp_path, engine=engine, device="cpu", offline=True, notify=notices.append
    )
    summarizer = registry.summarizer(str(checkpoints[family]), options)
    written = summarizer.summarize(ARTICLES, SummarySpec())
    results = Pipeline(summarizer, None, notify=notices.append).run(ARTICLES)
    assert [errors(result) for result in results] == [[]] * len(ARTICLES)
    replaced = 0
    for before, result in zip(written, results, strict=True):
        assert result.summary is not None
        texts = [sentence.text for sentence in result.article.sentences]
        for old, new in zip(before.sentences, result.summary.sentences, strict=True):
            assert bool(new.replaced) == (new != old)
            assert not new.replaced.startswith("A sentence of the article") or new.text in texts
            replaced += bool(new.replaced)
    assert replaced > 0
    assert sum("replaced" in notice for notice in notices) > 0


def run(server: Scripted, notices: list[str], folder: Path, article: Article = ARTICLE) -> Result:
    address = f"http://127.0.0.1:{server.server_address[1]}/v1"
    options = BackendOptions(folder, server_url=address, offline=True, notify=notices.append)
    summarizer = registry.summarizer("server:tiny", options)
    [result] = Pipeline(summarizer, None, Store(folder), notify=notices.append).run([article])
    return result


def test_a_served_model_rewrites_what_it_got_wrong_and_the_result_is_kept(
    tmp_path: Path, notices: list[str]
) -> None:
    with serving((200, completion(WRONG), {}), (200, completion(f"Sure: {RIGHT}"), {})) as server:
        first = run(server, notices, tmp_path)
        second = run(server, notices, tmp_path)
    assert first.summary is not None
    rewritten, kept = first.summary.sentences
    assert (rewritten.text, kept.text) == (RIGHT, "Sok Dara visited the families.")
    assert [[source.id for source in s.sources] for s in (rewritten, kept)] == [["a1"], ["a2"]]
    assert rewritten.replaced.startswith("A rewrite by the model")
    assert "summary-rewrite@" in first.summary.signature
    assert errors(first) == []
    prompts = [body["messages"][-1]["content"] for _, _, body in server.sent]
    assert len(prompts) == 2
    assert "Rain flooded 1,500 homes." in prompts[1]
    assert FLOOD in prompts[1]
    assert second.summary == first.summary
    assert [notice for notice in notices if "flood.txt" in notice] == notices
    assert len(notices) == 1


def test_a_served_model_that_insists_is_overruled_by_the_article(
    tmp_path: Path, notices: list[str]
) -> None:
    with serving((200, completion(WRONG), {}), (200, completion("It was 1,500."), {})) as server:
        result = run(server, notices, tmp_path)
    assert result.summary is not None
    assert [sentence.text for sentence in result.summary.sentences] == [
        FLOOD,
        "Sok Dara visited the families.",
    ]
    assert errors(result) == []
    assert "1 sentence of flood.txt was replaced: a sentence of the article" in notices[0]
