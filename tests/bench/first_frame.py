"""The title screen's first frame, beside a minimal Textual app's, both in a pseudo-terminal of 120x36."""

import fcntl
import os
import pty
import re
import struct
import sys
import tempfile
import termios
import time
from pathlib import Path

from rounds import ratios, report

ROOT = Path(__file__).parents[2]
MINIMAL = """
from textual.app import App
from textual.widgets import Static
class Minimal(App):
    def compose(self):
        yield Static("SENTINEL")
Minimal().run()
"""
ESCAPES = re.compile(rb"\x1b\[[0-9;?<>=]*[a-zA-Z]|\x1b\][^\x07]*\x07|\x1b[()][A-Z0-9]|\x1b.")
LONGEST = 20.0


def first_frame(arguments: list[str], sentinel: bytes, environment: dict[str, str]) -> float:
    """Start a program in a terminal; the seconds until ``sentinel`` has been drawn."""
    began = time.perf_counter()
    child, master = pty.fork()
    if child == 0:
        os.chdir(ROOT)
        os.execve(sys.executable, [sys.executable, *arguments], environment)
    fcntl.ioctl(master, termios.TIOCSWINSZ, struct.pack("HHHH", 36, 120, 0, 0))
    seen = b""
    while sentinel not in ESCAPES.sub(b"", seen):
        if time.perf_counter() - began > LONGEST:
            raise TimeoutError(f"{arguments} never drew {sentinel!r}")
        seen += os.read(master, 65536)
    took = time.perf_counter() - began
    os.kill(child, 9)
    os.waitpid(child, 0)
    os.close(master)
    return took


def main() -> None:
    with tempfile.TemporaryDirectory() as saves:
        environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "NARROWSKY_SAVES": saves}
        ours, minimal = ratios(
            lambda: first_frame(["-m", "game"], b"New game", environment),
            lambda: first_frame(["-c", MINIMAL], b"SENTINEL", environment),
            11,
        )
    report("title screen, first frame", ours, minimal, "minimal app")


if __name__ == "__main__":
    main()
