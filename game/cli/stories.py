"""The stories that can be chosen on the screen: those shipped with the game, and the one that was asked for."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from game.cache.opening import open_path
from game.cli import places
from game.cli.opening import open_shelf, open_story, shelves
from game.engine.program import Program
from game.load.cover import cover_of
from game.play.shelf import Shelf
from game.tui.shelved import Shelved

_FIRST = "story.yaml"


def stories(asked: str | None, saves: str) -> tuple[Shelved, ...]:
    """Every story there is; ``asked`` is the path that was asked for, ``saves`` the folder that was chosen."""
    return tuple(_shelved(path, saves) for path in _paths(asked))


def _paths(asked: str | None) -> Iterator[Path]:
    """The folders, each once."""
    shipped = sorted(one.parent for one in places.bundled("story").glob(f"*/{_FIRST}"))
    campaign = places.campaign()
    given = [] if asked is None else [Path(asked)]
    known: set[Path] = set()
    for one in (campaign, *shipped, *given):
        if one.resolve() not in known:
            known.add(one.resolve())
            yield one


def _shelved(path: Path, saves: str) -> Shelved:
    cover = cover_of(path)
    found = open_path(path, shelves(), places.cache_folder())
    shown = str(path) if path.parent != places.bundled("story") else path.name
    sessions = 0
    if found.program is not None:
        sessions = sum(bool(one.story) and not one.sample for one in open_shelf(found.program, saves).listed())
    return Shelved(
        path=shown,
        title=cover.title or path.name,
        by=cover.by,
        blurb=cover.blurb,
        opening=partial(_open, str(path), saves),
        sessions=sessions,
        findings=len(found.loaded.diagnostics),
        broken=found.program is None,
    )


def _open(path: str, saves: str) -> tuple[Program, Shelf]:
    program = open_story(path)
    return program, open_shelf(program, saves)
