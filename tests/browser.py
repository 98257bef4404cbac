"""A real Chromium for tests of pages, spoken to over its DevTools pipe: no driver, no package.

Messages are JSON ended by a null byte, on file descriptors 3 and 4 of the browser.
"""

import base64
import fcntl
import json
import os
import shutil
import subprocess
import time
from pathlib import Path
from typing import Any

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
KEYS = {"Enter": 13, " ": 32, "Escape": 27, "Tab": 9}
ALT, CONTROL, SHIFT = 1, 2, 8
PATIENCE = 300.0
"""Seconds until a page or a program is taken to hang, however slow the machine."""


def find_browser() -> str | None:
    """The path of a Chromium on this machine, if there is one."""
    return next(filter(None, map(shutil.which, NAMES)), None)


class Browser:
    """One headless browser with one page."""

    def __init__(self, program: str, profile: Path) -> None:
        ours_in, theirs_out = _pipe()
        theirs_in, ours_out = _pipe()
        options = ["--headless", "--no-sandbox", "--remote-debugging-pipe", "--disable-gpu"]
        options += ["--hide-scrollbars", "--disable-lcd-text"]  # so that pictures stay small
        script = f'exec "$@" 3<&{theirs_in} 4>&{theirs_out}'
        self._process = subprocess.Popen(
            ["/bin/bash", "-c", script, "browser", program, *options, f"--user-data-dir={profile}"],
            pass_fds=(theirs_in, theirs_out),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs_in)
        os.close(theirs_out)
        self._in = os.fdopen(ours_in, "rb")
        self._out = os.fdopen(ours_out, "wb")
        self._number = 0
        self.dialogs: list[str] = []
        self._session = ""
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        attached = self.send("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        self.send("Page.enable")

    def close(self) -> None:
        self._session = ""
        self.send("Browser.close")
        self._process.wait(timeout=PATIENCE)
        self._in.close()
        self._out.close()

    def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Call a DevTools method and wait for what it returns; dialogs are accepted meanwhile."""
        wanted = self._write(method, parameters)
        while (answer := self._read()).get("id") != wanted:
            if answer.get("method") == "Page.javascriptDialogOpening":
                self.dialogs.append(answer["params"]["type"])
                self._write("Page.handleJavaScriptDialog", {"accept": True})
        assert "error" not in answer, answer
        result: dict[str, Any] = answer["result"]
        return result

    def _write(self, method: str, parameters: dict[str, Any]) -> int:
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        self._out.write(json.dumps(message).encode() + b"\0")
        self._out.flush()
        return self._number

    def open(self, page: Path | str) -> None:
        self.send("Page.navigate", url=page if isinstance(page, str) else page.as_uri())
        self.wait("document.readyState === 'complete' && document.fonts.status === 'loaded'")

    def run(self, expression: str) -> Any:
        """The value of a JavaScript expression in the page, of a promise once it is kept."""
        found = self.send(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True
        )
        assert "exceptionDetails" not in found, found
        return found["result"].get("value")

    def wait(self, expression: str) -> Any:
        """The value of an expression as soon as it is true; fails if that takes too long."""
        until = time.monotonic() + PATIENCE
        while (value := self.run(expression)) in (None, False, 0, ""):  # an element is {} here
            assert time.monotonic() < until, expression
            time.sleep(0.02)
        return value

    def click(self, selector: str) -> None:
        """Press the mouse where the element is, after bringing it into view."""
        x, y = self.run(
            f"(() => {{ const e = document.querySelector({json.dumps(selector)});"
            "e.scrollIntoView({block: 'nearest'}); const b = e.getClientRects()[0];"
            "return [b.x + 5, b.y + b.height / 2]; })()"
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.send("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def press(self, key: str, modifiers: int = 0) -> None:
        code = KEYS.get(key) or ord(key.upper())
        text = {"text": "\r"} if key == "Enter" else {"text": key} if len(key) == 1 else {}
        common = {"key": key, "windowsVirtualKeyCode": code, "modifiers": modifiers}
        self.send("Input.dispatchKeyEvent", type="keyDown", **common, **text)
        self.send("Input.dispatchKeyEvent", type="keyUp", **common)

    def type(self, text: str) -> None:
        """Put ``text`` where the cursor is, as an input method does."""
        self.send("Input.insertText", text=text)

    def tab(self, session: str = "") -> str:
        """Go to the tab ``session``, or to a new one; returns the tab left."""
        left, self._session = self._session, ""
        if not session:
            target = self.send("Target.createTarget", url="about:blank")["targetId"]
            session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self._session = session
        self.send("Page.enable")
        self.send("Page.bringToFront")
        return left

    def close_tab(self, session: str) -> None:
        """Close the tab ``session``, which is not the one in front."""
        left = self.tab(session)
        target = self.send("Target.getTargetInfo")["targetInfo"]["targetId"]
        self.tab(left)
        self.send("Target.closeTarget", targetId=target)

    def screenshot(self, path: Path, *, whole: bool = True) -> None:
        """Photograph the whole page, or what of it is on the screen."""
        data = self.send("Page.captureScreenshot", captureBeyondViewport=whole)["data"]
        path.write_bytes(base64.b64decode(data))

    def resize(self, width: int, height: int = 900) -> None:
        self.send(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )

    def prefer(self, scheme: str) -> None:
        """Set ``prefers-color-scheme``, and no motion, so that scrolling is at once."""
        features = [
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]
        self.send("Emulation.setEmulatedMedia", features=features)

    def _read(self) -> dict[str, Any]:
        data = bytearray()
        while (byte := self._in.read(1)) != b"\0":
            assert byte, "the browser has gone"
            data += byte
        return dict(json.loads(data))


def _pipe() -> tuple[int, int]:
    """A pipe on descriptors above those that the browser expects, which are made from them."""
    low = os.pipe()
    high = tuple(fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in low)
    for end in low:
        os.close(end)
    return high[0], high[1]
