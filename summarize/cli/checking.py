"""What ``summarize check`` does: read what is to be checked, check it, print the findings."""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import typer

from summarize.articles import read_article
from summarize.checks import CHECKS, Context, check_draft, check_pair, check_result, check_summary
from summarize.cli.trusting import load_settings
from summarize.errors import UsageError
from summarize.evaluate.hops import hops
from summarize.evaluate.pairs import parse_pairs, read_text
from summarize.evaluate.summary_checks import sentences_of, summary_of
from summarize.output.words import finding_lines
from summarize.records import Finding, Result, Segment
from summarize.review.results import LINES, read_results
from summarize.session import check_context

WAYS = (
    "Give a result, --source with --target, --pairs FILE.tsv, or --article with --summary; "
    "--list shows the checks."
)


@dataclass(frozen=True, slots=True)
class Given:
    """What the command line names; exactly one way may be used."""

    results: Sequence[Path]
    source: str | None
    target: str | None
    pairs: Path | None
    article: str | None
    summary: Path | None


@dataclass(frozen=True, slots=True)
class Checked:
    """The findings about one text, and a line for each of them; ``name`` tells texts apart."""

    name: str
    findings: Sequence[Finding]
    lines: Sequence[str]


def found_in(given: Given) -> list[Checked]:
    """Check what is given. Raises ``UsageError`` unless it is given in exactly one way."""
    _require_one_way(given)
    context = check_context(load_settings())
    if given.source is not None and given.target is not None:
        return [_plain("", check_pair(given.source, given.target, context))]
    if given.pairs is not None:
        return [_pairs(given.pairs, context)]
    if given.article is not None and given.summary is not None:
        return [_summary(given.article, given.summary, context)]
    return [_result(result, context) for path in given.results for result in _read_results(path)]


def print_findings(checked: Sequence[Checked], format_name: str) -> None:
    """Print the findings; those of several results tell which article they are about."""
    several = len(checked) > 1
    if format_name == "json":
        rows = [
            {**asdict(finding), **({"article": item.name} if several else {})}
            for item in checked
            for finding in item.findings
        ]
        typer.echo(json.dumps({"findings": rows}, ensure_ascii=False, indent=2))
        return
    lines = [f"{item.name}: {line}" if several else line for item in checked for line in item.lines]
    typer.echo("\n".join(lines) or "No findings.")


def print_registry(format_name: str) -> None:
    """Print every check: id, hop, severity, and what it is about."""
    of = hops()
    rows = [
        {"id": check.id, "hop": of[check.id], "severity": check.severity, "doc": check.doc}
        for check in sorted(CHECKS.values(), key=lambda check: of[check.id])
    ]
    if format_name == "json":
        typer.echo(json.dumps(rows, indent=2))
        return
    for row in rows:
        typer.echo(f"{row['hop']}  {row['severity']:7}  {row['id']:20}  {row['doc']}")
    typer.echo("\n1 is the summary against its article, 2 the Khmer against its English.")


def _require_one_way(given: Given) -> None:
    ways = [
        bool(given.results),
        given.source is not None or given.target is not None,
        given.pairs is not None,
        given.article is not None or given.summary is not None,
    ]
    halves = (given.source is None) != (given.target is None)
    halves |= (given.article is None) != (given.summary is None)
    if sum(ways) == 1 and not halves:
        return
    problem = "there is nothing to check" if not any(ways) else "it is not clear what to check"
    raise UsageError(problem, WAYS)


def _result(result: Result, context: Context) -> Checked:
    """Both hops anew; what the program found when it made the result is not looked at."""
    found = check_result(result.article, result.summary, result.headline, result.draft, context)
    lines = finding_lines(replace(result, findings=found), notes=True)
    return Checked(result.article.source, found, lines)


def _pairs(path: Path, context: Context) -> Checked:
    """The lines of a file as one document: a name has to be written alike in all of them."""
    pairs = parse_pairs(_text(path), str(path))
    segments = [
        Segment(f"line {n}", f"line {n}", pair.source, pair.target)
        for n, pair in enumerate(pairs, start=1)
    ]
    return _plain(str(path), check_draft(segments, context))


def _summary(article: str, summary: Path, context: Context) -> Checked:
    sentences = summary_of(sentences_of(_text(summary)))
    found = check_summary(sentences, read_article(article), context)
    places = {sentence.id: f"sentence {n}" for n, sentence in enumerate(sentences, start=1)}
    named = [replace(finding, where=places.get(finding.where, "")) for finding in found]
    return replace(_plain(str(summary), named), findings=found)


def _plain(name: str, findings: Sequence[Finding]) -> Checked:
    """The most severe findings first."""
    order = ("error", "warning", "info")
    ranked = sorted(findings, key=lambda finding: order.index(finding.severity))
    lines = [f"{f.severity}{_place(f.where)}: {f.message}" for f in ranked]
    return Checked(name, findings, lines)


def _place(where: str) -> str:
    """Nothing for the only segment there is."""
    return "" if where in {"", "k1"} else f", {where}"


def _read_results(path: Path) -> Iterator[Result]:
    """The results in a file, in the folder of a batch, or on standard input."""
    if str(path) != "-":
        yield from read_results(path / LINES if path.is_dir() else path)
        return
    try:
        data = json.loads(_text(path))
        for item in data if isinstance(data, list) else [data]:
            yield Result.from_dict(item)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(
            f"standard input is not a result of this program: {error}",
            "Pipe one in: summarize ARTICLE --format json | summarize check -",
        ) from error


def _text(path: Path) -> str:
    if str(path) != "-":
        return read_text(path)
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"standard input is not UTF-8: {error}", "Convert it first.") from error
