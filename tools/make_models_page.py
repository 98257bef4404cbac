"""Write docs/models.md from the catalogue: ``python -m tools.make_models_page``."""

import argparse
from pathlib import Path

from summarize.models.catalog import Catalog, Entry, catalog

PAGE = Path(__file__).parents[1] / "docs" / "models.md"
TITLES = {
    "summarization": "English summaries",
    "translation": "English to Khmer",
    "instruct": "Instruct models, for both",
}
INTRODUCTION = """\
# Models

Written by `tools/make_models_page.py` from `summarize/models/catalog.toml`: change that file.

    summarize models list             what there is; * is on this machine
    summarize models show NAME        licence, figures, how to get it
    summarize models pull NAME        get it once, then use it offline
    summarize article FILE --summarizer NAME --translator NAME

Any other model of a supported family works as well, as `OWNER/NAME` of the hub or as a folder. Only
weights in safetensors form are fetched.

Figures are the publishers' own, times 100, not measured here. Compare only figures of one source
and one metric: ROUGE-L and ROUGE-Lsum differ. Where no revision is named, none was verified, and
the newest is used.
"""


def page(found: Catalog) -> str:
    """The whole page."""
    parts = [INTRODUCTION, _profiles(found)]
    for task, title in TITLES.items():
        entries = [entry for entry in found.entries.values() if entry.task == task]
        parts += [f"## {title}\n", *map(_section, entries)]
    return "\n".join([*parts, _runs(found)])


def _profiles(found: Catalog) -> str:
    rows = [
        f"| `{name}` | `{chosen['summarizer']}` | `{chosen['translator']}` |"
        for name, chosen in found.profiles.items()
    ]
    heading = '## Profiles\n\nChosen by `--profile`, or by `profile = "…"` in the settings.\n'
    return "\n".join([heading, "| profile | summariser | translator |", "|---|---|---|", *rows, ""])


def _runs(found: Catalog) -> str:
    """How each model was tried, all of which ``tests/published`` does again at every change."""
    heading = """\
## As they are published

Every repository is rebuilt with its published files, configuration and tokenizer files, and tiny
random weights; it is pulled by its name from a hub on loopback, listed, and run. Token ids and
greedy output have to equal those of the family's documented use of transformers: on each engine in
float32, instruct models in the number format that they are published in. Netra-NMT, which
transformers does not have, has to equal its layers computed one after the other, with no cache.
`tests/published/test_catalogue.py` does that for each row. No published weights were run: that says
nothing about how good an output is.

| model | weights come from | on transformers | on CTranslate2 |
|---|---|---|---|
"""
    return heading + "".join(map(_run, found.entries.values()))


def _run(entry: Entry) -> str:
    source = "pickles on main, converted with `--allow-pickle`" if entry.pickled else "main"
    if entry.revision.startswith("refs/pr/"):
        source = f"`{entry.revision}`, the conversion of the hub's bot"
    own = "equal, on PyTorch alone" if entry.family == "netra" else "equal"
    other = "no: instruct models are not converted" if entry.family == "chat" else "equal"
    return f"| {entry.name} | {source} | {own} | {other} |\n"


def _section(entry: Entry) -> str:
    star = " (recommended)" if entry.recommended else ""
    facts = {
        "repository": f"`{entry.repo}`",
        "revision": f"`{entry.revision}`" if entry.revision else "",
        "parameters": entry.parameters,
        "to fetch": entry.disk,
        "memory": entry.memory,
        "languages": ", ".join(entry.languages),
        "licence": entry.licence_in_words,
        "prompt": f"`{entry.prompt}`" if entry.prompt else "",
        "terms": "to be accepted on its page before it can be fetched" if entry.gated else "",
        "note": entry.note,
    }
    lines = [f"- {label}: {fact}" for label, fact in facts.items() if fact]
    lines += [f"- {f.on}: {f.metric} {f.value} ({f.source})" for f in entry.figures]
    return "\n".join([f"### {entry.name}{star}\n", *lines, ""])


if __name__ == "__main__":
    argparse.ArgumentParser(description=__doc__.splitlines()[0]).parse_args()
    PAGE.write_text(page(catalog()), "utf-8")
