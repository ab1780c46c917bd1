"""Writers killed at random points, and several programs on one session: nothing acknowledged is lost, nothing is mixed.

Run as a program, ``kills ROUNDS`` or ``crowds ROUNDS``, it prints its figures as JSON. It forks, so it runs alone.
"""

import json
import os
import signal
import sys
import tempfile
import time
from pathlib import Path
from random import Random

TESTS = Path(__file__).parents[1]
sys.path[:0] = [str(TESTS.parent), str(TESTS / "stories")]

from two_chambers import chambers

from game.play.codec import JournalError, decode
from game.play.folder import Folder
from game.play.playthrough import Playthrough
from game.play.replay import replay
from game.play.shelf import Shelf

PROGRAM = chambers()


def play_on(shelf: Shelf, name: str | None, seed: int, decisions: int, tell: int) -> None:
    """Play in this process, and tell each decision through a pipe once it is acknowledged."""
    luck = Random(seed)
    session = shelf.begin(seed=seed) if name is None else shelf.resume(name)
    for _ in range(decisions):
        if session.playthrough.ended:
            break
        session.choose(luck.choice(session.playthrough.open))
        if not session.trouble:
            took = session.playthrough.journal.entries[-1]
            number = len(session.playthrough.journal.entries)
            os.write(tell, f"{session.name} {number} {took.choice} {took.digest}\n".encode())
    session.close()


def child(shelf: Shelf, name: str | None, seed: int, decisions: int) -> tuple[int, int]:
    """Begin such a process; its id, and the end of the pipe to read from."""
    hear, tell = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(hear)
        try:
            play_on(shelf, name, seed, decisions, tell)
        finally:
            os._exit(0)
    os.close(tell)
    return process, hear


def listened(pipe: int, lines: int) -> bytes:
    """What a process has told once it has told so many lines, however slow the machine is."""
    told = b""
    while told.count(b"\n") < lines and (part := os.read(pipe, 65536)):
        told += part
    return told


def heard(pipe: int, told: bytes = b"") -> list[list[str]]:
    """What a process told to its end; a line cut short was not acknowledged."""
    while part := os.read(pipe, 65536):
        told += part
    os.close(pipe)
    return [line.split() for line in told.decode().split("\n")[:-1]]


def missing(folder: Path, told: list[list[str]]) -> int:
    """How many of the decisions told are not in their journals, as told."""
    lost = 0
    journals = {}
    for name, number, choice, digest in told:
        if name not in journals:
            journals[name] = decode((folder / f"{name}.jsonl").read_bytes()).journal.entries
        entries = journals[name]
        at = int(number) - 1
        lost += not (at < len(entries) and (entries[at].choice, entries[at].digest) == (choice, digest))
    return lost


def unreadable(folder: Path) -> int:
    """How many journals can't be opened and played again to where their records lead."""
    bad = 0
    for path in Folder(folder, None).journals():
        data = path.read_bytes()
        try:
            found = decode(data).journal if data else None
        except JournalError:
            # Killed while the very first line was written: no decision was ever taken in it.
            bad += b"\n" in data
            continue
        bad += found is not None and not isinstance(replay(PROGRAM, found), Playthrough)
    return bad


def kills(rounds: int) -> dict[str, int]:
    """Kill a writer at a random moment, again and again; some go on with what the one before left."""
    luck, lost, bad, told = Random(1), 0, 0, 0
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for number in range(rounds):
            shelf = Shelf(folder, PROGRAM)
            known = [path.stem for path in Folder(folder, None).journals() if path.stat().st_size > 200]
            name = luck.choice(known) if known and luck.random() < 0.5 else None
            process, pipe = child(shelf, name, number, 400)
            # One in five is killed as it begins, the others once they have written for a while.
            first = listened(pipe, luck.randrange(1, 20)) if number % 5 else b""
            time.sleep(luck.random() * 0.05)
            os.kill(process, signal.SIGKILL)
            os.waitpid(process, 0)
            acknowledged = heard(pipe, first)
            told += len(acknowledged)
            lost += missing(folder, acknowledged)
        bad = unreadable(folder)
    return {"rounds": rounds, "acknowledged": told, "lost": lost, "unreadable": bad}


def crowds(rounds: int) -> dict[str, int]:
    """Let 2 to 8 processes go on with one session at once, and look that each wrote a file of its own."""
    luck, lost, bad, told, mixed = Random(2), 0, 0, 0, 0
    for number in range(rounds):
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            shelf = Shelf(folder, PROGRAM)
            session = shelf.begin(seed=number)
            session.choose("wait")
            session.close()
            begun = [child(shelf, session.name, number * 10 + n, 6) for n in range(luck.randint(2, 8))]
            stories = [heard(pipe) for _, pipe in begun]
            for process, _ in begun:
                os.waitpid(process, 0)
            everything = [line for story in stories for line in story]
            told += len(everything)
            lost += missing(folder, everything)
            places = [(line[0], line[1]) for line in everything]
            mixed += len(places) - len(set(places))
            bad += unreadable(folder)
    return {"rounds": rounds, "acknowledged": told, "lost": lost, "mixed": mixed, "unreadable": bad}


if __name__ == "__main__":
    sys.stdout.write(json.dumps({"kills": kills, "crowds": crowds}[sys.argv[1]](int(sys.argv[2]))) + "\n")
