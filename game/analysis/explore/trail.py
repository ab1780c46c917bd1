"""The way to a state: each decision with the luck it met, held so that ways share what they have in common."""

from dataclasses import dataclass

from game.play.journal import Drew


@dataclass(frozen=True, slots=True, eq=False)
class Trail:
    """Where a way has come to: from ``before`` by ``choice`` and the luck that it ``drew``; ``length`` decisions long.

    The beginning has no ``before`` and no choice.
    """

    before: "Trail | None"
    choice: str
    drew: Drew
    length: int

    def then(self, choice: str, drew: Drew) -> "Trail":
        """One decision further."""
        return Trail(self, choice, drew, self.length + 1)

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
    return Trail(None, "", drew, 0)
