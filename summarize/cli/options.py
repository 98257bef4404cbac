"""Options that several commands share, each declared once."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from summarize.khmer.digits import DigitStyle
from summarize.options import DeviceName, EngineName
from summarize.options import Effort as EffortName
from summarize.output import FormatName
from summarize.output.label import LabelName
from summarize.settings import Profile as ProfileName

Translator = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", help="embedded, a model (`models list`, repo id or folder), or a plug-in."
    ),
]
Summarizer = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", help="extractive, a model (`models list`, repo id or folder), or a plug-in."
    ),
]
Profile = Annotated[
    ProfileName | None,
    typer.Option(help="Summariser and translator that go together."),
]
Engine = Annotated[EngineName | None, typer.Option(help="What runs the models.")]
Device = Annotated[DeviceName | None, typer.Option(help="Where the models run.")]
Effort = Annotated[
    EffortName | None,
    typer.Option(help="How widely the translator searches: quicker, or better Khmer."),
]
Download = Annotated[
    bool,
    typer.Option("--download", help="Fetch a named model that is not here."),
]
Offline = Annotated[
    bool | None,
    typer.Option("--offline", help="Attempt no connection at all."),
]
Format = Annotated[
    FormatName | None,
    typer.Option("--format", help="Default: text, or what FILE ends in."),
]
Output = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="FILE", help="Write here instead."),
]
Digits = Annotated[
    DigitStyle | None,
    typer.Option(help="Digits in the Khmer: ០-៩, 0-9 or as written."),
]
Zwsp = Annotated[
    bool,
    typer.Option("--zwsp", help="Mark where Khmer lines may break (zero-width spaces)."),
]
Label = Annotated[
    LabelName | None,
    typer.Option(help="Say on pages and posts that a program drafted them, and who checked them."),
]
Length = Annotated[
    str | None,
    typer.Option(
        metavar="short|medium|long|N|Nw|Nc",
        help="Sentences: 2, 3, 5 or N; words (60w); characters (300c).",
    ),
]
Points = Annotated[
    int | None,
    typer.Option("--points", metavar="N", help="N points, each for itself."),
]
Standfirst = Annotated[
    bool,
    typer.Option("--standfirst", help="For below the headline: 2 sentences, 40 words at most."),
]
Push = Annotated[
    bool,
    typer.Option("--push", help="One line of 120 characters at most."),
]
Compress = Annotated[
    bool | None,
    typer.Option("--compress", help="Leave out of sentences what changes no fact."),
]
NoTranslate = Annotated[
    bool,
    typer.Option("--no-translate", help="English summary only."),
]
NoCache = Annotated[
    bool,
    typer.Option("--no-cache", help="Neither read nor write the cache."),
]
Refresh = Annotated[
    bool,
    typer.Option("--refresh", help="Compute anew, rewrite the cache."),
]
Force = Annotated[
    bool,
    typer.Option("--force", help="Go on with a text that is not English."),
]
Strict = Annotated[
    bool,
    typer.Option("--strict", help="Exit 4 when a check finds an error."),
]
DryRun = Annotated[
    bool,
    typer.Option("--dry-run", help="Show what each model would be sent."),
]
Verbose = Annotated[
    bool,
    typer.Option("-v", "--verbose", help="Tell how it was made."),
]
Every = Annotated[
    float | None,
    typer.Option(metavar="MINUTES", min=0.01, help="Between looks of --watch at feeds; 15."),
]
Private = Annotated[
    bool | None,
    typer.Option(
        "--private-addresses",
        help="Let lists and feeds lead to this machine and its own network.",
    ),
]
Pause = Annotated[
    float,
    typer.Option(metavar="SECONDS", min=0.0, help="Between two pages of a host; more if it asks."),
]
Paste = Annotated[bool, typer.Option("--paste", help="Read the article from the clipboard.")]
Copy = Annotated[bool, typer.Option("--copy", help="Put the result into the clipboard as well.")]
AsItStands = Annotated[
    bool,
    typer.Option("--as-it-stands", help="Go on with what the file still holds, without the copy."),
]
Yes = Annotated[bool, typer.Option("-y", "--yes", help="Do not ask.")]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="Only errors on stderr.")]
DataFormat = Annotated[
    Literal["text", "json"], typer.Option("--format", help="For people or for programs.")
]
