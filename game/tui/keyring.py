"""Every room's commands with their usual keys, and what a player's own keys are against them."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from textual.binding import Binding

import game.tui.screens
from game.settings.config import Config
from game.tui.commands import EVERYWHERE, bindings
from game.tui.rebinding import Bound, rebinding
from game.tui.screens.room import Room


def judged(config: Config) -> Config:
    """Return the settings with those keys that can hold; what can't is among the notices, with its place."""
    found = rebinding(config.settings.keys, rooms())
    notices = [f"{config.places.get(command, config.path)}: {said}" for command, said in found.notices]
    return config.with_value("keys", found.keys, "file").noting(*notices)


def rooms() -> dict[str, Bound]:
    """Every room by what it is called, with its commands and their keys."""
    for module in iter_modules(game.tui.screens.__path__):
        import_module(f"{game.tui.screens.__name__}.{module.name}")
    return {_called(kind): _bound(kind) for kind in _kinds(Room)}


def _kinds(kind: type[Room]) -> Iterator[type[Room]]:
    for one in kind.__subclasses__():
        yield one
        yield from _kinds(one)


def _called(kind: type[Room]) -> str:
    return kind.__name__.removesuffix("Room").lower()


def _bound(kind: type[Room]) -> Bound:
    """The commands of one room, with those it has from the kinds it is of and from the app."""
    found: dict[str, tuple[str, ...]] = {}
    given = [vars(one).get("BINDINGS", ()) for one in reversed(kind.__mro__) if issubclass(one, Room)]
    for each in (bindings(EVERYWHERE), *given):
        for binding in each:
            if isinstance(binding, Binding) and binding.id:
                found[binding.id] = tuple(binding.key.split(","))
    return found
