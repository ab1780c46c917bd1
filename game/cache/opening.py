"""Opening a story: read whole, or, where these very files were read before, with what was found out then."""

from dataclasses import dataclass
from pathlib import Path

from game.cache.entry import Entry, read, written
from game.cache.store import Store
from game.engine.outline import outline
from game.engine.prepare import prepare
from game.engine.program import Program
from game.load.again import load_again
from game.load.bases import Bases
from game.load.files import Found, find
from game.load.late import StaleError
from game.load.pipeline import Loaded, load


@dataclass(frozen=True, slots=True)
class Opened:
    """A story as it was loaded, and ready to be played unless something is wrong with it."""

    loaded: Loaded
    program: Program | None


def open_path(path: Path, shelves: tuple[Path, ...] = (), cache: Path | None = None) -> Opened:
    """Open the story in a folder or a file. Never raises on what is in it, nor on what is in the ``cache`` folder.

    What it extends is looked for beside it, then in the folders ``shelves``.
    """
    found, bases = find(path), Bases(path, shelves)
    store = None if cache is None or found.diagnostics else Store(cache)
    again = None if store is None else _again(store.get(path), found, bases)
    if again is not None:
        return again
    loaded = load(found.files, found.diagnostics, bases)
    if loaded.story is None or not loaded.playable:
        return Opened(loaded, None)
    seen = outline(loaded.story)
    if store is not None and loaded.index is not None:
        store.put(path, written(Entry(index=loaded.index, outline=seen, findings=loaded.diagnostics)))
    return Opened(loaded, prepare(loaded.story, seen))


def _again(kept: bytes | None, found: Found, bases: Bases) -> Opened | None:
    """Open it with what was kept of it, or None where that says nothing about these files."""
    if kept is None:
        return None
    try:
        entry = read(kept)
        loaded = load_again(found.files, entry.index, entry.findings, bases)
    except (StaleError, ValueError, TypeError, LookupError, RecursionError):
        return None
    if loaded.story is None or not loaded.playable:
        return None
    return Opened(loaded, prepare(loaded.story, entry.outline))
