"""``summarize evaluate``: how good checks, translators and summarisers are, in figures."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summarize.cli import options
from summarize.cli.report import Reporter
from summarize.errors import UsageError

if TYPE_CHECKING:
    from summarize.evaluate.floors import Measured

app = typer.Typer(help="Measure checks, translators and summarisers.", no_args_is_help=True)
BELOW_FLOOR = 4

ReportFormat = Annotated[
    Literal["text", "json", "markdown"],
    typer.Option("--format", help="For people, for programs, or to keep."),
]
Floors = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Exit 4 if a figure is below its floor.")
]
Ratchet = Annotated[bool, typer.Option("--ratchet", help="Raise the floors to what is measured.")]
Margin = Annotated[
    float, typer.Option(min=0, max=1, help="Of a new floor from what is measured, as a share.")
]
Limit = Annotated[int | None, typer.Option(min=1, help="Only the first N of each file.")]


@app.command()
def checks(
    data: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Human translations: eval/*.tsv, english TAB khmer."),
    ] = None,
    articles: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Human summaries: JSON lines with article, summary."),
    ] = None,
    limit: Limit = None,
    every: Annotated[
        int, typer.Option(min=1, help="Damage one line of so many; hop two only.")
    ] = 1,
    seed: Annotated[int, typer.Option(help="Decides what is damaged, and how.")] = 1,
    floors: Floors = None,
    ratchet: Ratchet = False,
    margin: Margin = 0.01,
    format_name: ReportFormat = "text",
    quiet: options.Quiet = False,
) -> None:
    """Measure the checks on human work, sound and damaged."""
    from summarize.cli.measuring import measure_checks, print_figures

    _require_floors(floors, ratchet)
    if floors is not None and (limit is not None or every > 1):
        raise UsageError("floors hold for whole files", "Leave out --limit and --every.")
    reporter = Reporter(quiet)
    figures = measure_checks(data, articles, limit, seed, reporter, every)
    print_figures(figures, seed, format_name)
    _hold(figures, floors, margin if ratchet else None, reporter)


@app.command()
def translation(
    pairs: Annotated[
        Path,
        typer.Argument(
            metavar="FILE.tsv", help="Human translations: english TAB khmer; or a folder of ALT."
        ),
    ],
    limit: Limit = None,
    translator: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="As for articles. A second one is compared with it."),
    ] = None,
    hypotheses: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="Measure saved translations instead, one a line."),
    ] = None,
    save: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Write the translations of one translator here."),
    ] = None,
    engine: options.Engine = None,
    device: options.Device = None,
    effort: options.Effort = None,
    download: options.Download = False,
    no_cache: options.NoCache = False,
    floors: Floors = None,
    ratchet: Ratchet = False,
    margin: Margin = 0.01,
    format_name: ReportFormat = "text",
    quiet: options.Quiet = False,
) -> None:
    """Measure a translator against human translations."""
    from summarize.cli.measuring import Run, measure_translation

    _require_floors(floors, ratchet)
    flags = {"engine": engine, "device": device, "effort": effort}
    run = Run(flags, limit, Reporter(quiet), no_cache=no_cache, download=download)
    marks = measure_translation(pairs, translator or [], hypotheses or [], save, run, format_name)
    _hold(marks, floors, margin if ratchet else None, run.reporter)


@app.command()
def summary(
    corpus: Annotated[
        Path,
        typer.Argument(
            metavar="FILE.jsonl", help="Human summaries: JSON lines with article, summary."
        ),
    ],
    limit: Limit = None,
    summarizer: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="As for articles. A second one is compared with it."),
    ] = None,
    length: options.Length = None,
    engine: options.Engine = None,
    device: options.Device = None,
    download: options.Download = False,
    no_cache: options.NoCache = False,
    format_name: ReportFormat = "text",
    quiet: options.Quiet = False,
) -> None:
    """Measure a summariser against human summaries."""
    from summarize.cli.measuring import Run, measure_summary

    flags = {"engine": engine, "device": device, "length": length}
    run = Run(flags, limit, Reporter(quiet), no_cache=no_cache, download=download)
    measure_summary(corpus, summarizer or [], run, format_name)


def _require_floors(floors: Path | None, ratchet: bool) -> None:
    if ratchet and floors is None:
        raise UsageError("--ratchet needs a file of floors", "Name it: --floors FILE.")


def _hold(
    figures: "Sequence[Measured]", floors: Path | None, margin: float | None, reporter: Reporter
) -> None:
    """Exit 4 when a figure is below its floor; a ``margin`` raises the floors first."""
    from summarize.cli.measuring import hold_floors

    if floors is not None and not hold_floors(figures, floors, margin, reporter):
        raise typer.Exit(BELOW_FLOOR)
