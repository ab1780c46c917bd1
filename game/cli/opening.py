"""Opening what a command is about: a story made ready, the shelf of its sessions."""

import sys
from pathlib import Path

from game.cache.opening import open_path
from game.cli import places
from game.cli.chosen import announced, config_of
from game.cli.report import counted, report
from game.engine.program import Program
from game.load.pipeline import Loaded, load_path
from game.play.kept import Reading
from game.play.refusal import RefusalError
from game.play.shelf import Shelf


class CannotOpenError(RefusalError):
    """What a command is about can't be opened; the message is for the player, whole."""


def load_story(path: str | None) -> Loaded:
    """Load a story (the campaign without a path), with its findings; what it extends may be one that is shipped."""
    return load_path(story_path(path), shelves())


def story_path(path: str | None) -> Path:
    """Where a story lies; the campaign without a path."""
    return Path(path) if path else places.campaign()


def shelves() -> tuple[Path, ...]:
    """Where the stories lie that others may extend, besides beside them."""
    return (places.bundled("story"),)


def open_story(path: str | None) -> Program:
    """Load a story (the campaign without a path) and make it ready. Raises CannotOpenError with its findings."""
    opened = open_path(story_path(path), shelves(), places.cache_folder())
    if opened.program is None:
        found = opened.loaded.diagnostics
        findings = report(found, opened.loaded.texts)
        raise CannotOpenError(f"{findings}\n{counted(found)}: this story can't be played as it is.")
    return opened.program


def open_shelf(program: Program, saves: str | None) -> Shelf:
    """The sessions of a story, in the folder given; without one, where the settings say."""
    chosen = announced(config_of()).settings.saves if saves is None else saves
    return Shelf(places.saves_folder(chosen), program, places.bundled("saves"))


def read_session(shelf: Shelf, name: str) -> Reading:
    """A session by its name, its number, the beginning of its name or its path; says what can't be read of it."""
    found = shelf.reading(shelf.find(name))
    if found.problem:
        print(f"{found.name}: {found.problem} It is read as far as it goes.", file=sys.stderr)
    return found


def read_shared(shelf: Shelf, code: str) -> Reading:
    """What a share code holds; says what can't be read of it."""
    found = shelf.reading_code(code)
    if found.problem:
        print(found.problem, file=sys.stderr)
    return found
