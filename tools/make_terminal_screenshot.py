"""Photograph a terminal for the README: ``python -m tools.make_terminal_screenshot``.

Runs the commands for real, in the folder above this one, and shows what they print.
"""

import argparse
import base64
import subprocess
import sys
import tempfile
from html import escape
from pathlib import Path

from tests.browser import Browser, find_browser

ROOT = Path(__file__).parents[1]
COMMANDS = ("summarize samples/justice-courts.txt", "summarize doctor")
FONT = next((ROOT / "summarize").rglob("*khmer-400-normal.woff2"))
PAGE = """\
<!doctype html><meta charset="utf-8"><title>Terminal</title><style>
@font-face {{ font-family: Khmer; src: url(data:font/woff2;base64,{font}) }}
body {{ margin: 0; padding: 16px; background: #1b1e23 }}
pre {{ margin: 0; padding: 20px; background: #22262d; color: #d7dae0; border-radius: 12px;
  font: 15px/1.75 "DejaVu Sans Mono", Khmer, monospace; white-space: pre-wrap }}
b {{ color: #fff }}
</style><pre>{text}</pre>"""


def printed(command: str) -> str:
    """A command line and its standard output, as HTML; the home folder is ``~``."""
    program = Path(sys.executable).with_name("summarize")
    done = subprocess.run(
        [program, *command.split()[1:]], capture_output=True, check=True, text=True, cwd=ROOT
    )
    return f"<b>$ {escape(command)}</b>\n" + escape(done.stdout.replace(str(Path.home()), "~"))


def main() -> None:
    """Write docs/terminal.png."""
    program = find_browser()
    assert program, "there is no Chromium"
    font = base64.b64encode(FONT.read_bytes()).decode()
    text = "\n".join(map(printed, COMMANDS))
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "terminal.html"
        page.write_text(PAGE.format(font=font, text=text.rstrip()), "utf-8")
        browser = Browser(program, Path(folder) / "browser")
        browser.resize(1000, 600)
        browser.open(page)
        browser.run("document.fonts.ready.then(() => 1)")
        browser.screenshot(ROOT / "docs" / "terminal.png")
        browser.close()


if __name__ == "__main__":
    argparse.ArgumentParser(description=__doc__.splitlines()[0]).parse_args()
    main()
