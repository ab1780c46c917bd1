"""The way to a state: each decision with the luck it met, held so that ways share what they have in common."""

from dataclasses import dataclass

from game.engine.luck import Luck, Outcome, Site
from game.engine.state import State
from game.play.journal import Drew

Cell = tuple[str, int]
"""A place in a turn: where a decision is taken."""


def cell_of(state: State) -> Cell:
    """Where a state awaits a decision."""
    turn = state.values[0]
    assert isinstance(turn, int)
    return state.scene or str(state.phase), turn


@dataclass(frozen=True, slots=True, eq=False)
class Trail:
    """Where a way has come to: from ``before`` by ``choice`` and the luck that it ``drew``; ``length`` decisions long.

    The decision was taken ``at`` a place. The beginning has no ``before``, no choice and no place.
    """

    before: "Trail | None"
    at: Cell
    choice: str
    drew: Drew
    length: int

    def then(self, at: Cell, choice: str, drew: Drew) -> "Trail":
        """One decision further."""
        return Trail(self, at, choice, drew, self.length + 1)

    def whole(self) -> "list[Trail]":
        """The whole way, from the beginning on."""
        found: list[Trail] = []
        at: Trail | None = self
        while at is not None:
            found.append(at)
            at = at.before
        return found[::-1]


def beginning(drew: Drew) -> Trail:
    """A way that has only begun, with the luck of the first page."""
    return Trail(None, ("", 0), "", drew, 0)


class OtherLuckError(Exception):
    """Chance was asked something that a record has no answer to."""


def recorded(drew: Drew) -> Luck:
    """Luck that says what was drawn before, and nothing else: raises OtherLuckError where that can't be said."""
    left = {site: list(names) for site, names in drew}

    def answer(site: Site, outcomes: tuple[Outcome, ...]) -> str:
        names = left.get(site.id)
        if names and any(outcome.id == names[0] and outcome.weight for outcome in outcomes):
            return names.pop(0)
        raise OtherLuckError(site.id)

    return answer
