"""Summarisers and translators from any encoder-decoder model of a supported family."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from summarize.articles.sentences import split_sentences
from summarize.backends.align import trace
from summarize.backends.base import Candidate, SummarySpec, TranslationSpec
from summarize.backends.decoding import careful, n_best
from summarize.backends.local import LocalModel
from summarize.backends.parts import merge, split_text
from summarize.engines.batching import in_order
from summarize.errors import InputTooLongError
from summarize.models.catalog import catalog
from summarize.options import BackendOptions
from summarize.records import Article, Summary
from summarize.tokens import Generated, Tokens

KHMER_STOPS = "។៕. "


class Seq2SeqTranslator:
    """Drafts Khmer with the model ``name``, a folder or a repository of the hub."""

    def __init__(self, name: str, options: BackendOptions) -> None:
        self._name = name
        self._notify = options.notify
        self._model = LocalModel(name, options, "translation", "--translator embedded")
        self._told_licence = False

    @property
    def signature(self) -> str:
        """One line; see :mod:`summarize.backends.signature`. Raises ``ModelError``."""
        return self._model.signature

    def translate(self, sentences: Sequence[str], spec: TranslationSpec) -> list[str]:
        """One translation for each sentence, in order.

        A sentence above the model's limit is refused with ``InputTooLongError``; a translation
        that reaches the limit of its length is told, and returned without a full stop, so that it
        looks as unfinished as it is to the checks, which keep it out of the cache.
        """
        return [found[0].text for found in self.candidates(sentences, spec, 1)]

    def candidates(
        self, sentences: Sequence[str], spec: TranslationSpec, most: int
    ) -> list[list[Candidate]]:
        """See :class:`summarize.backends.base.OffersCandidates`, and :meth:`translate`."""
        return in_order(self.candidates_as_ready(sentences, spec, most))

    def candidates_as_ready(
        self, sentences: Sequence[str], spec: TranslationSpec, most: int
    ) -> Iterator[list[tuple[int, list[Candidate]]]]:
        """See :class:`summarize.backends.base.OffersCandidatesAsReady`, and :meth:`translate`."""
        self._tell_licence()
        inputs = self._model.encode(sentences, spec.source, spec.target)
        for sentence, tokens in zip(sentences, inputs, strict=True):
            self._require_fit(sentence, tokens)
        decoding = careful(self._model.decoding) if spec.careful else self._model.decoding
        for batch in self._model.generate_as_done(inputs, n_best(decoding, most)):
            for i, output in batch:
                if not output.finished:
                    told = f"The translation of “{start(sentences[i])}” was cut at its longest"
                    self._notify(f"{told} length.")
            yield [(i, candidates_of(output, self._text)) for i, output in batch]

    def _text(self, output: Generated) -> str:
        text = self._model.decode(output)
        return text if output.finished else text.rstrip(KHMER_STOPS)

    def _require_fit(self, sentence: str, tokens: Tokens) -> None:
        if len(tokens.source) > self._model.input_limit:
            raise InputTooLongError(
                f"the sentence “{start(sentence)}” has {len(tokens.source)} tokens; {self._name} "
                f"takes at most {self._model.input_limit}",
                "Divide the sentence, or choose another translator.",
            )

    def _tell_licence(self) -> None:
        entry = catalog().forbids_business(self._name, self._model.family)
        if entry and not self._told_licence:
            self._notify(f"{self._name}: {entry.licence_in_words}.")
        self._told_licence = True


class Seq2SeqSummarizer:
    """Summarises English articles with the model ``name``, a folder or a repository of the hub.

    The model writes freely: unlike the extractive summariser it can be wrong.
    """

    def __init__(self, name: str, options: BackendOptions) -> None:
        self._name = name
        self._notify = options.notify
        self._model = LocalModel(name, options, "summarization", "--summarizer extractive")

    @property
    def signature(self) -> str:
        """One line; see :mod:`summarize.backends.signature`. Raises ``ModelError``."""
        return self._model.signature

    def summarize(self, articles: Sequence[Article], spec: SummarySpec) -> list[Summary]:
        """One summary for each article, in order: the first sentences of what the model writes.

        An article above the model's limit is summarised in parts, and the summaries of the parts
        once more, as often as it takes; this is told. Raises ``InputTooLongError`` where that
        does not help: a sentence above the limit.
        """
        texts, parts = self._shortened(articles)
        summaries = []
        written = self._sentences(texts)
        for article, sentences, count in zip(articles, written, parts, strict=True):
            found = tuple(
                trace(f"s{number}", text, article.sentences)
                for number, text in enumerate(sentences[: spec.sentences], 1)
            )
            if not found:
                self._notify(f"{self._name} wrote no whole sentence about {article.source}.")
            summaries.append(Summary(found, self.signature, count))
        return summaries

    def further_summaries(self, articles: Sequence[Article], most: int) -> list[list[list[str]]]:
        """See :class:`summarize.backends.base.OffersSummaries`: further hypotheses of the beam.

        None of an article that was summarised in parts: every part would have to be again.
        """
        texts = [article.text for article in articles]
        fitting = [i for i, text in enumerate(texts) if self._fits(text)]
        outputs = self._generated([texts[i] for i in fitting], most + 1)
        found: list[list[list[str]]] = [[] for _ in articles]
        for i, output in zip(fitting, outputs, strict=True):
            found[i] = [self._whole_sentences(other) for other in output.others]
        return found

    def _shortened(self, articles: Sequence[Article]) -> tuple[list[str], list[int]]:
        """Texts that fit the model: those of the articles, or what their parts say.

        And into how many parts each article was divided.
        """
        texts = [article.text for article in articles]
        counts = [1] * len(texts)
        while long := [i for i, text in enumerate(texts) if not self._fits(text)]:
            parts = [self._parts(articles[i], texts[i]) for i in long]
            written = iter(self._sentences([part for group in parts for part in group]))
            for i, group in zip(long, parts, strict=True):
                texts[i] = merge([next(written) for _ in group])
                counts[i] = max(counts[i], len(group))
        return texts, counts

    def _parts(self, article: Article, text: str) -> list[str]:
        limit = self._model.input_limit
        parts = split_text(text, self._length, limit - 2)  # two special tokens, once a part
        longest = max(map(self._length, parts))
        written = len(parts) * self._model.decoding.max_new_tokens  # at most
        if longest > limit or written >= self._length(text):
            raise InputTooLongError(
                f"{article.source} is too long for {self._name}, in parts as well",
                "Use --summarizer extractive, which takes articles of any length.",
            )
        self._notify(f"{article.source} is long: summarised in {len(parts)} parts, then as one.")
        return parts

    def _sentences(self, texts: Sequence[str]) -> list[list[str]]:
        """Whole sentences that the model writes about each text."""
        return [self._whole_sentences(output) for output in self._generated(texts, 1)]

    def _generated(self, texts: Sequence[str], most: int) -> list[Generated]:
        """What the model writes about each text, in up to ``most`` hypotheses.

        A text too short for the model's shortest summary has no least length: forced to go on, the
        model would invent.
        """
        inputs = self._encoded(texts)
        usual = n_best(self._model.decoding, most)
        free = replace(usual, min_new_tokens=0)
        outputs: dict[int, Generated] = {}
        for decoding in (usual, free):
            group = [
                i
                for i, tokens in enumerate(inputs)
                if (len(tokens.source) < 2 * usual.min_new_tokens) == (decoding is free)
            ]
            generated = self._model.generate([inputs[i] for i in group], decoding)
            outputs.update(zip(group, generated, strict=True))
        return [outputs[i] for i in range(len(texts))]

    def _whole_sentences(self, output: Generated) -> list[str]:
        text = " ".join(self._model.decode(output).split())
        found = [text[start:end] for start, end in split_sentences(text)]
        return found if output.finished else found[:-1]

    def _encoded(self, texts: Sequence[str]) -> list[Tokens]:
        """Paragraphs are run together: the published models were trained so."""
        return self._model.encode([" ".join(text.split()) for text in texts], "en", "en")

    def _length(self, text: str) -> int:
        return len(self._encoded([text])[0].source)

    def _fits(self, text: str) -> bool:
        return self._length(text) <= self._model.input_limit


def candidates_of(output: Generated, text_of: Callable[[Generated], str]) -> list[Candidate]:
    """Texts of ``output`` and of the other hypotheses, each once, with their scores."""
    found: dict[str, Candidate] = {}
    for hypothesis in (output, *output.others):
        text = text_of(hypothesis)
        found.setdefault(text, Candidate(text, hypothesis.score))
    return list(found.values())


def start(text: str, most: int = 60) -> str:
    """Return the start of ``text``, to name it in a message."""
    return text if len(text) <= most else f"{text[:most].rstrip()}…"
