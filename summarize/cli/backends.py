"""``summarize backends``: what can summarise and translate, and what runs it."""

import json
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

import typer

from summarize.backends import registry
from summarize.cli import options
from summarize.cli.trusting import load_settings

MODEL_WAYS = {
    "NAME": "a model of `summarize models list`",
    "OWNER/NAME": "any model of the hub, its family found from config.json",
    "FOLDER": "a model in a folder",
    "FILE.gguf": "an instruct model for llama.cpp",
    "server:MODEL": "an instruct model behind an OpenAI-compatible server",
}
ENGINES = {
    "ctranslate2": "ctranslate2",
    "transformers": "transformers",
    "llama.cpp": "xllamacpp",
    "server": "httpx",
}
"""Engines and the package that each needs."""


def backends(format_name: options.DataFormat = "text") -> None:
    """List summarisers, translators and engines."""
    settings = load_settings()
    data = {
        "profile": settings.profile,
        "summarizers": _backends(
            registry.known_summarizers(), registry.SUMMARIZERS, settings.summarizer
        ),
        "translators": _backends(
            registry.known_translators(), registry.TRANSLATORS, settings.translator
        ),
        "models": MODEL_WAYS,
        "engines": {name: find_spec(package) is not None for name, package in ENGINES.items()},
    }
    typer.echo(json.dumps(data, indent=2) if format_name == "json" else "\n".join(_lines(data)))


def _backends(names: list[str], built_in: dict[str, str], chosen: str) -> list[dict[str, Any]]:
    """``chosen`` may name a model instead, and is listed as well."""
    listed = names if chosen in names else [*names, chosen]
    return [
        {"name": name, "kind": _kind(name, names, built_in), "chosen": name == chosen}
        for name in listed
    ]


def _kind(name: str, names: list[str], built_in: dict[str, str]) -> str:
    if name not in names:
        return "model"
    return "built in" if name in built_in else "plug-in"


def _lines(data: dict[str, Any]) -> Iterator[str]:
    for title in ("summarizers", "translators"):
        yield title
        for item in data[title]:
            yield f"  {'*' if item['chosen'] else ' '} {item['name']:32}  {item['kind']}"
    yield "or a model, as"
    for name, meaning in data["models"].items():
        yield f"    {name:32}  {meaning}"
    yield "engines"
    for name, here in data["engines"].items():
        yield f"    {name:32}  {'installed' if here else 'not installed'}"
    yield ""
    yield f"* is what the settings choose (profile {data['profile']})"
