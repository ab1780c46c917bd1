"""Where a reader stands."""

from typing import NamedTuple

from game.expr.types import Value

BEFORE = -1
"""The phase of the start scene, before the first turn's phases."""


class Due(NamedTuple):
    """A plan and the turn in which it comes due."""

    turn: int
    plan: str


class State(NamedTuple):
    """Everything that can change the future, and nothing else; hashable, so that states can be compared and counted.

    ``values`` by slot (see ``layout``). ``scene`` is where a choice is awaited (empty: in a tray, or at the end).
    ``phase`` is the index of the turn's phase. ``queue`` holds the scenes still to come in this phase, ``hand`` the
    storylets laid out and not taken, ``left`` how many may still be taken. ``agenda`` is what was planned, ``lines``
    the plans whose lines are due this turn, ``scenes`` those whose scenes are. ``before`` are storylets met in earlier
    sessions. ``ended`` names the ending reached. ``calls`` are the places that wait for a called scene to return, the
    one that waits for this scene last; ``threads`` the scenes whose choices stand in this one too;
    ``offered`` the storylets that are on offer until their deck is dealt from.
    """

    values: tuple[Value, ...]
    scene: str = ""
    phase: int = BEFORE
    queue: tuple[str, ...] = ()
    hand: tuple[str, ...] = ()
    left: int = 0
    agenda: tuple[Due, ...] = ()
    lines: tuple[str, ...] = ()
    scenes: tuple[str, ...] = ()
    before: frozenset[str] = frozenset()
    ended: str = ""
    calls: tuple[str, ...] = ()
    threads: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()
