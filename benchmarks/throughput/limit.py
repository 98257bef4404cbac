"""CTranslate2 by itself, with everything at hand: sorted by length, in batches without padding."""

from collections.abc import Sequence
from pathlib import Path

from benchmarks.throughput.clock import Clock
from benchmarks.throughput.embedded import prepare
from benchmarks.throughput.plan import Plan, chosen, make_articles
from summarize.backends.local import LocalModel, Task
from summarize.families import load_family
from summarize.families.pieces import light_pieces
from summarize.models.convert import converted
from summarize.options import BackendOptions

TOKENS = 1024
"""In a batch: more is not faster here, and takes memory."""


def perfect_batches(plan: Plan, clock: Clock) -> list[str]:
    """All articles through one model, then all sentences through the other."""
    articles = make_articles(plan)
    todo = [text for own in chosen(articles) for text in own]
    summarizer = _Seq2Seq(plan, plan.summarizer, "summarization") if plan.summarizer else None
    translator = (
        _Seq2Seq(plan, plan.translator, "translation") if plan.translator else _Embedded(plan)
    )
    clock.ready()
    if summarizer:
        summarizer.generate([" ".join(article.text.split()) for article in articles])
    targets = translator.generate(todo)
    clock.done(len(articles))
    return targets


class _Seq2Seq:
    """A model as the program converts it, and nothing else of the program."""

    def __init__(self, plan: Plan, folder: str, task: Task) -> None:
        import ctranslate2

        options = BackendOptions(Path(plan.scratch) / "models")
        self._local = LocalModel(folder, options, task, "")
        self._target = "km" if task == "translation" else "en"
        kept = converted(self._local.snapshot, "int8", options.model_dir)
        self._family = load_family(kept.tokenizer, light_pieces(kept.tokenizer))
        self._model = ctranslate2.Translator(
            str(kept.model), inter_threads=plan.threads, intra_threads=1
        )

    def generate(self, texts: Sequence[str]) -> list[str]:
        inputs = self._family.encode(texts, "en", self._target)
        decoding, begins = self._local.decoding, len(inputs[0].prefix)
        results = self._model.translate_batch(
            [list(tokens.source[: self._family.input_limit]) for tokens in inputs],
            [list(tokens.prefix) for tokens in inputs] if begins else None,
            beam_size=decoding.beam_size,
            max_batch_size=TOKENS,
            batch_type="tokens",
            max_input_length=0,
            min_decoding_length=decoding.min_new_tokens + begins,
            max_decoding_length=decoding.max_new_tokens + begins,
        )
        return [" ".join(result.hypotheses[0][begins:]) for result in results]


class _Embedded:
    def __init__(self, plan: Plan) -> None:
        import ctranslate2

        self._loaded = prepare(Path(plan.scratch))
        self._model = ctranslate2.Generator(
            str(self._loaded.folder), inter_threads=plan.threads, intra_threads=1
        )

    def generate(self, sentences: Sequence[str]) -> list[str]:
        loaded = self._loaded
        prompts = [loaded.tokens(text) for text in sentences]
        results = self._model.generate_batch(
            prompts, max_batch_size=TOKENS, batch_type="tokens", **loaded.options(prompts)
        )
        return [loaded.text(result.sequences_ids[0]) for result in results]
