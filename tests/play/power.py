"""A disk that loses its power: what was not synced stays by chance, in blocks; what was acknowledged must be there.

Run as a program with a number of runs, it prints its figures as JSON.
"""

import json
import os
import sys
import tempfile
from pathlib import Path
from random import Random
from types import SimpleNamespace

TESTS = Path(__file__).parents[1]
sys.path[:0] = [str(TESTS.parent), str(TESTS / "stories")]

from two_chambers import chambers

import game.disk.whole
import game.play.folder
import game.play.writing
from game.play.codec import JournalError, decode
from game.play.shelf import Shelf

BLOCK = 512
PROGRAM = chambers()


class PowerLossError(BaseException):
    """The moment the power goes; nothing in the game may catch it."""


class Disk:
    """Passes calls on, and remembers what of each file and folder is sure to outlive the power."""

    def __init__(self, goes_at: int, *, deaf: bool) -> None:
        self.goes_at, self.calls, self.deaf = goes_at, 0, deaf
        self.paths: dict[int, Path] = {}
        self.synced: dict[Path, bytes] = {}
        self.entries: set[Path] = set()

    def os(self) -> SimpleNamespace:
        """The module, with the calls that write put through this disk."""
        mine = {name: getattr(self, name) for name in ("open", "write", "fsync", "ftruncate", "close")}
        return SimpleNamespace(**{name: getattr(os, name) for name in dir(os) if not name.startswith("__")} | mine)

    def _tick(self) -> None:
        self.calls += 1
        if self.calls == self.goes_at:
            raise PowerLossError

    def open(self, path, flags, *mode, **named):
        self._tick()
        handle = os.open(path, flags, *mode, **named)
        self.paths[handle] = Path(path)
        return handle

    def write(self, handle, data):
        self._tick()
        return os.write(handle, data)

    def ftruncate(self, handle, size):
        self._tick()
        os.ftruncate(handle, size)

    def fsync(self, handle):
        self._tick()
        path = self.paths.get(handle)
        if path is None:
            os.fsync(handle)  # a file opened by another way; no journal is
        elif self.deaf:
            return
        elif path.is_dir():
            self.entries |= set(path.iterdir())
        else:
            self.synced[path] = path.read_bytes()

    def close(self, handle):
        os.close(handle)
        self.paths.pop(handle, None)

    def image(self, path: Path, luck: Random) -> bytes | None:
        """What is found of a file when the power is back; None where its name is gone."""
        lasting, now = self.synced.get(path, b""), path.read_bytes()
        if path not in self.entries and luck.random() < 0.5:
            return None
        end = max(len(lasting), luck.randint(min(len(lasting), len(now)), max(len(lasting), len(now))))
        found = bytearray(lasting.ljust(end, b"\0"))
        for at in range(0, end, BLOCK):
            if luck.random() < 0.5:
                block = now[at : min(at + BLOCK, end)]
                if now[: len(lasting)] == lasting or at >= len(lasting):
                    found[at : at + len(block)] = block
        return bytes(found)


def lose_power(seed: int, folder: Path, *, deaf: bool = False) -> tuple[bool, int]:
    """Play until the power goes; whether all that was acknowledged is there, and how many decisions that was."""
    luck = Random(seed)
    disk = Disk(luck.randint(1, 60), deaf=deaf)
    acknowledged, path = -1, None
    game.disk.whole.os = game.play.writing.os = game.play.folder.os = disk.os()
    session = None
    try:
        session = Shelf(folder, PROGRAM).begin(seed=seed)
        path = folder / f"{session.name}.jsonl"
        acknowledged = 0 if not session.trouble else -1
        for _ in range(12):
            session.choose(luck.choice(session.playthrough.open))
            if not session.trouble:
                acknowledged = len(session.playthrough.journal.entries)
    except PowerLossError:
        pass
    finally:
        game.disk.whole.os = game.play.writing.os = game.play.folder.os = os
        for handle in list(disk.paths):
            disk.close(handle)
    if path is None:
        return True, 0
    found = disk.image(path, luck)
    try:
        entries = decode(found or b"").journal.entries
    except JournalError:
        return acknowledged < 0, acknowledged
    kept = session.playthrough.journal.entries[: len(entries)] if session is not None else ()
    return len(entries) >= acknowledged and entries[: len(kept)] == kept, acknowledged


def main(runs: int, *, deaf: bool = False) -> dict[str, int]:
    """Lose the power so often; on a ``deaf`` disk, which syncs nothing, something must be lost."""
    lost = decisions = 0
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(runs):
            inside = Path(folder) / str(seed)
            inside.mkdir()
            kept, acknowledged = lose_power(seed, inside, deaf=deaf)
            lost += not kept
            decisions += max(0, acknowledged)
    return {"runs": runs, "acknowledged": decisions, "lost": lost}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(int(sys.argv[1]), deaf="deaf" in sys.argv)) + "\n")
