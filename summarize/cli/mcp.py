"""``summarize mcp``: tools for a language model, on standard input and output."""

import typer

from summarize.cli import options


def mcp(
    summarizer: options.Summarizer = None,
    translator: options.Translator = None,
    profile: options.Profile = None,
    length: options.Length = None,
    effort: options.Effort = None,
    offline: options.Offline = None,
    no_cache: options.NoCache = False,
) -> None:
    """Be a server of the Model Context Protocol (needs the extra `mcp`).

    Tools: summarise, translate, check. To be started by the program that uses them: it talks on
    standard input and output.
    """
    from summarize.cli.serving import serve_tools  # kept out of --help

    flags = {
        "summarizer": summarizer,
        "translator": translator,
        "profile": profile,
        "length": length,
        "effort": effort,
        "offline": offline,
    }
    serve_tools(flags, no_cache=no_cache)
    raise typer.Exit
