"""Options that several commands share, each declared once."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from summarize.backends.base import DeviceName, EngineName
from summarize.khmer.digits import DigitStyle
from summarize.output import FormatName

MODELS, OUTPUT, RUN = "Models", "Output", "Run"

Translator = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="embedded, a Hugging Face repo id, a folder, or a plug-in.",
        rich_help_panel=MODELS,
    ),
]
Summarizer = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="extractive, a Hugging Face repo id, a folder, or a plug-in.",
        rich_help_panel=MODELS,
    ),
]
Engine = Annotated[
    EngineName | None, typer.Option(help="What runs the models.", rich_help_panel=MODELS)
]
Device = Annotated[
    DeviceName | None, typer.Option(help="Where the models run.", rich_help_panel=MODELS)
]
Download = Annotated[
    bool,
    typer.Option(
        "--download", help="Fetch a named model that is not here.", rich_help_panel=MODELS
    ),
]
Offline = Annotated[
    bool | None,
    typer.Option("--offline", help="Attempt no connection at all.", rich_help_panel=RUN),
]
Format = Annotated[
    FormatName | None,
    typer.Option("--format", help="Default: text, or what FILE ends in.", rich_help_panel=OUTPUT),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "-o", "--output", metavar="FILE", help="Write here instead.", rich_help_panel=OUTPUT
    ),
]
Digits = Annotated[
    DigitStyle | None,
    typer.Option(help="Digits in the Khmer: ០-៩, 0-9 or as written.", rich_help_panel=OUTPUT),
]
Length = Annotated[
    str | None,
    typer.Option(
        metavar="short|medium|long|N", help="Sentences: 2, 3, 5 or N.", rich_help_panel=OUTPUT
    ),
]
NoTranslate = Annotated[
    bool,
    typer.Option("--no-translate", help="English summary only.", rich_help_panel=OUTPUT),
]
NoCache = Annotated[
    bool,
    typer.Option("--no-cache", help="Neither read nor write the cache.", rich_help_panel=RUN),
]
Refresh = Annotated[
    bool,
    typer.Option("--refresh", help="Compute anew, rewrite the cache.", rich_help_panel=RUN),
]
Force = Annotated[
    bool,
    typer.Option("--force", help="Go on with a text that is not English.", rich_help_panel=RUN),
]
Strict = Annotated[
    bool,
    typer.Option("--strict", help="Exit 4 when a check finds an error.", rich_help_panel=RUN),
]
DryRun = Annotated[
    bool,
    typer.Option("--dry-run", help="Show what each model would be sent.", rich_help_panel=RUN),
]
Verbose = Annotated[
    bool,
    typer.Option("-v", "--verbose", help="Tell how it was made.", rich_help_panel=RUN),
]
Quiet = Annotated[
    bool, typer.Option("-q", "--quiet", help="Only errors on stderr.", rich_help_panel=RUN)
]
DataFormat = Annotated[
    Literal["text", "json"], typer.Option("--format", help="For people or for programs.")
]
