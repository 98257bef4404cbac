"""``summarize translate``: a whole English text in Khmer."""

from typing import Annotated

import typer

from summarize.cli import options
from summarize.cli.report import Reporter


def translate(
    source: Annotated[
        str, typer.Argument(metavar="FILE", help="English text: file, URL, or - for stdin.")
    ],
    translator: options.Translator = None,
    profile: options.Profile = None,
    format_name: options.Format = None,
    output: options.Output = None,
    digits: options.Digits = None,
    zwsp: options.Zwsp = False,
    label: options.Label = None,
    engine: options.Engine = None,
    device: options.Device = None,
    effort: options.Effort = None,
    download: options.Download = False,
    offline: options.Offline = None,
    no_cache: options.NoCache = False,
    refresh: options.Refresh = False,
    force: options.Force = False,
    strict: options.Strict = False,
    dry_run: options.DryRun = False,
    verbose: options.Verbose = False,
    quiet: options.Quiet = False,
) -> None:
    """Draft a whole English text in Khmer."""
    from summarize.cli.job import make_job, run_job  # kept out of --help

    flags = {
        "translator": translator,
        "profile": profile,
        "digits": digits,
        "label": label,
        "engine": engine,
        "device": device,
        "effort": effort,
        "offline": offline,
    }
    job = make_job(
        [source],
        flags,
        Reporter(quiet, verbose),
        format_name=format_name,
        output=output,
        no_cache=no_cache,
        refresh=refresh,
        summarize=False,
        download=download,
        force=force,
        strict=strict,
        dry_run=dry_run,
        zwsp=zwsp,
    )
    raise typer.Exit(run_job(job))
