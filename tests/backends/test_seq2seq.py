import json
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from summarize.backends.base import OffersCandidates, OffersSummaries, SummarySpec, TranslationSpec
from summarize.backends.seq2seq import Seq2SeqSummarizer, Seq2SeqTranslator, start
from summarize.drafting import is_failure
from summarize.errors import InputTooLongError, ModelError, ModelMissingError
from summarize.options import BackendOptions
from summarize.tokens import Generated
from tests.builders import build_article
from tests.checkpoints import ENGLISH, SUMMARIZERS, TRANSLATORS

SENTENCES = ENGLISH.splitlines()[:6]
SPEC = TranslationSpec()


@pytest.fixture(scope="module")
def model_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Shared, so that each tiny model is converted once."""
    return tmp_path_factory.mktemp("models")


@pytest.fixture
def notices() -> list[str]:
    return []


@pytest.fixture
def options(model_dir: Path, notices: list[str]) -> BackendOptions:
    return BackendOptions(model_dir, device="cpu", offline=True, notify=notices.append)


def limited(folder: Path, target: Path, **generation: Any) -> Path:
    """Copy a checkpoint, with generation options of its own."""
    shutil.copytree(folder, target)
    path = target / "generation_config.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), **generation}))
    return target


@pytest.mark.parametrize("engine", ["ctranslate2", "transformers"])
@pytest.mark.parametrize("family", TRANSLATORS)
@pytest.mark.usefixtures("no_network")
def test_every_family_translates_offline_on_every_engine(
    family: str, engine: Any, checkpoints: dict[str, Path], options: BackendOptions
) -> None:
    translator = Seq2SeqTranslator(str(checkpoints[family]), replace(options, engine=engine))
    drafts = translator.translate(SENTENCES, SPEC)
    assert len(drafts) == len(SENTENCES)
    assert len(set(drafts)) > 1
    assert translator.translate([], SPEC) == []
    assert not any("</s>" in draft or "khm" in draft for draft in drafts)


def test_the_order_of_sentences_does_not_matter(
    checkpoints: dict[str, Path], options: BackendOptions
) -> None:
    translator = Seq2SeqTranslator(str(checkpoints["nllb"]), options)
    forward = translator.translate(SENTENCES, SPEC)
    assert translator.translate(SENTENCES[::-1], SPEC) == forward[::-1]


def test_careful_decoding_repeats_nothing(
    checkpoints: dict[str, Path], options: BackendOptions
) -> None:
    translator = Seq2SeqTranslator(str(checkpoints["m2m100"]), options)
    usual = translator.translate(SENTENCES, SPEC)
    again = translator.translate(SENTENCES, TranslationSpec(careful=True))
    assert again != usual


@pytest.mark.parametrize("engine", ["ctranslate2", "transformers"])
def test_candidates_are_several_and_the_first_is_the_translation(
    engine: Any, checkpoints: dict[str, Path], options: BackendOptions
) -> None:
    translator = Seq2SeqTranslator(str(checkpoints["m2m100"]), replace(options, engine=engine))
    before = translator.signature
    assert isinstance(translator, OffersCandidates)
    found = translator.candidates(SENTENCES, SPEC, 4)
    assert [group[0].text for group in found] == translator.translate(SENTENCES, SPEC)
    assert all(1 < len(group) <= 4 for group in found)
    assert all(len({c.text for c in group}) == len(group) for group in found)
    assert all(candidate.score < 0 for group in found for candidate in group)
    assert translator.signature == before
    assert translator.candidates([], SPEC, 4) == []


def test_a_sentence_above_the_limit_is_refused_and_named(
    checkpoints: dict[str, Path], options: BackendOptions
) -> None:
    translator = Seq2SeqTranslator(str(checkpoints["marian"]), options)
    with pytest.raises(InputTooLongError, match="at most 96") as caught:
        translator.translate(["Short.", "The minister spoke of the courts. " * 20], SPEC)
    assert "The minister spoke" in caught.value.message
    assert caught.value.hint


def test_a_translation_cut_by_the_limit_is_told(
    checkpoints: dict[str, Path], options: BackendOptions, tmp_path: Path, notices: list[str]
) -> None:
    folder = limited(checkpoints["m2m100"], tmp_path / "short", max_length=4, num_beams=1)
    drafts = Seq2SeqTranslator(str(folder), options).translate(SENTENCES, SPEC)
    assert any("was cut" in notice for notice in notices)
    assert len(drafts) == len(SENTENCES)


@pytest.mark.parametrize(("finished", "kept"), [(True, "ភ្លៀង។"), (False, "ភ្លៀង")])
def test_a_translation_that_was_cut_never_looks_whole(
    finished: bool, kept: str, checkpoints: dict[str, Path], options: BackendOptions
) -> None:
    translator = Seq2SeqTranslator(str(checkpoints["nllb"]), options)
    [tokens] = translator._model.encode(["ភ្លៀង។"], "km", "en")
    text = translator._text(Generated(tokens.source[1:-1], -1.0, finished))
    assert text == kept
    assert is_failure("Rain fell.", text) is not finished


def test_the_licence_of_nllb_is_told_once(
    checkpoints: dict[str, Path], options: BackendOptions, notices: list[str]
) -> None:
    translator = Seq2SeqTranslator(str(checkpoints["nllb"]), options)
    for _ in range(2):
        translator.translate(SENTENCES[:1], SPEC)
    assert sum("non-commercial" in notice for notice in notices) == 1


def test_a_summariser_does_not_translate(
    checkpoints: dict[str, Path], options: BackendOptions
) -> None:
    with pytest.raises(ModelError, match="does not translate"):
        Seq2SeqTranslator(str(checkpoints["bart"]), options).translate(SENTENCES, SPEC)
    with pytest.raises(ModelError):
        Seq2SeqSummarizer(str(checkpoints["nllb"]), options).summarize(
            [build_article(*SENTENCES[:2])], SummarySpec()
        )


def test_the_signature_says_what_steers_the_output(
    checkpoints: dict[str, Path], options: BackendOptions
) -> None:
    from importlib.metadata import version

    name = str(checkpoints["nllb"])
    found = Seq2SeqTranslator(name, options).signature.split("|")
    assert found[0] == "nllb"
    assert found[1].startswith("nllb@")
    assert found[2:] == [
        f"ctranslate2-{version('ctranslate2')}",
        "int8",
        "beam=4",
        "new=0..94",
        "lp=1",
        "rp=1",
        "ngram=0",
    ]
    other = Seq2SeqTranslator(name, replace(options, engine="transformers")).signature.split("|")
    assert other[2:4] == [f"transformers-{version('transformers')}", "float32"]


def test_a_signature_costs_no_heavy_import(checkpoints: dict[str, Path], model_dir: Path) -> None:
    code = f"""
import sys
from pathlib import Path
from summarize.options import BackendOptions
from summarize.backends.seq2seq import Seq2SeqTranslator
options = BackendOptions(Path({str(model_dir)!r}))
print(Seq2SeqTranslator({str(checkpoints["nllb"])!r}, options).signature)
heavy = {{"torch", "transformers", "ctranslate2", "huggingface_hub", "numpy", "tokenizers"}}
print(sorted(heavy & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[1] == "[]"


def test_a_missing_model_is_told_when_it_is_needed(
    options: BackendOptions, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path))
    translator = Seq2SeqTranslator("acme/none", options)
    with pytest.raises(ModelMissingError, match="acme/none") as caught:
        _ = translator.signature
    assert "--translator embedded" in caught.value.hint
    summarizer = Seq2SeqSummarizer("acme/none", options)
    with pytest.raises(ModelMissingError) as caught:
        _ = summarizer.signature
    assert "--summarizer extractive" in caught.value.hint


def test_led_runs_on_transformers_alone_and_says_so(
    checkpoints: dict[str, Path], options: BackendOptions
) -> None:
    name = str(checkpoints["led"])
    assert "|transformers-" in Seq2SeqSummarizer(name, options).signature
    with pytest.raises(
        ModelError, match="ctranslate2 cannot run models of the family led"
    ) as found:
        _ = Seq2SeqSummarizer(name, replace(options, engine="ctranslate2")).signature
    assert "--engine transformers" in found.value.hint


LONG = SummarySpec(9)
ARTICLES = [build_article(*SENTENCES[:2]), build_article(*SENTENCES[2:4], title="Two")]


@pytest.mark.parametrize("engine", ["auto", "transformers"])
@pytest.mark.parametrize("family", SUMMARIZERS)
@pytest.mark.usefixtures("no_network")
def test_articles_are_summarised_together_as_alone(
    family: str, engine: Any, checkpoints: dict[str, Path], options: BackendOptions
) -> None:
    summarizer = Seq2SeqSummarizer(str(checkpoints[family]), replace(options, engine=engine))
    together = summarizer.summarize(ARTICLES, SummarySpec())
    assert together == [summarizer.summarize([one], SummarySpec())[0] for one in ARTICLES]
    assert {summary.signature for summary in together} == {summarizer.signature}


def test_only_whole_sentences_are_kept_and_no_more_than_asked_for(
    checkpoints: dict[str, Path], options: BackendOptions, notices: list[str]
) -> None:
    summarizer = Seq2SeqSummarizer(str(checkpoints["bart"]), options)
    model = summarizer._model
    for article, summary in zip(
        ARTICLES, summarizer.summarize(ARTICLES, SummarySpec(1)), strict=True
    ):
        [output] = model.generate(summarizer._encoded([article.text]), model.decoding)
        written = " ".join(model.decode(output).split())
        assert len(summary.sentences) <= 1
        for sentence in summary.sentences:
            assert written.startswith(sentence.text)
        if not summary.sentences:
            assert not output.finished
            assert any("no whole sentence" in notice for notice in notices)


@pytest.mark.parametrize("engine", ["ctranslate2", "transformers"])
def test_further_summaries_are_the_other_hypotheses_of_the_beam(
    engine: Any, checkpoints: dict[str, Path], options: BackendOptions
) -> None:
    summarizer = Seq2SeqSummarizer(str(checkpoints["mt5"]), replace(options, engine=engine))
    assert isinstance(summarizer, OffersSummaries)
    first = [[s.text for s in found.sentences] for found in summarizer.summarize(ARTICLES, LONG)]
    further = summarizer.further_summaries(ARTICLES, 3)
    assert [len(summaries) for summaries in further] == [3, 3]
    assert any(summaries != [own] * 3 for summaries, own in zip(further, first, strict=True))
    model = summarizer._model
    outputs = model.generate(
        summarizer._encoded([a.text for a in ARTICLES]), replace(model.decoding, hypotheses=4)
    )
    assert further == [[summarizer._whole_sentences(o) for o in out.others] for out in outputs]


def test_an_article_in_parts_has_no_further_summaries(
    checkpoints: dict[str, Path], options: BackendOptions
) -> None:
    summarizer = Seq2SeqSummarizer(str(checkpoints["bart"]), options)
    long = build_article(*SENTENCES)
    found = summarizer.further_summaries([long, ARTICLES[0]], 2)
    assert [len(summaries) for summaries in found] == [0, 2]


def test_a_long_article_is_summarised_in_parts_and_told(
    checkpoints: dict[str, Path], options: BackendOptions, tmp_path: Path, notices: list[str]
) -> None:
    folder = limited(checkpoints["bart"], tmp_path / "brief", max_length=14)
    article = build_article(*SENTENCES)
    [summary] = Seq2SeqSummarizer(str(folder), options).summarize([article], SummarySpec())
    assert any("summarised in 3 parts" in notice for notice in notices)
    assert summary.parts == 3
    assert len(summary.sentences) <= 3


def test_an_article_of_one_endless_sentence_is_refused(
    checkpoints: dict[str, Path], options: BackendOptions
) -> None:
    article = build_article("the minister and the courts and " * 40 + "the end.")
    with pytest.raises(InputTooLongError, match="in parts as well") as caught:
        Seq2SeqSummarizer(str(checkpoints["bart"]), options).summarize([article], SummarySpec())
    assert "extractive" in caught.value.hint


def test_a_text_is_named_by_its_start() -> None:
    assert start("Short.") == "Short."
    assert start("word " * 30) == "word " * 11 + "word…"
