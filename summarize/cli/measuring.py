"""What the commands of ``summarize evaluate`` do: read, run, measure, print."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal, TypeVar

import typer

from summarize.cli.deliver import write_atomically
from summarize.cli.report import Reporter
from summarize.cli.trusting import load_settings
from summarize.errors import OutputError, UsageError
from summarize.evaluate import chrf, present, summary, translation
from summarize.evaluate.alt import is_alt, read_alt
from summarize.evaluate.corpus import read_corpus
from summarize.evaluate.draft_checks import measure_draft_checks
from summarize.evaluate.figures import Figure
from summarize.evaluate.floors import Measured, breaches, floors_text, ratchet, read_floors
from summarize.evaluate.pairs import Pair, read_lines, read_pairs
from summarize.evaluate.rouge import require_scorer
from summarize.evaluate.speed import Speed
from summarize.evaluate.summary_checks import measure_summary_checks
from summarize.evaluate.table import check_tables
from summarize.khmer.normalise import draft_text
from summarize.pipeline import Pipeline
from summarize.session import check_context, open_pipeline
from summarize.settings import Settings

ReportFormat = Literal["text", "json", "markdown"]
MOST_SYSTEMS = 2
R = TypeVar("R", translation.TranslationReport, summary.SummaryReport)


@dataclass(frozen=True, slots=True)
class Run:
    """How systems are run: settings by flags, how much of the file, with the cache or without."""

    flags: Mapping[str, Any]
    limit: int | None
    reporter: Reporter
    no_cache: bool = False
    download: bool = False

    def settings(self, **chosen: str) -> Settings:
        """The settings in force, with ``chosen``."""
        return load_settings({**self.flags, **chosen})

    def open(self, settings: Settings, *, summarize: bool) -> Pipeline:
        """A pipeline that only summarises, or only translates."""
        return open_pipeline(
            settings,
            notify=self.reporter.notify,
            summarize=summarize,
            translate=not summarize,
            cache_mode="none" if self.no_cache else "use",
            download=self.download,
            use_memory=False,
        )

    def progress(self, name: str, total: int) -> Callable[[int], None]:
        """Tells how many of ``total`` are done."""
        return lambda done: self.reporter.notify(f"{name}: {done} of {total}")


def measure_checks(
    data: Path | None,
    articles: Path | None,
    limit: int | None,
    seed: int,
    reporter: Reporter,
    every: int = 1,
) -> list[Figure]:
    """Every figure of both hops for which there is data. Raises ``UsageError``.

    One line of ``every`` so many is damaged.
    """
    if data is None and articles is None:
        raise UsageError(
            "there is nothing to measure on",
            "Give --data FOLDER (with eval/*.tsv), --articles FILE.jsonl, or both.",
        )
    context = check_context(load_settings())
    figures: list[Figure] = []
    for path in _pair_files(data) if data else []:
        pairs = read_pairs(path, limit)
        reporter.notify(f"{path.name}: {len(pairs)} pairs")
        figures += measure_draft_checks(path.stem, pairs, context, seed, every)
    if articles:
        corpus = read_corpus(articles, limit)
        reporter.notify(f"{articles.name}: {len(corpus)} articles")
        figures += measure_summary_checks(articles.stem, corpus, context, seed)
    return figures


def print_figures(figures: Sequence[Figure], seed: int, format_name: ReportFormat) -> None:
    """Print the figures as JSON, or as tables."""
    if format_name == "json":
        _print_json({"seed": seed, "figures": [figure.to_dict() for figure in figures]})
    else:
        typer.echo(check_tables(figures, markdown=format_name == "markdown"))


def hold_floors(
    figures: Sequence[Measured], path: Path, margin: float | None, reporter: Reporter
) -> bool:
    """Whether every figure holds its floor; what does not is named.

    With a ``margin`` the floors in ``path`` are raised to what was measured, less that. Raises
    ``UsageError``, ``OutputError``.
    """
    floors = read_floors(path)
    if margin is not None:
        _write(path, floors_text(ratchet(figures, floors, margin)))
        reporter.notify(f"Raised the floors in {path}.")
    elif not {figure.data for figure in figures} & {data for data, _ in floors}:
        raise UsageError(
            f"{path} has no floors for this data", "Set them first: add --ratchet once."
        )
    fallen = breaches(figures, floors)
    for breach in fallen:
        typer.echo(f"Below its floor: {breach}", err=True)
    return not fallen


def measure_translation(
    path: Path,
    translators: Sequence[str],
    saved: Sequence[Path],
    save: Path | None,
    run: Run,
    format_name: ReportFormat,
) -> list[translation.Mark]:
    """Measure translators and saved translations, and print the report. Raises ``UsageError``.

    Returns the figures of the first of them that can have floors.
    """
    names = list(translators) or ([] if saved else [run.settings().translator])
    _require_few([*names, *map(str, saved)])
    if save and len(names) != 1:
        raise UsageError("--save takes the translations of one translator", "Name one.")
    chrf.require_packages()
    pairs = read_alt(path)[: run.limit] if is_alt(path) else read_pairs(path, run.limit)
    made = {str(file): _saved(file, len(pairs)) for file in saved}
    for name in names:
        made[name] = _translated(name, pairs, path, run)
        if save:
            _write(save, "".join(f"{text}\n" for text in made[name].targets))
    context = check_context(run.settings())
    reports = {name: translation.report(pairs, system, context) for name, system in made.items()}
    compared = _compared([system.targets for system in made.values()], pairs)
    if format_name == "json":
        rows = {name: asdict(comparison) for name, comparison in compared.items()}
        _print_json(_report_json(reports, rows))
    else:
        markdown = format_name == "markdown"
        typer.echo(present.translation_text(reports, compared, markdown=markdown))
    lines = f"_{run.limit}" if run.limit else ""
    return translation.marks(f"{path.stem}{lines}", next(iter(reports.values())))


def _saved(file: Path, lines: int) -> translation.Translated:
    texts = [draft_text(line) for line in read_lines(file, lines)]
    return translation.Translated(texts, str(file), Speed())


def _translated(name: str, pairs: Sequence[Pair], path: Path, run: Run) -> translation.Translated:
    pipeline = run.open(run.settings(translator=name), summarize=False)
    sources = [pair.source for pair in pairs]
    progress = run.progress(name, len(pairs))
    return translation.translate_all(pipeline, sources, str(path), progress)


def _compared(
    systems: Sequence[Sequence[str]], pairs: Sequence[Pair]
) -> dict[str, chrf.Comparison]:
    """Nothing for one system alone."""
    if len(systems) < MOST_SYSTEMS:
        return {}
    return chrf.compare(systems[0], systems[1], [pair.target for pair in pairs])


def measure_summary(
    path: Path, summarizers: Sequence[str], run: Run, format_name: ReportFormat
) -> None:
    """Measure summarisers and print the report. Raises ``UsageError``."""
    names = list(summarizers) or [run.settings().summarizer]
    _require_few(names)
    require_scorer()
    corpus = read_corpus(path, run.limit)
    reports = dict[str, summary.SummaryReport]()
    for name in names:
        settings = run.settings(summarizer=name)
        pipeline = run.open(settings, summarize=True)
        articles = [item.article for item in corpus]
        made, speed = summary.summarize_all(pipeline, articles, run.progress(name, len(corpus)))
        reports[name] = summary.report(corpus, made, check_context(settings), speed)
    compared = summary.compare(*reports.values()) if len(reports) == MOST_SYSTEMS else {}
    if format_name == "json":
        _print_json(_report_json(reports, compared))
    else:
        typer.echo(present.summary_text(reports, compared, markdown=format_name == "markdown"))


def _pair_files(folder: Path) -> list[Path]:
    """The evaluation sets in ``folder``/eval, or in ``folder`` itself. Raises ``UsageError``."""
    files = sorted(folder.glob("eval/*.tsv")) or sorted(folder.glob("*.tsv"))
    if not files:
        raise UsageError(
            f"there are no pairs in {folder}", "Give a folder with eval/*.tsv: english TAB khmer."
        )
    return files


def _require_few(names: Sequence[str]) -> None:
    if len(set(names)) != len(names) or len(names) > MOST_SYSTEMS:
        raise UsageError("one system is measured, or two different ones", "Name one or two.")


def _report_json(reports: Mapping[str, R], compared: Mapping[str, Any]) -> dict[str, Any]:
    """One system as it is, two by name with their comparison."""
    values = {name: report.to_dict() for name, report in reports.items()}
    if len(values) == 1:
        return next(iter(values.values()))
    return {"systems": values, "comparison": dict(compared)}


def _print_json(data: dict[str, Any]) -> None:
    typer.echo(json.dumps(data, ensure_ascii=False, indent=2))


def _write(path: Path, text: str) -> None:
    try:
        write_atomically(path, text.encode("utf-8"))
    except OSError as error:
        raise OutputError.refused(path, error) from error
