"""Where readers write down what they find."""

from collections.abc import Iterable

from game.load import problems
from game.source.diagnostic import Diagnostic
from game.source.limits import DIAGNOSTICS


class Enough(Exception):
    """So much is wrong with a story that reading it further helps nobody."""


class Log:
    """The findings about one story, while it is read; after ``most`` of them it raises ``Enough``."""

    def __init__(self, most: int | None = None) -> None:
        self._found: dict[Diagnostic, None] = {}
        self._most = most
        self.count = 0
        """How often something was found so far."""
        self._refused: set[tuple[str, int, int]] = set()
        self._hushed: set[tuple[str, int]] = set()

    def hush(self, source: str, lines: Iterable[int]) -> None:
        """Write down nothing more about these lines of a source: what stands there is not the author's."""
        self._hushed.update((source, line) for line in lines)

    def add(self, diagnostic: Diagnostic) -> None:
        """Write one down, once at each place; of a sign that is no part of the format only that it is none."""
        self.count += 1
        place = diagnostic.at.source, diagnostic.at.line, diagnostic.at.column
        if place[:2] in self._hushed:
            return
        if diagnostic.code in ("yaml-alias", "yaml-anchor"):
            self._refused.add(place)
        elif place in self._refused:
            return
        self._found[diagnostic] = None
        if self._most is not None and len(self._found) > self._most:
            raise Enough

    @property
    def found(self) -> tuple[Diagnostic, ...]:
        """Everything written down so far, in the order it was found."""
        return tuple(self._found)

    def add_all(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Write down several."""
        for diagnostic in diagnostics:
            self.add(diagnostic)

    def sorted(self) -> tuple[Diagnostic, ...]:
        """Return the first ``limits.DIAGNOSTICS`` findings by file and place, and how many more there are.

        What was found first comes first when there are too many: a file's syntax before what follows from it.
        """
        first = list(self._found)[:DIAGNOSTICS]
        shown = tuple(sorted(first, key=lambda one: (one.at, one.code, one.message)))
        more = len(self._found) - len(shown)
        return (*shown, problems.too_many(more, shown[-1].at)) if more else shown
