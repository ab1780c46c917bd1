"""What a player waits for, in a pseudo-terminal: each figure beside its budget.

The first page of a new game and its memory, beside a minimal Textual app's; a key to what it draws, and a step of a
replay, at 200x60 with a session of sixty decisions; what is written while nothing happens.
"""

import os
import select
import statistics
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parents[1]
sys.path[:0] = [str(HERE.parent), str(HERE / "tui")]

from rounds import ratios
from tui_pty import Terminal

from game.engine.prepare import prepare
from game.load.pipeline import load_path
from game.play.shelf import Shelf

MINIMAL = """
from textual.app import App
from textual.widgets import Static
class Minimal(App):
    def compose(self):
        yield Static("SENTINEL")
Minimal().run()
"""
DECISIONS, KEYS, ROUNDS, IDLE = 60, 80, 5, 10.0
QUIET, LONGEST = 0.04, 2.0
SMALL, LARGE = (120, 36), (200, 60)


def story(path: Path) -> Path:
    """A story as rich as a week of the campaign, that goes on for as long as one likes."""
    meters = "\n".join(f"  m{n}: {{title: Meter {n}, range: 0..100, start: 50, group: g{n % 3}}}" for n in range(10))
    words = "The line was quiet for a while, and then it was not. " * 5
    prose = "\n\n".join(f"      Paragraph {n}. {words}" for n in range(6))
    choices = "\n".join(
        f"      c{n}: {{text: Choice {n}, cost: It costs something., goto: hall, "
        f"effects: [m{n} += 2, m{n + 4} -= 1, pages += 1]}}"
        for n in range(4)
    )
    path.write_text(
        f"story: long\ntitle: Long\nstart: hall\nmeters:\n{meters}\nfacts: {{pages: {{range: 0..9999}}}}\n"
        f"scenes:\n  hall:\n    title: The hall\n    text: |\n      Page {{pages}} of many.\n\n{prose}\n"
        f"    choices:\n{choices}\n",
        "utf-8",
    )
    return path


class Timed(Terminal):
    """A program in a terminal, timed."""

    def answered(self, key: bytes) -> tuple[float, float]:
        """Press a key: seconds to the first that is drawn, and to the last."""
        began = time.perf_counter()
        self.write(key)
        first = last = 0.0
        while select.select([self.master], [], [], QUIET if first else LONGEST)[0]:
            self.seen += os.read(self.master, 65536)
            last = time.perf_counter() - began
            first = first or last
        return first, last

    @property
    def busy(self) -> float:
        """Seconds of work so far, which other programs on the machine disturb less than the time that passed."""
        told = Path(f"/proc/{self.process.pid}/stat").read_text("utf-8").rpartition(")")[2].split()
        return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")

    @property
    def memory(self) -> int:
        """Resident memory, in kB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text("utf-8")
        return int(status.split("VmRSS:")[1].split()[0])


def first_page(command: tuple[object, ...], sentinel: bytes, more: list[tuple[float, int]]) -> float:
    """Start a program; the seconds until a word is drawn. Its work and its memory then go to ``more``."""
    began = time.perf_counter()
    one = Timed(*command, size=SMALL)
    one.wait_for(sentinel)
    took = time.perf_counter() - began
    work = one.busy
    one.read(0.5)
    more.append((work, one.memory))
    one.end()
    return took


def told(name: str, found: float, budget: float, unit: str, more: str = "") -> bool:
    """Print one figure; whether it is within its budget."""
    print(f"{name:<42} {found:8.2f} {unit:<5} budget {budget:g} {'' if found <= budget else 'MISSED'} {more}")
    return found <= budget


def begun(folder: Path) -> bool:
    """The first page, and the memory, of a new game of the campaign."""
    ours: list[tuple[float, int]] = []
    minimal: list[tuple[float, int]] = []
    game = ("-m", "game", "play", "--seed", "7", "--saves", folder / "campaign")
    ones, others = ratios(
        lambda: first_page(game, b"quit", ours), lambda: first_page(("-c", MINIMAL), b"SENTINEL", minimal), ROUNDS
    )
    pairs = sorted(one / other for one, other in zip(ones, others, strict=True))
    work, large = (
        statistics.median(one[which] for one in ours) / statistics.median(one[which] for one in minimal)
        for which in range(2)
    )
    span = f"({pairs[0]:.2f}-{pairs[-1]:.2f}; work {work:.2f} x; {statistics.median(ones) * 1000:.0f} ms)"
    first = told("first page, beside a minimal app", statistics.median(pairs), 2, "x", span)
    return told("memory, beside a minimal app", large, 1.6, "x") and first


def answers(name: str, command: tuple[object, ...], keys: tuple[bytes, ...], budget: float, *, whole: bool) -> bool:
    """How soon keys are answered, at the large size: the first sign drawn, or the whole; p95 against its budget."""
    one = Timed(*command, size=LARGE)
    one.wait_for(b"of many")
    one.read(1.5, quiet=0.5)
    found = [one.answered(keys[number % len(keys)])[whole] * 1000 for number in range(KEYS)]
    one.end()
    found.sort()
    more = f"(p50 {statistics.median(found):.1f})"
    return told(f"{name}, p95", found[int(KEYS * 0.95)], budget, "ms", more)


def idle(name: str, command: tuple[object, ...], sentinel: bytes) -> bool:
    """What is written while nothing happens."""
    one = Timed(*command, size=SMALL)
    one.wait_for(sentinel)
    one.read(4.0, quiet=2.0)
    written = len(one.read(IDLE))
    one.end()
    return told(f"idle for {IDLE:.0f} s, {name}", written, 0, "bytes")


def kept(path: Path, folder: Path) -> str:
    """A session of sixty decisions; its name."""
    program = prepare(load_path(path).story)
    session = Shelf(folder, program).begin(1)
    for number in range(DECISIONS):
        session.choose(f"c{number % 4}")
    session.close()
    return session.name


def main() -> int:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        os.environ |= {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
        path, saves = story(folder / "long.yaml"), folder / "saves"
        name = kept(path, saves)
        play = ("-m", "game", "play", path, "--saves", saves, "--resume", name)
        replay = ("-m", "game", "replay", name, "--story", path, "--saves", saves)
        within = [
            begun(folder),
            answers("key to what it draws", play, (b"\x1b[F", b"j", b"k"), 25, whole=False),
            answers("key to all it draws", play, (b"\x1b[F", b"j", b"k"), 25, whole=True),
            answers("page up and down", play, (b"\x1b[5~", b"\x1b[6~"), 25, whole=False),
            answers("a step of a replay", replay, (b"]",), 60, whole=True),
            idle("title", ("-m", "game"), b"New game"),
            idle("play", play, b"of many"),
            idle("replay", replay, b"of many"),
        ]
    return 0 if all(within) else 1


if __name__ == "__main__":
    sys.exit(main())
