"""The folder of entries: files that come whole or not at all, and not too many of them."""

import os
import sys
import tempfile
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

import game

_FORMAT = 1
_MOST_ENTRIES = 64
_MOST_BYTES = 64_000_000
_ROOMS = ("cache", "engine", "expr", "load", "model", "source")
"""What an entry holds depends on this code."""


class Store:
    """Entries in a folder, by the story's place. Whatever goes wrong with the folder: it is as if it were empty."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, story: Path) -> bytes | None:
        """What was kept of the story at a path, or None."""
        try:
            path = self._path(story)
            data = path.read_bytes()
            os.utime(path)  # what is asked for stays longest
        except (OSError, ValueError):
            return None
        return data

    def put(self, story: Path, data: bytes) -> None:
        """Keep this of the story at a path, instead of what was there."""
        with suppress(OSError, ValueError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix=".new-", dir=self._folder)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(data)
                Path(name).replace(self._path(story))
            except OSError:
                Path(name).unlink(missing_ok=True)
                raise
            self._clear()

    def _path(self, story: Path) -> Path:
        said = "\0".join([str(story.resolve()), *(str(part) for part in sys.version_info), str(_FORMAT), _program()])
        return self._folder / (blake2b(said.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest() + ".json")

    def _clear(self) -> None:
        """Remove the oldest files where there are too many; what was begun and left grows old as well."""
        ours = (path for path in self._folder.iterdir() if path.suffix == ".json" or path.name.startswith(".new-"))
        there = [(path, path.stat()) for path in ours]
        there.sort(key=lambda one: one[1].st_mtime, reverse=True)
        size = 0
        for number, (path, known) in enumerate(there):
            size += known.st_size
            if number >= _MOST_ENTRIES or size > _MOST_BYTES:
                path.unlink(missing_ok=True)


def _program() -> str:
    """What tells this program from the same with other code: each file's size and time."""
    root = Path(game.__file__).parent
    files = (one for room in _ROOMS for one in os.scandir(root / room) if one.name.endswith(".py"))
    told = sorted((one.path, one.stat().st_size, one.stat().st_mtime_ns) for one in files)
    return blake2b(repr(told).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
