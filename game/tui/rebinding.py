"""The keys that a player has given to commands: which of them can be, and what is wrong with the rest."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from game.source.suggest import did_you_mean
from game.tui.key_names import NAMES, canonical, shown

Bound = Mapping[str, tuple[str, ...]]
"""Commands by their ids, each with its keys."""

MOVING = frozenset(
    ("up", "down", "left", "right", "enter", "space", "home", "end", "pageup", "pagedown", "tab", "shift+tab")
) | frozenset("jkgG")
"""What moves in every list and text; no command of another kind can have these."""
FIXED = frozenset(("ctrl+c", "ctrl+z"))
"""What belongs to the terminal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebinding:
    """The keys that hold, as Textual calls them; of what can't hold the command, and the sentence that says so."""

    keys: Bound
    notices: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class _Judged:
    """What is wanted, as far as it has been judged."""

    rooms: Mapping[str, Bound]
    wanted: dict[str, tuple[str, ...]] = field(default_factory=dict)
    notices: list[tuple[str, str]] = field(default_factory=list)

    @property
    def known(self) -> dict[str, tuple[str, ...]]:
        """Every command with all keys that it has anywhere."""
        found: dict[str, tuple[str, ...]] = {}
        for bound in self.rooms.values():
            for command, keys in bound.items():
                found[command] = tuple(dict.fromkeys(found.get(command, ()) + keys))
        return found

    def want(self, command: str, written: Iterable[str]) -> None:
        """Take what can be a command's keys."""
        known = self.known
        if command not in known:
            self._say(command, "there is no such command", did_you_mean(command, known))
            return
        keys = []
        for one in written:
            key = canonical(one)
            if key is None:
                self._say(command, f"there is no key `{one[:20]}`", did_you_mean(one.lower(), NAMES))
            elif key in FIXED:
                self._say(command, f"{shown(key)} belongs to the terminal")
            elif key in MOVING and not MOVING & set(known[command]):
                self._say(command, f"{shown(key)} moves in lists and texts")
            else:
                keys.append(key)
        if keys:
            self.wanted[command] = tuple(dict.fromkeys(keys))

    def part(self) -> None:
        """Drop what would take a key from another command in some room, the last one said first."""
        while clash := self._clash():
            command, key, other, room = clash
            del self.wanted[command]
            self._say(command, f"{shown(key)} is the key of `{other}` in {room}; give that another one too")

    def _clash(self) -> tuple[str, str, str, str] | None:
        for command in reversed(self.wanted):
            for room, bound in self.rooms.items():
                if command in bound:
                    for other in bound.keys() - {command}:
                        taken = set(self.wanted.get(other, bound[other])) & set(self.wanted[command])
                        if taken:
                            return command, min(taken), other, room
        return None

    def _say(self, command: str, problem: str, hint: str = "") -> None:
        self.notices.append((command, f"`keys.{command[:40]}`: {problem}{f'; {hint}' if hint else '.'}"))


def rebinding(wanted: Bound, rooms: Mapping[str, Bound]) -> Rebinding:
    """Judge what a player wants of keys, against what each room has: no command is ever left without a key.

    ``rooms`` are the commands of each room with their usual keys, by what the room is called.
    """
    judged = _Judged(rooms)
    for command, written in wanted.items():
        judged.want(command, written)
    judged.part()
    return Rebinding(keys=judged.wanted, notices=tuple(judged.notices))
