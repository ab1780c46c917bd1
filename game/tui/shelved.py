"""A story that can be chosen: what is told of it, and the way to open it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.engine.program import Program
    from game.play.shelf import Shelf


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelved:
    """A story on the list. ``path`` is how it is called on the command line, ``sessions`` how many are kept of it.

    ``findings`` counts what `check` finds in it; where it is ``broken`` it can't be opened.
    """

    path: str
    title: str
    by: str
    blurb: str
    opening: "Callable[[], tuple[Program, Shelf]]"
    sessions: int = 0
    findings: int = 0
    broken: bool = False


Stories = Callable[[], tuple[Shelved, ...]]
"""Lists the stories that can be chosen."""


def none_else() -> tuple[Shelved, ...]:
    """No other story."""
    return ()
