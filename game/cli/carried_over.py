"""The sessions of a story, played over its next version: which arrive, which stop and where."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from game.cli.carrying import as_data
from game.play.kept import Carried
from game.play.playthrough import Playthrough
from game.play.refusal import ShelfError
from game.play.shelf import Shelf
from game.view.carrying import carried_text as told
from game.view.carrying import condition_of
from game.view.transcript import how_many


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """What became of each session, with it as it was in the old version, if it fits that; ``unread`` say why not."""

    found: tuple[tuple[Carried, Playthrough | None], ...]
    unread: dict[str, str]

    @property
    def whole(self) -> int:
        """How many there are."""
        return len(self.found) + len(self.unread)

    @property
    def arrived(self) -> int:
        """How many of them arrive."""
        return sum(one.migration.parting is None for one, _ in self.found)


def carried_over(old: Shelf, new: Shelf, names: Sequence[str]) -> CarriedOver:
    """Play sessions over, by name or file; without any, all there are. Raises ShelfError where one is not there."""
    found: list[tuple[Carried, Playthrough | None]] = []
    unread: dict[str, str] = {}
    for name in [old.find(name) for name in names] or [one.name for one in old.listed()]:
        try:
            before = old.carried(name).migration
            was = None if before.parting is not None else before.playthrough
            found.append((new.carried(name), was))
        except ShelfError as problem:
            unread[name] = str(problem)
    return CarriedOver(tuple(found), unread)


def lines_of(one: Carried, before: Playthrough | None) -> list[str]:
    """What became of one session, in a line or two."""
    parting = one.migration.parting
    condition = "" if parting is None else condition_of(parting)
    return [f"{one.name} {told(one.migration, before)}", *([f"  by the condition at {condition}"] if condition else [])]


def carried_text(sessions: CarriedOver) -> str:
    """How many arrive, and every one that does not."""
    lines = [f"Sessions: {sessions.arrived} of {how_many(sessions.whole, 'session')} arrive."]
    for one, before in sessions.found:
        if one.migration.parting is not None:
            lines += [f"  {line}" for line in lines_of(one, before)]
    return "\n".join([*lines, *(f"  {name}: {said}" for name, said in sessions.unread.items())])


def carried_data(sessions: CarriedOver) -> list[dict[str, Any]]:
    """What became of every session, as data."""
    unread = [{"name": name, "arrives": False, "problem": said} for name, said in sessions.unread.items()]
    return [*(as_data(one, before) for one, before in sessions.found), *unread]
