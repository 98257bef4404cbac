"""Measure a model folder: ``python -m training.adapter.evaluate --model FOLDER --pairs FILE.tsv``.

Prints one JSON object: chrF (Popović, 2015; sacreBLEU) with digits as written and with both digit
sets folded, the share of lines whose numbers all came through, the share of lines caught in a
loop, and speed. ``--set beam_size=4`` changes the decoding that the folder asks for.
"""

import argparse
import json
import re
import time
import tomllib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from summarize.backends.base import BackendOptions, TranslationSpec
from summarize.backends.embedded import AdapterTranslator
from summarize.checks import degeneration
from summarize.khmer.digits import to_ascii_digits
from summarize.khmer.normalise import draft_text
from summarize.models.embedded.manifest import Adapter, read_manifest

_NUMBER = re.compile(r"\d+")


def chrf(hypotheses: Sequence[str], references: Sequence[str]) -> float:
    """Corpus chrF, 0 to 100."""
    from sacrebleu.metrics.chrf import CHRF

    score = CHRF().corpus_score(list(hypotheses), [list(references)]).score
    return round(float(score), 2)


def numbers_kept(sources: Sequence[str], hypotheses: Sequence[str]) -> tuple[int, int]:
    """Lines that have every digit run of their source, and lines that have any to keep."""
    wanted = [set(_NUMBER.findall(source)) for source in sources]
    found = [set(_NUMBER.findall(to_ascii_digits(text))) for text in hypotheses]
    pairs = [(w, f) for w, f in zip(wanted, found, strict=True) if w]
    return sum(w <= f for w, f in pairs), len(pairs)


def figures(
    sources: Sequence[str], hypotheses: Sequence[str], references: Sequence[str]
) -> dict[str, object]:
    """All figures of one test set; zero-width characters do not count."""
    written = [draft_text(text) for text in hypotheses]
    expected = [draft_text(text) for text in references]
    looped = sum(bool(degeneration.check(s, h)) for s, h in zip(sources, written, strict=True))
    return {
        "lines": len(sources),
        "chrf": chrf(written, expected),
        "chrf_digits_folded": chrf(
            [to_ascii_digits(text) for text in written], [to_ascii_digits(t) for t in expected]
        ),
        "numbers_kept": numbers_kept(sources, written),
        "looped": looped,
    }


def overridden(adapter: Adapter, changes: Sequence[str]) -> Adapter:
    """``adapter`` with the decoding changed by TOML assignments such as ``beam_size=4``."""
    settings = tomllib.loads("\n".join(changes))
    return replace(adapter, decoding=replace(adapter.decoding, **settings))


def main() -> None:
    """Read the command line, translate, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", type=Path, required=True, help="folder with model.toml")
    parser.add_argument("--pairs", type=Path, required=True, help="english TAB khmer")
    parser.add_argument("--limit", type=int, help="only the first lines")
    parser.add_argument("--builds", type=Path, required=True, help="where built models are kept")
    parser.add_argument("--set", action="append", default=[], metavar="FIELD=VALUE")
    parser.add_argument("--careful", action="store_true", help="the decoding of second attempts")
    parser.add_argument("--hypotheses", type=Path, help="write the translations here")
    arguments = parser.parse_args()
    manifest = read_manifest(arguments.model)
    if manifest.adapter is None:
        parser.error(f"{arguments.model} holds no adapter")
    adapter = overridden(manifest.adapter, arguments.set)
    lines = arguments.pairs.read_text("utf-8").splitlines()[: arguments.limit]
    sources, references = zip(*(line.split("\t") for line in lines), strict=True)
    translator = AdapterTranslator(manifest, adapter, BackendOptions(arguments.builds))
    spec = TranslationSpec(careful=arguments.careful)
    translator.translate(sources[:1], spec)  # builds and loads
    started = time.monotonic()
    hypotheses = translator.translate(sources, spec)
    seconds = time.monotonic() - started
    if arguments.hypotheses:
        arguments.hypotheses.write_text("\n".join(hypotheses) + "\n", "utf-8")
    speed = {"sentences_per_minute": round(60 * len(sources) / seconds, 1)}
    decoding = {"decoding": str(adapter.careful if arguments.careful else adapter.decoding)}
    print(json.dumps({**figures(sources, hypotheses, references), **speed, **decoding}))


if __name__ == "__main__":
    main()
