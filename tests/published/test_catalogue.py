"""Every model of the catalogue as it is published: pulled by name, listed, and run.

The reference is what the documentation of each family says, on transformers alone.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from summarize.backends.local import LocalModel
from summarize.engines.transformers_chat import TransformersChat
from summarize.families import family_name
from summarize.families.pieces import numbered_pieces
from summarize.models.catalog import Entry, catalog, hub_name
from summarize.models.hub import find_cached
from summarize.models.load import load_tokenizer, quiet
from summarize.options import BackendOptions
from summarize.prompts import find_prompt
from summarize.tokens import Decoding, Message, Sampling
from tests.checkpoints import ENGLISH
from tests.cli.conftest import Run
from tests.hub import Hub, point_to, serving_all
from tests.published import REPOSITORIES, repository
from tests.published.documented import LONGEST, documented

ENTRIES = list(catalog().entries.values())
SEQ2SEQ = [entry for entry in ENTRIES if entry.family != "chat"]
CHAT = [entry for entry in ENTRIES if entry.family == "chat" and not entry.prompt]
COMPLETION = [entry for entry in ENTRIES if entry.prompt]
TEXTS = ENGLISH.splitlines()[:4]
QUESTION = "Summarise: The minister urged courts to improve."


@dataclass
class Home:
    """An empty cache of the hub's library, and the hub that it is filled from."""

    run: Run
    options: BackendOptions


@pytest.fixture
def hub(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Hub]:
    """A hub with the repository of one entry."""
    entry: Entry = request.getfixturevalue("entry")
    with quiet():
        published = repository(entry.repo, tmp_path / "published")
    with serving_all({entry.repo: published}) as hub:
        yield hub


@pytest.fixture
def home(
    hub: Hub,
    run: Run,
    environment: dict[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Home:
    point_to(hub, tmp_path / "home", monkeypatch, environment)
    return Home(run, BackendOptions(tmp_path / "models", offline=True, device="cpu"))


def pull(home: Home, entry: Entry) -> Path:
    """Pull ``entry`` by its name and see it listed."""
    pickle = ["--allow-pickle"] if entry.pickled else []
    done = home.run("models", "pull", entry.name, "--yes", *pickle)
    assert done.code == 0, done.err
    listed = json.loads(home.run("models", "list", "--format", "json").out)
    assert [row["name"] for row in listed if row["here"]] == [entry.name]
    found = find_cached(hub_name(entry.name))
    assert found is not None
    assert not list(found.folder.glob("*.bin"))
    return found.folder


def test_every_repository_of_the_catalogue_is_rebuilt() -> None:
    assert {entry.repo for entry in ENTRIES} == set(REPOSITORIES)


@pytest.mark.parametrize("entry", SEQ2SEQ, ids=lambda entry: entry.name)
def test_encoder_decoder_models_say_what_their_documentation_says(
    home: Home, entry: Entry, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LocalModel, "precision", "float32")  # int8 may differ in a token
    folder = pull(home, entry)
    with quiet():
        ids, said = documented(folder, entry.repo, TEXTS)
    languages = ("en", "km") if entry.task == "translation" else ("en", "en")
    for engine in ("transformers", "ctranslate2"):
        options = BackendOptions(home.options.model_dir, engine, "cpu", offline=True)
        assert entry.task != "instruct"
        model = LocalModel(hub_name(entry.name), options, entry.task, "another")
        tokens = model.encode(TEXTS, *languages)
        numbers = vocabulary(folder)
        assert [[numbers[token] for token in t.source] for t in tokens] == ids
        outputs = model.generate(tokens, Decoding(max_new_tokens=LONGEST))
        assert [model.decode(output) for output in outputs] == said
    assert len(set(said)) > 1


def vocabulary(folder: Path) -> dict[str, int]:
    """Numbers of tokens."""
    if family_name(folder) == "netra":
        return numbered_pieces(folder).numbers
    found: dict[str, int] = load_tokenizer(folder).get_vocab()
    return found


@pytest.mark.parametrize("entry", CHAT, ids=lambda entry: entry.name)
def test_instruct_models_say_what_their_documentation_says(home: Home, entry: Entry) -> None:
    folder = pull(home, entry)
    engine = TransformersChat(hub_name(entry.name), home.options, "another")
    [reply] = engine.complete([(Message(QUESTION),)], Sampling(12))
    assert reply.text == documented_answer(folder, 12)
    assert reply.text


def documented_answer(folder: Path, longest: int) -> str:
    """The published chat template, and greedy search."""
    import torch
    import transformers

    with quiet(), torch.inference_mode():
        tokenizer: Any = transformers.AutoTokenizer.from_pretrained(folder)
        model = transformers.AutoModelForCausalLM.from_pretrained(folder, dtype="auto")
        asked = tokenizer.apply_chat_template(
            [{"role": "user", "content": QUESTION}],
            add_generation_prompt=True,
            enable_thinking=False,
            return_tensors="pt",
            return_dict=True,
        )
        output = model.generate(**asked, max_new_tokens=longest, do_sample=False)
    written = output[0][asked["input_ids"].shape[1] :]
    text: str = tokenizer.decode(written, skip_special_tokens=True)
    return text.strip()


@pytest.mark.parametrize("entry", COMPLETION, ids=lambda entry: entry.name)
def test_models_without_a_chat_template_go_on_with_their_documented_prompt(
    home: Home, entry: Entry
) -> None:
    folder = pull(home, entry)
    prompt = find_prompt(entry.prompt, None, ("translation",))
    texts = [prompt.render({"sentence": text, "glossary": ""}) for text in TEXTS]
    assert texts == [f"Translate this from English to Khmer:\nEnglish: {t}\nKhmer:" for t in TEXTS]
    engine = TransformersChat(hub_name(entry.name), home.options, "another")
    said = [reply.text for reply in engine.extend(texts, Sampling(12))]
    assert said == [documented_line(folder, text, 12) for text in texts]
    assert all(said)


def documented_line(folder: Path, asked: str, longest: int) -> str:
    """The text as the tokenizer takes it, greedy search, and the line that follows."""
    import torch
    import transformers

    with quiet(), torch.inference_mode():
        tokenizer: Any = transformers.AutoTokenizer.from_pretrained(folder)
        model = transformers.AutoModelForCausalLM.from_pretrained(folder, dtype="auto")
        inputs = tokenizer(asked, return_tensors="pt")
        output = model.generate(**inputs, max_new_tokens=longest, do_sample=False)
    assert output[0][0] == tokenizer.bos_token_id
    written = output[0][inputs["input_ids"].shape[1] :]
    text: str = tokenizer.decode(written, skip_special_tokens=True)
    return text.partition("\n")[0]
