"""A session of 1,000 decisions: opened, gone to its end, stepped back from, beside one page at its beginning.

The screens in a pseudo-terminal of 120x36, from the key to the page; and how many bytes a line of its journal has.
``long_sessions.py 10000`` takes one of that length.
"""

import fcntl
import os
import pty
import statistics
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from first_frame import ESCAPES, LONGEST, ROOT

from game.engine.prepare import prepare
from game.load.pipeline import load_path
from game.play.shelf import Shelf
from game.view.compose import compose

WORDS = ("rain", "line", "handset", "tower", "road", "orange", "ledger", "letter", "winter", "glass", "stair", "kettle")
METERS = ("north", "home", "word", "fuse", "roads", "sea")
ROUNDS = 15


WEEKS = 999


def story(envelopes: int) -> str:
    """So many envelopes a week; each is two decisions: that it is opened, and what is done about it."""
    dice = Random(1)

    def prose(indent: int) -> str:
        words = [" ".join(dice.choice(WORDS) for _ in range(60)) + " {north}." for _ in range(2)]
        return "|\n" + "\n\n".join(" " * indent + one for one in words)

    cards = "".join(
        f"  card_{number}:\n    deck: post\n    once: false\n    text: {prose(6)}\n"
        f"    envelope: {{text: Card {number}, handler: ann, likely: she answers, default: {{effects: []}}}}\n"
        "    choices:\n"
        "      take: {text: Take it, effects: [home += 1]}\n"
        "      burn: {text: Burn it, effects: [fuse += 1]}\n"
        for number in range(40)
    )
    meters = "".join(f"  {one}: {{title: {one.capitalize()}, range: 0..100, start: 50}}\n" for one in METERS)
    return f"""\
story: long
title: Long
start: desk
clock:
  unit: week
  turns: {WEEKS + 1}
  phases:
    tray: {{title: Tray, deal: [post], hand: {envelopes + 2}, take: {envelopes}}}
    papers: {{title: Papers, lines: papers, at_most: 2}}
characters: {{ann: {{name: Ann}}}}
codex: {{door: {{title: Door, shelf: people, text: A door.}}}}
meters:
{meters}
scenes:
  desk:
    text: {prose(6)}
    choices: {{begin: {{text: Begin}}}}
storylets:
{cards}
lines:
  papers:
    usual: {{text: Rain., once: false}}
    other: {{text: More rain., once: false}}
endings: {{over: {{title: Over, order: 1, at: last, text: Over}}}}
"""


class Terminal:
    """The replay of a session on a screen of its own."""

    def __init__(self, *arguments: str) -> None:
        self.child, self.master = pty.fork()
        if self.child == 0:
            os.chdir(ROOT)
            os.execve(
                sys.executable, [sys.executable, "-m", "game", *arguments], os.environ | {"TERM": "xterm-256color"}
            )
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", 36, 120, 0, 0))

    def until(self, sentinel: str) -> None:
        """Wait until this has been drawn."""
        seen, began = b"", time.perf_counter()
        while sentinel.encode() not in ESCAPES.sub(b"", seen):
            if time.perf_counter() - began > LONGEST:
                raise TimeoutError(f"never drew {sentinel!r}")
            seen += os.read(self.master, 65536)

    def press(self, key: bytes, sentinel: str) -> float:
        """The seconds from a key to what it draws."""
        began = time.perf_counter()
        os.write(self.master, key)
        self.until(sentinel)
        return time.perf_counter() - began

    def close(self) -> None:
        """End it."""
        os.kill(self.child, 9)
        os.waitpid(self.child, 0)
        os.close(self.master)


def timed(call: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The median seconds of so many calls."""
    took = []
    for _ in range(rounds):
        began = time.perf_counter()
        call()
        took.append(time.perf_counter() - began)
    return statistics.median(took)


def on_screen(name: str, decisions: int, story_path: Path, saves: Path) -> None:
    """Print what the keys of the replay take."""
    terminal = Terminal("replay", name, "--story", str(story_path), "--saves", str(saves))
    terminal.until(f"of {decisions}")
    time.sleep(1.0)
    right, left, home, end = b"\x1b[C", b"\x1b[D", b"\x1b[H", b"\x1b[F"
    first = statistics.median(
        terminal.press(right, f"decision {number} of {decisions}") for number in range(1, ROUNDS + 1)
    )
    to_end, to_start = [], []
    for _ in range(5):
        to_end.append(terminal.press(end, f"decision {decisions} of {decisions}"))
        to_start.append(terminal.press(home, "the beginning"))
    terminal.press(end, f"decision {decisions} of {decisions}")
    back = statistics.median(
        terminal.press(left, f"decision {number} of {decisions}")
        for number in range(decisions - 1, decisions - ROUNDS - 1, -1)
    )
    terminal.close()
    jump = statistics.median(to_end)
    print(f"on the screen: a page at the beginning {first * 1000:.1f} ms")
    print(f"  to the end at once {jump * 1000:.1f} ms, {jump / first:.2f} of it")
    print(f"  a step back at the end {back * 1000:.1f} ms, {back / first:.2f} of it")


def main(decisions: int) -> None:
    with tempfile.TemporaryDirectory() as place:
        path, saves = Path(place) / "long.yaml", Path(place) / "saves"
        path.write_text(story(1 + decisions // 2 // WEEKS), "utf-8")
        loaded = load_path(path)
        assert loaded.playable, loaded.diagnostics[:3]
        assert loaded.story is not None
        program, luck = prepare(loaded.story), Random(1)
        shelf = Shelf(saves, program)
        session = shelf.begin(seed=1)
        while session.playthrough.decisions < decisions:
            session.choose(luck.choice(session.playthrough.open))
        session.close()
        journal = saves / f"{session.name}.jsonl"
        size = journal.stat().st_size
        os.utime(journal, (1e9, 1e9))  # what was written just now is never listed from what was kept
        shelf.listed()
        print(f"a journal of {decisions} decisions: {size} bytes, {size / (decisions + 1):.0f} a line")
        read = shelf.read(session.name)
        start = timed(lambda: compose(read.at(1)))
        opened = timed(lambda: shelf.read(session.name), 5)
        listed = timed(shelf.listed, 5)
        last = timed(lambda: compose(read))
        back = timed(lambda: compose(read.back(decisions - 1)))
        again = timed(lambda: read.choose(read.open[0]) if read.open else None)
        print(f"made in memory: the page after the first decision {start * 1000:.2f} ms")
        print(f"  opened, to its last page {opened * 1000:.0f} ms, {opened / decisions * 1e6:.0f} us a decision")
        print(f"  its last page {last * 1000:.2f} ms; stepped back from it, and that page {back * 1000:.2f} ms")
        print(f"  the next decision {again * 1000:.2f} ms; listed again {listed * 1000:.2f} ms")
        on_screen(session.name, decisions, path, saves)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
