"""Every room's commands with their usual keys, and what a player's own keys are against them."""

from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from textual.binding import Binding

import game.tui.screens
from game.settings.config import Config
from game.tui.commands import EVERYWHERE, bindings
from game.tui.key_names import shown
from game.tui.pieces import Piece, heading
from game.tui.rebinding import Bound, rebinding
from game.tui.screens.room import Room
from game.tui.text import together, words

_NAMES, _KEYS = 19, 14
_HOW = (
    'In the file of settings, under [keys], a command can be given other keys by its name: codex = "z", or'
    ' back = ["esc", "backspace"]. A key is a sign, or a name as these: space, enter, esc, tab, f2, pgdn, ctrl+x.'
    " They hold from the next start. What would leave a command without a key is refused, and said."
)


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


def key_pieces(own: Bound) -> tuple[Piece, ...]:
    """Return every command by its name, with what it does and the keys that it has."""
    lines = [Piece("prose", words(_HOW)), heading("Commands")]
    for name, (keys, about) in sorted(_commands().items()):
        given = own.get(name, keys)
        lead = together(
            words(name.ljust(_NAMES), "bold" if name in own else ""),
            words(" ".join(map(shown, given)), "bold $accent"),
        )
        lines.append(Piece("line", words(about), lead, _NAMES + _KEYS))
    return tuple(lines)


def _kinds(kind: type[Room]) -> Iterator[type[Room]]:
    """Every kind of room below one, in the order of what they are called: not of what was opened first."""
    for one in sorted(kind.__subclasses__(), key=_called):
        yield one
        yield from _kinds(one)


def _called(kind: type[Room]) -> str:
    return kind.__name__.removesuffix("Room").lower()


def _bound(kind: type[Room]) -> Bound:
    """The commands of one room, with those it has from the kinds it is of and from the app."""
    return {one.id or "": tuple(one.key.split(",")) for one in _bindings(kind)}


def _bindings(kind: type[Room]) -> Iterator[Binding]:
    given = [vars(one).get("BINDINGS", ()) for one in reversed(kind.__mro__) if issubclass(one, Room)]
    for each in (bindings(EVERYWHERE), *given):
        yield from (one for one in each if isinstance(one, Binding) and one.id)


def _commands() -> dict[str, tuple[tuple[str, ...], str]]:
    """Every command by its name, with its usual keys and what it does, in all rooms that have it.

    Rooms may put one command into words of their own; the words that most rooms have are told.
    """
    rooms()
    keys: dict[str, dict[str, None]] = {}
    told: dict[str, Counter[str]] = {}
    for kind in _kinds(Room):
        for one in _bindings(kind):
            name = one.id or ""
            keys.setdefault(name, {}).update(dict.fromkeys(one.key.split(",")))
            told.setdefault(name, Counter())[one.description] += 1
    return {name: (tuple(keys[name]), told[name].most_common(1)[0][0]) for name in keys}
