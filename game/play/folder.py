"""Journals as files in a folder: which there are, what a new one is called, which was played last."""

import contextlib
import os
import re
from datetime import datetime
from pathlib import Path

from game.disk.whole import read_up_to, write_whole
from game.play.writing import SUFFIX

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
_NUMBER = re.compile(r"-(\d{4,9})\Z")
_LAST = "last-played"
_NAME_BYTES = 1_000
_TRIES = 1000
BIN = "bin"
"""The folder, in that of the journals, for those put away."""
EXPORTS = "exports"
"""The folder beside it for copies of sessions, as books and as data."""
SAMPLE = "sample-"
"""Sessions shipped with the game begin so; they are read, and resumed as a branch."""


class Folder:
    """The folder at ``path``; ``samples`` may hold more journals, never written to."""

    def __init__(self, path: Path, samples: Path | None) -> None:
        self.path = path
        self.samples = samples

    def journals(self) -> list[Path]:
        """Every journal: the last played first, then by number, the newest first; samples last. Times don't count."""
        folders = [self.path] if self.samples is None else [self.samples, self.path]
        found = {path.stem: path for folder in folders if folder.is_dir() for path in folder.glob(f"*{SUFFIX}")}
        last = self._last()
        return sorted(
            (path for path in found.values() if is_name(path.stem)),
            key=lambda path: (is_sample(path), path.stem != last, -number(path), path.stem),
        )

    def path_of(self, name: str) -> Path | None:
        """The journal of that name, or the file at that path; None if there is neither."""
        for path in self.journals():
            if path.stem == name:
                return path
        with contextlib.suppress(OSError):  # longer than any name can be
            return Path(name) if Path(name).is_file() else None
        return None

    def fresh(self, story: str) -> Path:
        """A path for a new journal: the next number, claimed so that no other program takes it too."""
        binned = (self.path / BIN).glob(f"*{SUFFIX}")  # a branch names its parent, so no name comes twice
        highest = max(map(number, (*self.journals(), *binned)), default=0)
        path = self.path / f"{story}-{highest + 1:04d}{SUFFIX}"
        with contextlib.suppress(OSError):  # whoever writes there will say what the trouble is
            self.path.mkdir(parents=True, exist_ok=True)
            for tried in range(highest + 1, highest + _TRIES):
                path = self.path / f"{story}-{tried:04d}{SUFFIX}"
                with contextlib.suppress(FileExistsError):
                    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
                    break
        return path

    def remember(self, name: str) -> None:
        """Note which session was played last; where that can't be noted the list goes by number."""
        with contextlib.suppress(OSError):
            write_whole(self.path / _LAST, name + "\n")

    def _last(self) -> str:
        try:
            return read_up_to(self.path / _LAST, _NAME_BYTES).decode("utf-8").strip()
        except (OSError, UnicodeDecodeError):
            return ""


def is_name(name: str) -> bool:
    """Whether a session can be called so."""
    return _NAME.fullmatch(name) is not None


def session_name(path: Path) -> str:
    """What a session is called: as its file, where that can be a name."""
    return path.stem if is_name(path.stem) else "unnamed"


def is_sample(path: Path) -> bool:
    """Whether this is a journal shipped with the game."""
    return path.stem.startswith(SAMPLE)


def number(path: Path) -> int:
    """The number in a journal's name; 0 where it has none."""
    match = _NUMBER.search(path.stem)
    return int(match[1]) if match else 0


def day_of(path: Path) -> str:
    """The day on which a file was last written to, by the clock on the wall; empty where that can't be said."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime).strftime("%Y-%m-%d")  # noqa: DTZ006 - the player's own day
    except (OSError, OverflowError, ValueError):
        return ""


def size_of(path: Path) -> int:
    """How many bytes a file has; -1 where that can't be said."""
    try:
        return path.stat().st_size
    except OSError:
        return -1
