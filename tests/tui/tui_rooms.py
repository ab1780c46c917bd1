"""Every room of the game and the way there, from the title, a session or a replay: one line a room.

A new room gets its line here, and is then walked through all sizes, filled with hostile text and drawn as a frame.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import tui_stage as stage
from textual.screen import Screen

import game.tui.screens
from game.tui.app import Play, Title, Watch
from game.tui.first import First


@dataclass(frozen=True, slots=True)
class Way:
    """Where the app begins, ``title``, ``play`` or ``watch``, and the keys pressed from there."""

    begins: str
    keys: tuple[str, ...]


def way(begins, *keys):
    return Way(begins, keys)


ROOMS = {
    "title": way("title"),
    "sessions": way("title", "s"),
    "new game": way("title", "n"),
    "about": way("title", "a"),
    "play": way("play"),
    "choices": way("play", "end", "down", "down"),
    "locked": way("play", "end", "w"),
    "result": way("play", "1"),
    "desk": way("play", "1", "1"),
    "ending": way("play", "1", "1", "1"),
    "codex": way("play", "c", "enter"),
    "log": way("play", "1", "l"),
    "people": way("play", "p", "enter"),
    "ledger": way("play", "e"),
    "term": way("play", "x"),
    "help": way("play", "question_mark"),
    "gauges": way("play", "m", "right_square_bracket"),
    "map": way("title", "d", "w", "down"),
    "stories": way("title", "b"),
    "recap": way("play", "1", "1", "1", "1", "1"),
    "endings": way("title", "e", "down"),
    "compare": way("title", "s", "c", "down", "c"),
    "replay": way("watch", "right", "p"),
    "export": way("title", "s", "e"),
    "bin": way("title", "s", "x"),
    "share": way("title", "s", "y"),
    "go to": way("watch", "g"),
    "settings": way("title", "o", "down"),
    "colours": way("play", "o", *["down"] * 9),
    "keys": way("title", "o", "y"),
    "a name": way("title", "o", *["down"] * 11, "enter"),
    "palette": way("play", "ctrl+p"),
}
NOT_OURS = ("palette",)
"""Textual's own; what it shows is ours."""


@dataclass(frozen=True, slots=True)
class Stage:
    """What stands behind the rooms: a game, a session to play, a playthrough to watch."""

    game: Callable = stage.game
    session: Callable = stage.FakeSession
    reading: Callable = stage.reading
    name: str = "narrow_sky-0006"

    def first(self, way: Way) -> First:
        if way.begins == "title":
            return Title()
        return Play(self.session()) if way.begins == "play" else Watch(self.reading(), self.name)


def all_screens() -> set[type]:
    """The class of every screen the game has of its own."""
    folder = Path(game.tui.screens.__file__).parent
    for path in folder.glob("*.py"):
        import_module(f"game.tui.screens.{path.stem}")
    found, more = set(), [Screen]
    while more:
        kinds = more.pop().__subclasses__()
        found |= {kind for kind in kinds if kind.__module__.startswith("game.tui.")}
        more += kinds
    return found
