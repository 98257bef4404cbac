"""Both engines on the tiny model of every family, through the real loading code."""

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from summarize.engines.base import Engine, ranked
from summarize.engines.ctranslate2 import CTranslate2Causal, CTranslate2Seq2Seq
from summarize.engines.torch_seq2seq import TorchSeq2Seq
from summarize.engines.transformers import TransformersSeq2Seq
from summarize.errors import ModelCorruptedError, ModelError
from summarize.families import family_name, load_family
from summarize.families.base import Family
from summarize.families.pieces import HubPieces, numbered_pieces
from summarize.models.convert import converted
from summarize.models.hub import Snapshot
from summarize.models.layout import fingerprint
from summarize.models.load import load_tokenizer
from summarize.tokens import Decoding, Generated, Tokens
from tests.checkpoints import ENGLISH, SUMMARIZERS, TRANSLATORS

GREEDY = Decoding(max_new_tokens=30)
BEAM = Decoding(beam_size=4, max_new_tokens=30, length_penalty=2.0, no_repeat_ngram_size=3)

SEVERAL = replace(BEAM, hypotheses=3)
PLAIN = Decoding(beam_size=4, max_new_tokens=30, length_penalty=0.0, hypotheses=3)
"""What both engines understand nearly alike: CTranslate2 counts a prefix in the length penalty,
never ends right after one, and forbids n-grams before it normalises, transformers after."""


@dataclass(frozen=True)
class Pair:
    family: Family
    reference: Engine
    fast: Engine
    inputs: list[Tokens]


ON_BOTH = sorted({*SUMMARIZERS, *TRANSLATORS} - {"led"})


@pytest.fixture(scope="module", params=ON_BOTH)
def pair(
    request: pytest.FixtureRequest,
    checkpoints: dict[str, Path],
    tmp_path_factory: pytest.TempPathFactory,
) -> Pair:
    folder = checkpoints[request.param]
    snapshot = Snapshot(request.param, fingerprint(folder), folder)
    kept = converted(snapshot, "float32", tmp_path_factory.mktemp("models"))
    family, reference = referent(folder)
    target = "en" if request.param in SUMMARIZERS else "km"
    return Pair(
        family,
        reference,
        CTranslate2Seq2Seq(kept.model, "cpu"),
        family.encode(ENGLISH.splitlines(), "en", target),
    )


def referent(folder: Path) -> tuple[Family, Engine]:
    """Transformers, or PyTorch alone for what transformers does not have."""
    if family_name(folder) == "netra":
        pieces = numbered_pieces(folder)
        return load_family(folder, pieces), TorchSeq2Seq(folder, pieces, "cpu")
    tokenizer = load_tokenizer(folder)
    family = load_family(folder, HubPieces(tokenizer))
    return family, TransformersSeq2Seq(folder, tokenizer, "cpu")


@pytest.mark.parametrize("least", [0, 6])
def test_greedy_outputs_are_the_same(pair: Pair, least: int) -> None:
    decoding = Decoding(max_new_tokens=30, min_new_tokens=least)
    reference = pair.reference.generate(pair.inputs, decoding)
    fast = pair.fast.generate(pair.inputs, decoding)
    # Words made up to fill a vocabulary have a name in one engine only; compare what is read.
    assert [pair.family.decode(o.tokens) for o in fast] == [
        pair.family.decode(o.tokens) for o in reference
    ]
    assert [(o.finished, len(o.tokens)) for o in fast] == [
        (o.finished, len(o.tokens)) for o in reference
    ]
    assert len({o.tokens for o in reference}) > 3


def test_scores_are_mean_log_probabilities_in_both(pair: Pair) -> None:
    reference = pair.reference.generate(pair.inputs, GREEDY)
    fast = pair.fast.generate(pair.inputs, GREEDY)
    assert [o.score for o in fast] == pytest.approx([o.score for o in reference], abs=0.01)
    assert all(o.score < 0 for o in fast)


@pytest.mark.parametrize("engine", ["reference", "fast"])
def test_a_batch_of_mixed_lengths_equals_one_by_one(pair: Pair, engine: str) -> None:
    model: Engine = getattr(pair, engine)
    decoding = Decoding(beam_size=4, max_new_tokens=12)
    inputs = [Tokens(t.source[-4 * n :], t.prefix) for n, t in enumerate(pair.inputs[:6], start=1)]
    alone = [model.generate([tokens], decoding)[0].tokens for tokens in inputs]
    assert [output.tokens for output in model.generate(inputs, decoding)] == alone


@pytest.mark.parametrize("engine", ["reference", "fast"])
def test_what_the_length_limit_cut_is_marked(pair: Pair, engine: str) -> None:
    model: Engine = getattr(pair, engine)
    long = model.generate(pair.inputs, GREEDY)
    assert {output.finished for output in long} == {True, False}
    assert all(len(output.tokens) == 30 for output in long if not output.finished)
    longest = max(len(output.tokens) for output in long if output.finished)
    short = model.generate(pair.inputs, Decoding(max_new_tokens=longest))
    for before, after in zip(long, short, strict=True):
        if len(before.tokens) >= longest:
            assert not after.finished
        assert after.tokens == before.tokens[:longest]


@pytest.mark.parametrize("engine", ["reference", "fast"])
def test_every_input_has_a_limit_of_its_own(pair: Pair, engine: str) -> None:
    model: Engine = getattr(pair, engine)
    long = model.generate(pair.inputs, GREEDY)
    limits = range(3, 3 + len(pair.inputs))
    bounded = [replace(t, longest=n) for t, n in zip(pair.inputs, limits, strict=True)]
    for before, after, limit in zip(long, model.generate(bounded, GREEDY), limits, strict=True):
        assert after.tokens == before.tokens[:limit]
        assert after.finished == (before.finished and len(before.tokens) <= limit)


@pytest.mark.parametrize("engine", ["reference", "fast"])
def test_n_grams_are_not_repeated_when_forbidden(pair: Pair, engine: str) -> None:
    model: Engine = getattr(pair, engine)
    for output in model.generate(pair.inputs, BEAM):
        grams = [output.tokens[i : i + 3] for i in range(len(output.tokens) - 2)]
        assert len(grams) == len(set(grams))


def read(pair: Pair, output: Generated) -> list[str]:
    return [pair.family.decode(found.tokens) for found in (output, *output.others)]


def alike(pair: Pair, decoding: Decoding) -> list[tuple[Generated, Generated]]:
    reference = pair.reference.generate(pair.inputs, decoding)
    fast = pair.fast.generate(pair.inputs, decoding)
    both = zip(fast, reference, strict=True)
    return [(one, other) for one, other in both if read(pair, one) == read(pair, other)]


def test_both_engines_find_the_same_hypotheses_in_the_same_order(pair: Pair) -> None:
    found = alike(pair, replace(PLAIN, min_new_tokens=1))
    assert len(found) >= len(pair.inputs) - 1  # one near tie may be rounded either way
    assert all(len(other.others) == 2 for _, other in found)


def test_all_hypotheses_are_scored_alike_in_both(pair: Pair) -> None:
    found = [
        (one, other)
        for pairs in alike(pair, PLAIN)
        for one, other in zip(*(best.others for best in pairs), strict=True)
    ]
    assert len(found) > len(pair.inputs)
    scores = [other.score for _, other in found]
    assert [one.score for one, _ in found] == pytest.approx(scores, abs=0.01)
    assert all(one.finished == other.finished for one, other in found)


@pytest.mark.parametrize("engine", ["reference", "fast"])
def test_hypotheses_differ_and_the_first_is_what_one_alone_would_be(
    pair: Pair, engine: str
) -> None:
    model: Engine = getattr(pair, engine)
    outputs = model.generate(pair.inputs, SEVERAL)
    assert {len(output.others) for output in outputs} == {SEVERAL.hypotheses - 1}
    assert all(len({output.tokens, *(o.tokens for o in output.others)}) == 3 for output in outputs)
    alone = model.generate(pair.inputs, replace(SEVERAL, hypotheses=1))
    assert alone == [replace(output, others=()) for output in outputs]


@pytest.mark.parametrize("engine", ["reference", "fast"])
def test_no_input_gives_no_output(pair: Pair, engine: str) -> None:
    assert getattr(pair, engine).generate([], GREEDY) == []


@dataclass(frozen=True)
class Led:
    engine: TransformersSeq2Seq
    inputs: list[Tokens]


@pytest.fixture(scope="module")
def led(checkpoints: dict[str, Path]) -> Led:
    folder = checkpoints["led"]
    tokenizer = load_tokenizer(folder)
    lines = ENGLISH.splitlines()
    texts = [" ".join(lines[: i + 1]) for i in range(6)]
    inputs = load_family(folder, HubPieces(tokenizer)).encode(texts, "en", "en")
    return Led(TransformersSeq2Seq(folder, tokenizer, "cpu"), inputs)


def test_the_first_token_of_led_sees_the_whole_text(led: Led) -> None:
    attention = led.engine._attention(torch_ids(3, 5))
    assert attention["global_attention_mask"].tolist() == [[1, 0, 0, 0, 0]] * 3
    with_all = led.engine.generate(led.inputs, GREEDY)
    led.engine._asks_global = False
    without = led.engine.generate(led.inputs, GREEDY)
    led.engine._asks_global = True
    assert [o.score for o in with_all] != [o.score for o in without]
    assert all(o.score < 0 for o in with_all)


def test_led_gives_the_same_alone_and_in_a_batch(led: Led) -> None:
    alone = [led.engine.generate([tokens], GREEDY)[0].tokens for tokens in led.inputs]
    assert [o.tokens for o in led.engine.generate(led.inputs, GREEDY)] == alone
    assert len(set(alone)) > 3


def torch_ids(rows: int, width: int) -> object:
    import torch

    return torch.zeros((rows, width), dtype=torch.long)


def test_a_folder_without_a_model_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(ModelCorruptedError, match="cannot load"):
        CTranslate2Seq2Seq(tmp_path, "cpu")


def test_cuda_is_refused_where_there_is_none(tmp_path: Path) -> None:
    import ctranslate2

    if ctranslate2.get_cuda_device_count():
        pytest.skip("this machine has a GPU")
    with pytest.raises(ModelError, match="no GPU"):
        CTranslate2Seq2Seq(tmp_path, "cuda")


@cache
def causal_tokens() -> list[str]:
    return ["<unk>", "<s>", "</s>", *(f"w{i}" for i in range(60))]


@pytest.fixture(scope="module")
def causal(tmp_path_factory: pytest.TempPathFactory) -> CTranslate2Causal:
    return CTranslate2Causal(build_causal(tmp_path_factory.mktemp("causal") / "model"), "cpu")


def build_causal(folder: Path) -> Path:
    """A random decoder-only model (GPT-2), written with CTranslate2's own specification."""
    import numpy as np
    from ctranslate2.specs import TransformerDecoderModelSpec

    rng, tokens, width = np.random.default_rng(3), causal_tokens(), 16
    spec = TransformerDecoderModelSpec.from_config(1, 2, pre_norm=True)
    fill(spec.decoder, rng, width, len(tokens))
    spec.register_vocabulary(tokens)
    spec.config.bos_token, spec.config.eos_token, spec.config.unk_token = "<s>", "</s>", "<unk>"
    spec.validate()
    spec.optimize(quantization="float32")
    folder.mkdir()
    spec.save(str(folder))
    return folder


def fill(decoder: Any, rng: Any, width: int, vocabulary: int) -> None:
    def matrix(*shape: int) -> Any:
        return rng.normal(0, 0.8, shape).astype("float32")

    def norm(spec: Any) -> None:
        spec.gamma, spec.beta = matrix(width) + 1, matrix(width)

    decoder.embeddings.weight = matrix(vocabulary, width)
    decoder.position_encodings.encodings = matrix(64, width)
    decoder.scale_embeddings = False
    decoder.projection.weight = matrix(vocabulary, width)
    norm(decoder.layer_norm)
    for layer in decoder.layer:
        norm(layer.self_attention.layer_norm)
        norm(layer.ffn.layer_norm)
        for linear, rows, columns in (
            (layer.self_attention.linear[0], 3 * width, width),
            (layer.self_attention.linear[1], width, width),
            (layer.ffn.linear_0, 2 * width, width),
            (layer.ffn.linear_1, width, 2 * width),
        ):
            linear.weight, linear.bias = matrix(rows, columns), matrix(rows)


def prompts() -> list[Tokens]:
    words = causal_tokens()[3:]
    return [Tokens(("<s>", *words[i : 2 * i + 1])) for i in range(1, 9)]


def test_a_causal_model_returns_only_what_follows_the_prompt(causal: CTranslate2Causal) -> None:
    outputs = causal.generate(prompts(), GREEDY)
    assert len({output.tokens for output in outputs}) > 3
    for prompt, output in zip(prompts(), outputs, strict=True):
        more = causal.generate([Tokens((*prompt.source, *output.tokens[:5]))], GREEDY)[0]
        assert more.tokens[: len(output.tokens) - 5] == output.tokens[5:]


def test_a_causal_model_gives_the_same_alone_and_in_a_batch(causal: CTranslate2Causal) -> None:
    alone = [causal.generate([prompt], BEAM)[0].tokens for prompt in prompts()]
    assert [output.tokens for output in causal.generate(prompts(), BEAM)] == alone


def test_a_causal_model_names_several_hypotheses(causal: CTranslate2Causal) -> None:
    outputs = causal.generate(prompts(), SEVERAL)
    assert {len(output.others) for output in outputs} == {2}
    assert causal.generate(prompts(), BEAM) == [replace(output, others=()) for output in outputs]


@pytest.mark.parametrize("hypotheses", [0, 3])
def test_no_more_hypotheses_than_the_beam_is_wide(hypotheses: int) -> None:
    with pytest.raises(ValueError, match="hypotheses from a beam of 2"):
        Decoding(beam_size=2, hypotheses=hypotheses)


def test_hypotheses_that_read_the_same_count_once() -> None:
    cut, whole, other = (
        Generated(("a",), -0.2, finished=False),
        Generated(("a",), -0.5, finished=True),
        Generated(("b",), -0.6, finished=True),
    )
    assert ranked([cut, whole, other]) == replace(cut, others=(other,))


def test_a_causal_model_stops_at_its_end_tokens(causal: CTranslate2Causal, tmp_path: Path) -> None:
    free = causal.generate(prompts(), GREEDY)
    stopping = {output.tokens[4] for output in free if len(output.tokens) > 4}
    model = CTranslate2Causal(build_causal(tmp_path / "model"), "cpu", sorted(stopping))
    for before, after in zip(free, model.generate(prompts(), GREEDY), strict=True):
        cut = next((i for i, t in enumerate(before.tokens) if t in stopping), None)
        assert after.finished == (cut is not None)
        assert after.tokens == before.tokens[:cut]
