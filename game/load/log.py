"""Where readers write down what they find."""

from collections.abc import Iterable

from game.load import problems
from game.source.diagnostic import Diagnostic
from game.source.limits import DIAGNOSTICS


class Log:
    """The findings about one story, while it is read."""

    def __init__(self, found: Iterable[Diagnostic] = ()) -> None:
        self._found: list[Diagnostic] = list(found)

    def add(self, diagnostic: Diagnostic) -> None:
        """Write one down; the same finding at the same place is kept once."""
        self._found.append(diagnostic)

    def sorted(self) -> tuple[Diagnostic, ...]:
        """Return all findings by file and place, each once, at most ``limits.DIAGNOSTICS`` of them."""
        unique = sorted(set(self._found), key=lambda one: (one.at, one.code, one.message))
        if len(unique) > DIAGNOSTICS:
            return (*unique[:DIAGNOSTICS], problems.too_many(len(unique) - DIAGNOSTICS))
        return tuple(unique)
