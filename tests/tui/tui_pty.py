"""A program in a pseudo-terminal of its own: what it wrote there, how it left it, and a small real story to play."""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
PATIENCE = 20.0
STORY = """\
story: counted
title: Counted
start: hall
facts: {pages: {range: 0..99999}}
scenes:
  hall:
    text: This is page-{pages}-of-many.
    choices: {on: {text: On, effects: [pages += 1], goto: hall}, stop: {text: Stop, effects: [{end: out}]}}
endings: {out: {title: Out, order: 1, at: any, text: Out}}
"""
ESCAPES = re.compile(rb"\x1b\[[0-9;?<>=$]*[a-zA-Z]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[()][A-Z0-9]|\x1b.")
SWITCHED_ON = {b"?1049": b"h", b"?1000": b"h", b"?1003": b"h", b"?1006": b"h", b"?2004": b"h", b"?1004": b"h"}
"""Modes of the terminal that playing switches on; ``?25`` and ``?7``, cursor and line wrap, are switched off."""


class Terminal:
    """A program started in a terminal of so many columns and rows.

    Where it is ``owned``, the program hears from the kernel of new sizes and of its closing.
    """

    def __init__(self, *command, size=(80, 24), stdin=None, owned=True, **environment):
        self.master, self.slave = pty.openpty()
        self.resize(*size)
        self.before = termios.tcgetattr(self.slave)
        known = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **environment}
        self.process = subprocess.Popen(
            [sys.executable, *map(str, command)],
            stdin=self.slave if stdin is None else stdin,
            stdout=self.slave,
            stderr=self.slave,
            cwd=ROOT,
            env=known,
            start_new_session=True,
            preexec_fn=self._own if owned else None,  # noqa: PLW1509 - it is one call, and takes no lock
        )
        self.seen = b""

    def _own(self):
        fcntl.ioctl(self.slave, termios.TIOCSCTTY, 0)

    def resize(self, columns, rows):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, seconds, until=None, *, quiet=None):
        """Read for so long, or until something is seen, or nothing came for ``quiet``; returns what came."""
        came, end = b"", time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            ready, _, _ = select.select([self.master], [], [], min(left, quiet or left))
            if not ready:
                break
            try:
                part = os.read(self.master, 65536)
            except OSError:
                break
            if not part:
                break
            came += part
            self.seen += part
            if until and until in ESCAPES.sub(b"", came):
                break
        return came

    def wait_for(self, text):
        came = self.read(PATIENCE, text)
        assert text in ESCAPES.sub(b"", came), ESCAPES.sub(b"", came)[-2000:]
        return came

    def write(self, keys):
        os.write(self.master, keys)

    def left(self, patience=PATIENCE):
        """Wait until the program has gone, reading what it still says; its exit code."""
        end = time.monotonic() + patience
        while self.process.poll() is None and time.monotonic() < end:
            self.read(0.05)
        self.read(0.2, quiet=0.05)
        return self.process.poll()

    @property
    def is_restored(self):
        """Whether every mode is as it was, the line discipline too."""
        on = {mode: self._last(mode) for mode in SWITCHED_ON}
        modes = all(last != b"h" for last in on.values())
        shown = self._last(b"?25") != b"l" and self._last(b"?7") != b"l"
        return modes and shown and termios.tcgetattr(self.slave) == self.before

    def _last(self, mode):
        """How a mode was last switched: h, l, or empty."""
        found = re.findall(rb"\x1b\[" + re.escape(mode) + rb"([hl])", self.seen)
        return found[-1] if found else b""

    def hang_up(self):
        """Close the terminal, as a closed window does; the kernel tells the program."""
        os.close(self.slave)
        os.close(self.master)
        self.master = self.slave = -1

    def end(self):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        for one in (self.master, self.slave):
            if one >= 0:
                os.close(one)


def story(folder):
    path = folder / "story.yaml"
    path.write_text(STORY, "utf-8")
    return path


def game(folder, *given, size=(80, 24), **environment):
    """The real game with the small story, its sessions and log kept in a folder."""
    own = {"NARROWSKY_CACHE": "off", "XDG_STATE_HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    command = ("-m", "game", "play", story(folder), "--saves", folder / "saves", *given)
    return Terminal(*command, size=size, **own, **environment)


def kept(folder):
    """How many decisions are on the disk, session by session."""
    from game.play.codec import decode

    return [len(decode(path.read_bytes()).journal.standing) for path in sorted((folder / "saves").glob("*.jsonl"))]
