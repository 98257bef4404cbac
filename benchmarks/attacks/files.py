"""Hostile files for the readers other than those of articles: kinds like those of ``kinds.py``."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random
from typing import Any, Final

from benchmarks.attacks.chance import Kind, scraps, stirred
from summarize.batch.jsonl import article_of, json_lines
from summarize.feeds.parse import feeds_named, parse_feed
from summarize.feeds.robots import parse_rules
from summarize.glossary.files import READERS, file_of_terms, read_terms
from summarize.glossary.records import Term
from summarize.memory import Entry
from summarize.memory.tmx import read_tmx, write_tmx
from summarize.models.layout import INDEX, missing_files
from summarize.models.load import load_weights
from summarize.models.needs import parameters_of, published_dtype
from summarize.prompts import built_in_folder, read_prompt
from summarize.quantities.compare import compare

ADDRESS: Final = "https://news.example/feed"
TERMS: Final = [Term(f"term {number}", f"ពាក្យ {number}", note="x") for number in range(9)]
ENTRIES: Final = [Entry(f"Sentence {n}.", f"ប្រយោគ {n}។", "", "", "a") for n in range(9)]
FEEDS: Final = (
    "<rss><channel><item><title>A</title><link>/a</link><pubDate>1 Dec 2026</pubDate></item>",
    '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><link href="a"/></entry></feed>',
    '{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": 1, "url": "/a"}]}',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>/a</loc></url></urlset>',
)
VALUES: Final[tuple[Any, ...]] = (
    10**30,
    -1,
    1e308,
    "x",
    [],
    {},
    None,
    True,
    [[]],
    "../x",
    {"a": [0]},
    "\ud800",
)
MODEL_KEYS: Final = (
    *("model_type", "d_model", "vocab_size", "num_beams", "min_length", "max_length"),
    *("architectures", "text_config", "encoder_layers", "torch_dtype", "weight_map", "x"),
)


def glossary(chance: Random, folder: Path, size: int) -> None:
    """A file of terms, as the program writes it and then stirred, or of anything."""
    path = folder / f"a{chance.choice(sorted(READERS))}"
    whole = chance.random() < 0.7
    data = file_of_terms(TERMS, path) if whole else scraps(chance, size).encode()
    path.write_bytes(stirred(chance, data))
    read_terms(path)


def translation_memory(chance: Random, _: Path, size: int) -> None:
    """A TMX file, likewise."""
    data = write_tmx(ENTRIES) if chance.random() < 0.7 else scraps(chance, size).encode()
    read_tmx(stirred(chance, data), "a.tmx")


def feed(chance: Random, _: Path, size: int) -> None:
    """A feed of any kind, or rules for robots, stirred or of anything."""
    whole = chance.random() < 0.7
    data = stirred(chance, (chance.choice(FEEDS) if whole else scraps(chance, size)).encode())
    read: Callable[[bytes], object] = chance.choice(
        (lambda data: parse_feed(data, ADDRESS), lambda data: feeds_named(data, ADDRESS))
    )
    parse_rules(b"User-agent: *\nDisallow: /" + data)
    read(data)


def model_folder(chance: Random, folder: Path, size: int) -> None:
    """A folder whose ``config.json`` says anything: refused before anything is made."""
    for name in ("config.json", chance.choice((INDEX, "generation_config.json"))):
        data: dict[str, Any] = {key: chance.choice(VALUES) for key in chance.sample(MODEL_KEYS, 3)}
        text = json.dumps(data) if chance.random() < 0.8 else scraps(chance, size)
        (folder / name).write_text(text, "utf-8")
    (folder / "model.safetensors").write_bytes(stirred(chance, b"\x30" + bytes(7) + b'{"a": {}}'))
    read: Callable[[Path], object] = chance.choice(
        (published_dtype, missing_files, parameters_of, load_weights)
    )
    read(folder)


def prompt(chance: Random, folder: Path, _: int) -> None:
    """A prompt of the program, stirred."""
    path = folder / "a.md"
    shipped = chance.choice(sorted(built_in_folder().glob("*.md")))
    path.write_bytes(stirred(chance, shipped.read_bytes()))
    read_prompt(path)


def lines(chance: Random, folder: Path, size: int) -> None:
    """A list of articles as JSON lines, some of them broken."""
    good = json.dumps({"id": "a", "title": "A", "text": "The court ruled on Monday. " * 3})
    path = folder / "a.jsonl"
    data = stirred(chance, f"{good}\n{scraps(chance, min(size, 2000))}\n{good}\n".encode())
    path.write_bytes(data)
    list(json_lines(path))
    article_of(data.splitlines()[0] if data else b"", "a", force=True)


def quantities(chance: Random, _: Path, size: int) -> None:
    """The parser of numbers, quantities and fractions of both languages."""
    bound = min(size, 2_000)
    compare(scraps(chance, bound), scraps(chance, bound))


FILES: Final[Mapping[str, Kind]] = {
    "glossaries": glossary,
    "translation memories": translation_memory,
    "feeds": feed,
    "model folders": model_folder,
    "prompts": prompt,
    "lists of articles": lines,
    "quantities": quantities,
}
