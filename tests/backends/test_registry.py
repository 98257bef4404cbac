import subprocess
import sys
from pathlib import Path

import pytest

from summarize.backends import registry
from summarize.backends.seq2seq import Seq2SeqSummarizer, Seq2SeqTranslator
from summarize.errors import ModelMissingError, UnknownBackendError
from summarize.options import BackendOptions

PLUGIN = """\
class Shouting:
    signature = "shouting|1"
    def __init__(self, options):
        self.options = options
    def translate(self, sentences, spec):
        return [sentence.upper() for sentence in sentences]
"""
ENTRY_POINTS = """\
[summarize.translators]
shouting = shouting_plugin:Shouting
embedded = shouting_plugin:Shouting
"""


@pytest.fixture
def options(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> BackendOptions:
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub"))
    return BackendOptions(model_dir=tmp_path)


@pytest.fixture
def plugin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A distribution with an entry point, as pip would install it."""
    metadata = tmp_path / "shouting_plugin-1.0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: shouting-plugin\nVersion: 1.0\n"
    )
    (metadata / "entry_points.txt").write_text(ENTRY_POINTS)
    (tmp_path / "shouting_plugin.py").write_text(PLUGIN)
    monkeypatch.syspath_prepend(str(tmp_path))


def test_built_in_names_are_known() -> None:
    assert "extractive" in registry.known_summarizers()
    assert "embedded" in registry.known_translators()


@pytest.mark.usefixtures("plugin")
def test_an_installed_plugin_is_found_by_its_name(options: BackendOptions) -> None:
    assert "shouting" in registry.known_translators()
    assert "shouting" not in registry.known_summarizers()
    found = registry.translator("shouting", options)
    assert found.signature == "shouting|1"


@pytest.mark.usefixtures("plugin")
def test_a_plugin_cannot_take_over_a_built_in_name(options: BackendOptions) -> None:
    assert registry.translator("embedded", options).signature != "shouting|1"


def test_a_model_name_or_folder_gives_a_model_backend(
    options: BackendOptions, tmp_path: Path
) -> None:
    for name in ("acme/tiny", str(tmp_path)):
        assert isinstance(registry.translator(name, options), Seq2SeqTranslator)
        assert isinstance(registry.summarizer(name, options), Seq2SeqSummarizer)


def test_a_name_of_the_catalogue_means_its_repository(options: BackendOptions) -> None:
    translator = registry.translator("nllb-200-distilled-600M", options)
    assert isinstance(translator, Seq2SeqTranslator)
    with pytest.raises(ModelMissingError, match="facebook/nllb-200-distilled-600M"):
        _ = translator.signature


def test_an_unknown_name_lists_the_known_ones(options: BackendOptions) -> None:
    with pytest.raises(UnknownBackendError, match="'exractive'") as caught:
        registry.summarizer("exractive", options)
    assert "Did you mean extractive?" in caught.value.hint
    with pytest.raises(UnknownBackendError) as caught:
        registry.translator("zzz", options)
    assert "Known: embedded" in caught.value.hint
    assert "Did you mean" not in caught.value.hint


def test_names_are_resolved_without_heavy_imports(tmp_path: Path) -> None:
    code = f"""
import sys
from pathlib import Path
from summarize.backends import registry
from summarize.options import BackendOptions
options = BackendOptions(Path({str(tmp_path)!r}))
registry.known_summarizers(), registry.translator("acme/tiny", options)
heavy = {{"torch", "transformers", "ctranslate2", "huggingface_hub", "numpy", "tokenizers"}}
print(sorted(heavy & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
