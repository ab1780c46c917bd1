"""The game in a pseudo-terminal, killed at random moments: no decision whose page was shown is lost.

Run as a program with a number of rounds, it prints its figures as JSON.
"""

import fcntl
import json
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT)]

from game.play.codec import JournalError, decode

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
SHOWN = re.compile(rb"page-(\d+)-of-many")
PATIENCE = 60.0
FEW = 3


class Screen:
    """The game in a terminal of its own, and what it wrote there."""

    def __init__(self, story: Path, saves: Path, *given: str) -> None:
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.process = subprocess.Popen(
            [sys.executable, "-m", "game", "play", str(story), "--saves", str(saves), *given],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=ROOT,
            env={**os.environ, "TERM": "xterm-256color"},
            start_new_session=True,
        )
        os.close(slave)
        self.seen = b""

    def read(self, seconds: float) -> bool:
        """Wait for more to be written, and read it; False where nothing came, or nothing will."""
        ready, _, _ = select.select([self.master], [], [], seconds)
        try:
            part = os.read(self.master, 65536) if ready else b""
        except OSError:  # the other end is closed
            part = b""
        self.seen += part
        return bool(part)

    @property
    def shown(self) -> int:
        """The last page that was shown, by the number in its text; -1 before the first."""
        return max(map(int, SHOWN.findall(self.seen)), default=-1)

    def play(self, luck: Random, seconds: float) -> None:
        """Once the first page is shown, decide again and again, now hastily, now waiting for the page, for so long.

        And until a few more are shown, however busy the machine is.
        """
        patience = time.monotonic() + PATIENCE
        while self.shown < 0 and time.monotonic() < patience:
            self.read(0.1)
        first = self.shown
        end, patience = time.monotonic() + seconds, time.monotonic() + PATIENCE
        while time.monotonic() < end or (self.shown < first + FEW and time.monotonic() < patience):
            os.write(self.master, b"1")
            self.read(luck.choice((0.0, 0.005, 0.05)))

    def kill(self) -> None:
        """Kill it, and read what it still had written."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        while self.read(0.05):
            pass
        os.close(self.master)


def kills(rounds: int) -> dict[str, int]:
    """Kill the game so often; each goes on with the session of the one before, which must stand where it was seen."""
    luck = Random(3)
    shown = lost = damaged = begun = 0
    last = 0
    with tempfile.TemporaryDirectory() as place:
        story, saves = Path(place) / "story.yaml", Path(place) / "saves"
        story.write_text(STORY, "utf-8")
        for number in range(rounds):
            screen = Screen(story, saves, *(("--resume",) if number else ("--seed", "1")))
            screen.play(luck, luck.random())
            screen.kill()
            begun += screen.shown >= 0
            shown += max(0, screen.shown - last)
            last, bad = stands(saves)
            damaged += bad
            lost += max(0, screen.shown - last)
    return {"rounds": rounds, "begun": begun, "shown": shown, "lost": lost, "unreadable": damaged}


def stands(saves: Path) -> tuple[int, int]:
    """How many decisions stand on the disk, and how many journals can't be read to where they were killed."""
    stood, damaged = 0, 0
    for path in saves.glob("*.jsonl"):
        try:
            stood = max(stood, len(decode(path.read_bytes()).journal.standing))
        except JournalError:
            damaged += 1
    return stood, damaged


if __name__ == "__main__":
    sys.stdout.write(json.dumps(kills(int(sys.argv[1]))) + "\n")
