"""``summarize serve``: the program for other programs on this machine."""

from typing import Annotated, Final

import typer

from summarize.cli import options

PORT: Final = 5000
"""That of LibreTranslate, which its clients try first."""


def serve(
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 is a free one.")] = PORT,
    host: Annotated[
        str,
        typer.Option(
            metavar="ADDRESS",
            help="Another lets others in your network reach it, with the key in "
            "SUMMARIZE_SERVE_KEY.",
        ),
    ] = "127.0.0.1",
    summarizer: options.Summarizer = None,
    translator: options.Translator = None,
    profile: options.Profile = None,
    length: options.Length = None,
    engine: options.Engine = None,
    device: options.Device = None,
    effort: options.Effort = None,
    digits: options.Digits = None,
    download: options.Download = False,
    offline: options.Offline = None,
    no_cache: options.NoCache = False,
    quiet: options.Quiet = False,
) -> None:
    """Serve other programs until Ctrl-C, by LibreTranslate's interface and our own.

    OmegaT, Weblate and other clients of LibreTranslate can use it: give them the address that is
    printed. /summarize takes an article, /check any English with its Khmer; the address itself
    shows all in a browser.
    """
    from summarize.cli.serving import serve_programs  # kept out of --help

    flags = {
        "summarizer": summarizer,
        "translator": translator,
        "profile": profile,
        "length": length,
        "engine": engine,
        "device": device,
        "effort": effort,
        "digits": digits,
        "offline": offline,
    }
    serve_programs(flags, host, port, download=download, no_cache=no_cache, quiet=quiet)
