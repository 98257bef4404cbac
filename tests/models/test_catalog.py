"""The catalogue says only what is known, and every part of it can be used."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from summarize.families import FAMILIES
from summarize.models.catalog import PATH, Entry, catalog, hub_name, parse
from summarize.models.hub import REPO_ID
from summarize.prompts import load_prompts
from tools.make_models_page import PAGE, page

ENTRIES = list(catalog().entries.values())


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_an_entry_can_be_used(entry: Entry) -> None:
    assert REPO_ID.fullmatch(entry.reference)
    assert entry.family in {*FAMILIES, "chat"}
    assert entry.task in {"summarization", "translation", "instruct"}
    assert (entry.task == "instruct") == (entry.family == "chat" and not entry.prompt)
    assert entry.licence
    assert "km" in entry.languages or entry.task != "translation"
    assert re.fullmatch(r"|[0-9a-f]{40}|refs/pr/\d+", entry.revision)
    assert bool(entry.commit) == entry.revision.startswith("refs/pr/")


@pytest.mark.parametrize("entry", [e for e in ENTRIES if e.prompt], ids=lambda entry: entry.name)
def test_the_prompt_of_an_entry_is_one_of_the_program_and_for_its_task(entry: Entry) -> None:
    prompt = load_prompts()[entry.prompt]
    assert prompt.task == entry.task
    assert prompt.languages == ("en", "km")


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_a_figure_names_its_source_and_is_out_of_a_hundred(entry: Entry) -> None:
    for figure in entry.figures:
        assert figure.source
        assert 0 < figure.value < 100


def test_a_model_is_found_by_name_in_any_case_and_by_repository() -> None:
    entry = catalog().find("NLLB-200-distilled-600m")
    assert entry is not None
    assert catalog().find(entry.repo) is entry
    assert catalog().find(f"{entry.repo}@refs/pr/45") is entry
    assert catalog().find("acme/tiny") is None


def test_a_name_stands_for_its_repository_unless_it_is_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert hub_name("bart-large-cnn") == "facebook/bart-large-cnn"
    assert hub_name("facebook/bart-large-cnn@v1") == "facebook/bart-large-cnn@v1"
    assert hub_name("acme/tiny") == "acme/tiny"
    (tmp_path / "bart-large-cnn").mkdir()
    monkeypatch.chdir(tmp_path)
    assert hub_name("bart-large-cnn") == "bart-large-cnn"


def test_a_pinned_revision_is_asked_for() -> None:
    commit = "0123456789abcdef0123456789abcdef01234567"
    text = PATH.read_text("utf-8").replace(
        'repo = "facebook/bart-large-cnn"', f'repo = "a/b"\nrevision = "{commit}"'
    )
    assert parse(text).entries["bart-large-cnn"].reference == f"a/b@{commit}"


def test_the_licence_of_nllb_goes_with_its_copies_and_no_other_family() -> None:
    found = catalog()
    assert found.forbids_business("facebook/nllb-200-3.3B", "nllb")
    assert found.forbids_business("/models/my-nllb", "nllb")
    assert found.forbids_business("/models/my-marian", "marian") is None
    assert found.forbids_business("facebook/m2m100_418M", "m2m100") is None
    assert found.forbids_business("/models/other", "unheard-of") is None


def test_profiles_name_what_exists() -> None:
    for profile, chosen in catalog().profiles.items():
        for name in chosen.values():
            assert name in {"extractive", "embedded"} or catalog().find(name), profile


def test_the_recommended_models_may_be_used_by_any_newsroom() -> None:
    for task in ("summarization", "translation"):
        assert catalog().recommended(task).commercial == "yes"


@pytest.mark.parametrize(
    ("fault", "error"), [('commercial = "maybe"', ValueError), ('commercal = "yes"', KeyError)]
)
def test_a_faulty_catalogue_is_refused(fault: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        parse(PATH.read_text("utf-8").replace('commercial = "yes"', fault))


def test_the_page_of_the_models_is_fresh() -> None:
    assert PAGE.read_text("utf-8") == page(catalog()), "run tools.make_models_page"


def test_reading_the_catalogue_imports_nothing_heavy() -> None:
    code = """
import sys
from summarize.models.catalog import catalog
import summarize.models.local_copies, summarize.cli.models, summarize.cli.backends
catalog()
heavy = {"torch", "transformers", "ctranslate2", "huggingface_hub", "numpy", "tokenizers"}
print(sorted(heavy & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
