"""A story as points and the ways between them: what every proof is made over.

A flow has a way for everything that the engine can do from each point; where it is not ``exact`` it may have more.
So what can't be reached over it can't be reached, and what is reached over it is a plan that the engine must confirm.
Conditions are the checked trees of the story, over the keys of its layout; some flows have keys of their own beside
them, for what the engine keeps outside of its values.
"""

from dataclasses import dataclass

from game.analysis.explore.target import Target
from game.expr.syntax import Expr
from game.expr.types import Key, Type, Value
from game.model.world import Meter


@dataclass(frozen=True, slots=True)
class Guard:
    """A condition that must come out as ``wanted`` for a way to be open."""

    tree: Expr
    wanted: bool = True


@dataclass(frozen=True, slots=True)
class Add:
    """``key += amount`` (``down``: ``-=``), cut to ``low..high``; a ``meter`` with soft ends or gains adjusts it."""

    key: Key
    amount: Expr
    down: bool
    low: int
    high: int
    meter: Meter | None = None


@dataclass(frozen=True, slots=True)
class Put:
    """``key = value``, cut to the range of its type."""

    key: Key
    value: Expr


@dataclass(frozen=True, slots=True)
class Either:
    """One list of changes where a condition holds, another where it doesn't."""

    when: Expr
    then: tuple["Op", ...]
    otherwise: tuple["Op", ...] = ()


@dataclass(frozen=True, slots=True)
class Chance:
    """One list of changes by chance: at ``site``, each outcome by its id with its weight and when it may come.

    An outcome without weight never comes.

    Where none may come, ``if_none`` is ``nothing``, ``all`` or the id of one.
    """

    site: str
    outcomes: tuple[tuple[str, int, Expr | None, tuple["Op", ...]], ...]
    if_none: str = "nothing"


@dataclass(frozen=True, slots=True)
class Forget:
    """``key`` may be any of these now: more than the engine can do, for what a flow does not follow."""

    key: Key
    among: tuple[Value, ...]


Op = Add | Put | Either | Chance | Forget


@dataclass(frozen=True, slots=True)
class Move:
    """What the engine is asked along a way: a choice taken (or a storylet opened), or what chance answers at a site."""

    choice: str = ""
    site: str = ""
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """A way from one point to another: open where all its guards hold, then its changes in order.

    ``meets`` are the targets that are reached by going it. ``odds`` is the chance of going it, in percent (cut to
    0..100), where a check decides between this way and its neighbour; ``draw`` is the draw that decides, by the outcome
    that the last of its moves names (its changes stand in the way, not in the draw). A way that leads back to its own
    source and changes nothing only says what is met there: a text is told or offered.
    """

    source: int
    to: int
    guards: tuple[Guard, ...] = ()
    ops: tuple[Op, ...] = ()
    meets: tuple[Target, ...] = ()
    moves: tuple[Move, ...] = ()
    odds: tuple[Expr, bool] | None = None
    """The expression of the odds, and whether this is the way of passing."""
    draw: Chance | None = None

    @property
    def looks(self) -> bool:
        """Whether it leads nowhere and changes nothing, but only meets something."""
        return self.source == self.to and not self.ops


@dataclass(frozen=True, slots=True)
class Point:
    """A place between ways. ``awaits`` says that a reader decides here; ``ending`` names one that came here.

    Where a reader decides, ``scene`` is where (empty in a tray), with its ``threads``, the ``turn`` and ``phase`` and
    the ``calls`` that wait. ``stuck`` marks the places where nothing is open and no ending came.
    """

    name: str
    awaits: bool = False
    ending: str = ""
    stuck: bool = False
    scene: str = ""
    threads: tuple[str, ...] = ()
    turn: int = 0
    phase: int = 0
    calls: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Flow:
    """Points and ways; ``begin`` is the first point. ``types`` and ``start`` are of every key that is followed.

    A key of a truth may begin as any of ``start[key]``. ``exact`` says that every way is one that the engine has, with
    just these guards and changes: what is reached over it is reached, and its odds are those of the engine.
    """

    points: tuple[Point, ...]
    ways: tuple[Way, ...]
    begin: int
    types: dict[Key, Type]
    start: dict[Key, tuple[Value, ...]]
    exact: bool
