"""``summarize batch``: folders of articles, resumable."""

from pathlib import Path
from typing import Annotated, Literal, cast, get_args

import typer

from summarize.batch.held import Hold
from summarize.cli import options
from summarize.cli.lengths import one_length
from summarize.cli.report import Reporter
from summarize.feeds.polite import PAUSE
from summarize.options import EngineName
from summarize.output import FormatName

TOKENS = 16_384
READERS = 4


def _format(name: str) -> str:
    if name not in get_args(FormatName):
        raise typer.BadParameter(f"{name!r} is not one of {', '.join(get_args(FormatName))}.")
    return name


def batch(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="Folder, files, pattern, feed, list of paths or URLs (.txt), or .jsonl.",
        ),
    ],
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="OUT", help="Folder of the results.")
    ],
    formats: Annotated[
        list[str] | None,
        typer.Option(
            "--format",
            parser=_format,
            metavar="|".join(get_args(FormatName)),
            help="Of the files; may be given several times. Default: md.",
        ),
    ] = None,
    include: Annotated[
        list[str] | None,
        typer.Option(metavar="PATTERN", help="Only names or paths like this, such as '*.txt'."),
    ] = None,
    exclude: Annotated[
        list[str] | None, typer.Option(metavar="PATTERN", help="No names or paths like this.")
    ] = None,
    limit: Annotated[
        int,
        typer.Option(
            min=0, help="Only the first so many, of each feed the newest; 0 for all, of a feed 100."
        ),
    ] = 0,
    summarizer: options.Summarizer = None,
    translator: options.Translator = None,
    profile: options.Profile = None,
    length: options.Length = None,
    points: options.Points = None,
    standfirst: options.Standfirst = False,
    push: options.Push = False,
    compress: options.Compress = None,
    digits: options.Digits = None,
    zwsp: options.Zwsp = False,
    no_translate: options.NoTranslate = False,
    jobs: Annotated[int, typer.Option(min=1, help="Articles read at a time.")] = READERS,
    batch_tokens: Annotated[
        int,
        typer.Option(
            min=1, help="Text that goes through the models together: more is faster, less is safer."
        ),
    ] = TOKENS,
    watch: Annotated[
        bool,
        typer.Option("--watch", help="Go on with new files and items as they come, until Ctrl-C."),
    ] = False,
    every: options.Every = None,
    pause: options.Pause = PAUSE,
    fail_fast: Annotated[
        bool, typer.Option("--fail-fast", help="Stop at the first article that fails.")
    ] = False,
    retry_failed: Annotated[
        bool, typer.Option("--retry-failed", help="Try again what failed for good.")
    ] = False,
    engine: Annotated[
        Literal["local", "ray"],
        typer.Option(help="What runs the batch: this machine, or a Ray cluster."),
    ] = "local",
    ray_address: Annotated[
        str,
        typer.Option(metavar="HOST:PORT", help="Of the cluster; without it, one is started here."),
    ] = "",
    model_engine: Annotated[EngineName | None, typer.Option(help="What runs the models.")] = None,
    device: options.Device = None,
    effort: options.Effort = None,
    download: options.Download = False,
    offline: options.Offline = None,
    private_addresses: options.Private = None,
    no_cache: options.NoCache = False,
    refresh: options.Refresh = False,
    force: options.Force = False,
    hold: Annotated[
        Hold | None,
        typer.Option(
            help="Set articles apart, in held/, with a sentence that is likely wrong, or to check."
        ),
    ] = None,
    strict: options.Strict = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be done, and do nothing.")
    ] = False,
    verbose: options.Verbose = False,
    quiet: options.Quiet = False,
) -> None:
    """Summarise many articles; run it again to go on where it stopped."""
    from summarize.cli.batch_job import Request, run_request  # kept out of --help

    flags = {
        "summarizer": summarizer,
        "translator": translator,
        "profile": profile,
        "length": one_length(length, points, standfirst=standfirst, push=push),
        "compress": compress,
        "digits": digits,
        "engine": model_engine,
        "device": device,
        "effort": effort,
        "offline": offline,
        "private_addresses": private_addresses,
    }
    request = Request(
        sources,
        output,
        cast(tuple[FormatName, ...], tuple(dict.fromkeys(formats or ["md"]))),
        flags,
        Reporter(quiet, verbose),
        include=tuple(include or ()),
        exclude=tuple(exclude or ()),
        limit=limit,
        jobs=jobs,
        batch_tokens=batch_tokens,
        engine=engine,
        ray_address=ray_address,
        zwsp=zwsp,
        translate=not no_translate,
        watch=watch,
        every=every,
        pause=pause,
        fail_fast=fail_fast,
        retry_failed=retry_failed,
        download=download,
        no_cache=no_cache,
        refresh=refresh,
        force=force,
        hold=hold,
        strict=strict,
        dry_run=dry_run,
    )
    raise typer.Exit(run_request(request))
