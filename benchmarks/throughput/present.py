"""The results as JSON, as Markdown, and as a plot in SVG."""

import json
from collections.abc import Mapping, Sequence
from html import escape
from math import ceil, floor, log10
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).parent.parent / "results"
BASE = "transformers, one by one"
CEILING = "CTranslate2, perfect batches"
NOTES = """\
"Models alone" is one attempt at each sentence by the same backends that the program uses, in the
windows of `summarize batch`; "summarize batch" adds cache, checks and further attempts at what they
doubt, and counts only the drafts that it keeps. First result: seconds from the start of the
process, models loaded. By CPU time: the same two ratios of articles per CPU second, which others
who use the machine disturb less. Load: mean number of processes that wanted a core. Memory: the
most that the process tree held. The slow systems were measured on a sample. EasyNMT 2.0.2 asks for
transformers below 5, and cannot be installed beside it."""
OURS = "summarize, models alone"
WIDTH, HEIGHT, LEFT, RIGHT, BOTTOM, TOP = 760, 360, 50, 200, 40, 16
COLOURS = ("#b3261e", "#e0822b", "#8a8a8a", "#1b6ca8", "#2e7d32", "#6a3fa0")
Row = Mapping[str, Any]


def write(results: Mapping[str, Any], folder: Path) -> str:
    """Write all three, with the models measured before; returns the Markdown."""
    folder.mkdir(parents=True, exist_ok=True)
    results = {**results, "rows": [*_others(results, folder), *results["rows"]]}
    text = markdown(results)
    (folder / "throughput.json").write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    (folder / "throughput.md").write_text(text, "utf-8")
    (folder / "throughput.svg").write_text(plot(results["rows"]), "utf-8")
    return text


def _others(results: Mapping[str, Any], folder: Path) -> list[Row]:
    """Rows of models that were measured before, in the same way, and not now."""
    path = folder / "throughput.json"
    if not path.exists():
        return []
    before = json.loads(path.read_text("utf-8"))
    if any(before[key] != results[key] for key in ("threads", "versions", "shapes")):
        return []
    now = {row["models"] for row in results["rows"]}
    return [row for row in before["rows"] if row["models"] not in now]


def markdown(results: Mapping[str, Any]) -> str:
    """Tables for people: one for each pair of models."""
    versions = ", ".join(f"{name} {number}" for name, number in results["versions"].items())
    lines = ["# Throughput", "", f"{results['threads']} CPU threads; {versions}.", "", NOTES]
    measured = dict.fromkeys(row["models"] for row in results["rows"])
    for name, shape in (pair for own in results["shapes"].values() for pair in own.items()):
        if any(name in models.split(" + ") for models in measured):
            sizes = ", ".join(f"{key} {value}" for key, value in shape.items())
            lines += ["", f"Random weights, {name}: {sizes}."]
    for models in measured:
        rows = [row for row in results["rows"] if row["models"] == models]
        lines += ["", f"## {models}", "", *_table(rows)]
    return "\n".join([*lines, "", "![Articles per second](throughput.svg)", ""])


def _table(rows: Sequence[Row]) -> list[str]:
    lines = [
        "| system | articles | articles/s | × one by one | % of CTranslate2 | by CPU time "
        "| target tokens/s | first result s | MB | load |",
        "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for row in rows:
        if "failed" in row:
            lines.append(f"| {row['system']} | {row['articles']:,} | failed: {row['failed']} |")
            continue
        times, share = _compared(row, rows, "articles_per_second")
        cpu_times, cpu_share = _compared(row, rows, "articles_per_cpu_second")
        cells = [
            row["system"],
            f"{row['articles']:,}",
            f"{row['articles_per_second']:.3g}",
            times,
            share,
            f"× {cpu_times}; {cpu_share} %",
            f"{row['tokens_per_second']:.0f}",
            f"{row['first_result_seconds']:.1f}",
            f"{row['megabytes']:,.0f}",
            f"{row['load']:.1f}",
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return lines


def _compared(row: Row, rows: Sequence[Row], key: str) -> tuple[str, str]:
    """How many times the loop, and what share of the limit at the same number of articles."""
    base = _speed(rows, BASE, key)
    ceiling = _speed([r for r in rows if r["articles"] == row["articles"]], CEILING, key)
    return (
        f"{row[key] / base:.1f}" if base else "–",
        f"{100 * row[key] / ceiling:.0f}" if ceiling else "–",
    )


def _speed(rows: Sequence[Row], system: str, key: str) -> float:
    """What ``system`` reached; 0 where it was not measured."""
    found = [row[key] for row in rows if row["system"] == system and "failed" not in row]
    return float(found[-1]) if found else 0.0


def plot(rows: Sequence[Row]) -> str:
    """Articles per second against the number of articles, both logarithmic; a colour a system."""
    good = [row for row in rows if "failed" not in row]
    counts = [row["articles"] for row in good] or [1]
    speeds = [row["articles_per_second"] for row in good] or [1.0]
    across = _scale(counts, LEFT, WIDTH - RIGHT)
    up = _scale(speeds, HEIGHT - BOTTOM, TOP)
    parts = [
        f'<text x="{across(n):.0f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{n:,}</text>'
        for n in _decades(counts)
    ]
    for speed in _decades(speeds):
        y = f"{up(speed):.0f}"
        parts.append(f'<path d="M{LEFT} {y}H{WIDTH - RIGHT}" stroke="#ddd"/>')
        parts.append(f'<text x="{LEFT - 8}" y="{y}" dy="4" text-anchor="end">{speed:g}</text>')
    colours = dict(zip(dict.fromkeys(row["system"] for row in good), COLOURS, strict=False))
    for models, system in dict.fromkeys((row["models"], row["system"]) for row in good):
        own = [row for row in good if (row["models"], row["system"]) == (models, system)]
        points = [(across(row["articles"]), up(row["articles_per_second"])) for row in own]
        parts.append(_line(points, colours[system], models if system == OURS else ""))
    for number, (system, colour) in enumerate(colours.items()):
        line = HEIGHT - BOTTOM - 14 * (len(colours) - 1 - number)
        parts.append(
            f'<text x="{WIDTH - RIGHT + 16}" y="{line}" fill="{colour}">{escape(system)}</text>'
        )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        'font-family="sans-serif" font-size="11"><title>Articles per second by number of articles'
        f'</title><rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>{"".join(parts)}</svg>\n'
    )


def _decades(values: Sequence[float]) -> list[float]:
    """Powers of ten within ``values``."""
    low, high = ceil(log10(min(values))), floor(log10(max(values)))
    return [10.0**power if power < 0 else 10**power for power in range(low, high + 1)]


def _line(points: Sequence[tuple[float, float]], colour: str, label: str) -> str:
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3"/>' for x, y in points)
    x, y = points[-1]
    name = f'<text x="{x + 8:.0f}" y="{y + 4:.0f}">{escape(label)}</text>'
    line = f'<polyline points="{path}" fill="none" stroke="{colour}"/>'
    return f'<g fill="{colour}">{line}{dots}{name}</g>'


def _scale(values: Sequence[float], start: float, end: float) -> Any:
    low, high = log10(min(values)), log10(max(values))
    return lambda value: start + (end - start) * (log10(value) - low) / ((high - low) or 1)
