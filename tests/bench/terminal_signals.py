"""The long run of what `tests/tui/test_terminal.py` holds in a short one, in a pseudo-terminal.

Each signal and a closed terminal, so many times at random moments of play: how long until the game had gone, what it
worked meanwhile, whether the terminal was as before and every decision shown was kept. Then 2,000 sizes, and every
corner of them. ``terminal_signals.py [ROUNDS]``
"""

import os
import re
import signal
import sys
import tempfile
import time
from pathlib import Path
from random import Random

HERE = Path(__file__).parents[1]
sys.path[:0] = [str(HERE.parent), str(HERE / "tui")]

from tui_pty import Terminal, game, kept

SHOWN = re.compile(rb"page-(\d+)-of-many")
ENDS = ("SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT", "closed")
WIDE, HIGH = (0, 1, 2, 39, 40, 72, 80, 160, 500), (0, 1, 2, 11, 12, 24, 200)
CORNERS = tuple((columns, rows) for columns in WIDE for rows in HIGH)
SIZES = 2000


def work(process: int) -> float:
    """Seconds a process has worked."""
    told = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def played(one: Terminal, luck: Random) -> int:
    """Play hastily for a while; the last page that was shown."""
    one.wait_for(b"page-0-of")
    end = time.monotonic() + luck.random()
    while time.monotonic() < end:
        one.write(luck.choice((b"1", b"1", b"c\x1b", b"?\x1b", b"j")))
        one.read(luck.choice((0.0, 0.005, 0.05)))
    return max(map(int, SHOWN.findall(one.seen)))


def ended(how: str, luck: Random) -> tuple[float, float, bool]:
    """End one game: seconds until it was gone, of work among them, and whether all was as it should be."""
    with tempfile.TemporaryDirectory() as place:
        one = game(Path(place), "--seed", "1")
        shown = played(one, luck)
        before, began = work(one.process.pid), time.perf_counter()
        if how == "closed":
            one.hang_up()
        else:
            one.process.send_signal(getattr(signal, how))
        worked = 0.0
        while one.process.poll() is None and time.perf_counter() - began < 10:
            try:
                worked = work(one.process.pid) - before
            except (OSError, IndexError):
                break
            one.read(0.01) if one.master >= 0 else time.sleep(0.01)
        took = time.perf_counter() - began
        one.process.wait(10)
        restored = how == "closed" or ((one.read(0.3, quiet=0.05) or True) and one.is_restored)
        stands = sum(kept(Path(place)))
        one.end()
    return took, worked, bool(restored) and stands >= shown


def sizes() -> bool:
    """Two thousand sizes one after another, then every corner; the game goes on as if nothing had been."""
    luck = Random(1)
    with tempfile.TemporaryDirectory() as place:
        one = game(Path(place), "--seed", "1")
        one.wait_for(b"page-0-of")
        for _ in range(SIZES):
            one.resize(luck.randrange(0, 260), luck.randrange(0, 90))
            one.read(0.003)
        for size in CORNERS:
            one.resize(*size)
            one.read(0.2, quiet=0.05)
        one.read(20, quiet=2)
        one.resize(80, 24)
        one.wait_for(b"page-0-of")
        one.write(b"1")
        one.wait_for(b"page-1-of")
        one.write(b"q")
        fine = one.left() == 0 and one.is_restored
        one.end()
    return fine


def main(rounds: int) -> None:
    luck = Random(7)
    for how in ENDS:
        found = [ended(how, luck) for _ in range(rounds)]
        slowest, hardest = (max(one[which] for one in found) for which in range(2))
        wrong = sum(not one[2] for one in found)
        print(f"{how:<8} {rounds} times: gone after at most {slowest:.2f} s, {hardest:.2f} s of work; {wrong} wrong")
    print(f"{SIZES} sizes and {len(CORNERS)} corners: {'fine' if sizes() else 'WRONG'}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 20)
