"""A flow while it is drawn: points that are still to be gone on from, and ways that are still being made."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from heapq import heappop, heappush
from typing import NamedTuple

from game.analysis.explore.flow import Chance, Guard, Move, Op, Point, Way
from game.analysis.explore.target import Target
from game.engine.state import BEFORE
from game.expr.syntax import Expr


class Control(NamedTuple):
    """What the engine holds beside its values, as far as the points of a flow tell it apart.

    ``place`` is how far a phase has come with what it brings, ``came`` how much of it came there. ``goto``,
    ``sent`` and ``ended`` are what they are in a ``Draft``.
    """

    turn: int = 1
    phase: int = BEFORE
    place: int = 0
    came: int = 0
    calls: tuple[str, ...] = ()
    goto: str = ""
    sent: str = ""
    ended: str = ""


@dataclass(slots=True)
class Stretch:
    """A way that is being made: from where, what it asks and does so far, and where the engine stands at its end."""

    source: int
    control: Control
    guards: tuple[Guard, ...] = ()
    ops: list[Op] = field(default_factory=list)
    meets: tuple[Target, ...] = ()
    moves: tuple[Move, ...] = ()
    odds: tuple[Expr, bool] | None = None
    draw: Chance | None = None

    @property
    def begun(self) -> bool:
        """Whether it is more than its first point."""
        return bool(self.guards or self.ops or self.meets or self.moves or self.odds)

    def change(self, **parts: object) -> None:
        """Set parts of the engine's control."""
        self.control = self.control._replace(**parts)  # type: ignore[arg-type]  # a named tuple's parts have many types

    def asking(self, *guards: Guard) -> "Stretch":
        """The same way, open only where these hold too; nothing may have been changed on it."""
        assert not self.ops, "what is asked is asked before anything changes"
        return Stretch(
            self.source, self.control, (*self.guards, *guards), [], self.meets, self.moves, self.odds, self.draw
        )


Expand = Callable[[Stretch], None]


class Sketch:
    """Points and ways so far. A point that is new is gone on from later, by what it was made with."""

    def __init__(self) -> None:
        self.points: list[Point] = []
        self.ways: list[Way] = []
        self._spots: dict[Hashable, int] = {}
        self._left: list[tuple[int, int, int, Control, Expand]] = []

    def spot(self, key: Hashable, point: Point, control: Control, expand: Expand | None) -> int:
        """The point of this key, drawn if it is new."""
        found = self._spots.get(key)
        if found is None:
            found = self._spots[key] = self.add(point)
            if expand is not None:
                heappush(self._left, (control.turn, control.phase, found, control, expand))
        return found

    def stuck(self, control: Control) -> int:
        """The point where nothing is open and no ending came."""
        return self.spot("stuck", Point("nothing open", stuck=True), control, None)

    def add(self, point: Point) -> int:
        """A new point."""
        self.points.append(point)
        return len(self.points) - 1

    def draw(self) -> None:
        """Go on from every point that was not gone on from, the earliest in time first.

        So whatever may be planned for a moment is known when it comes.
        """
        while self._left:
            _, _, source, control, expand = heappop(self._left)
            expand(Stretch(source, control))

    def close(self, stretch: Stretch, to: int) -> None:
        """A way is done: it leads there."""
        self.ways.append(
            Way(
                stretch.source, to, stretch.guards, tuple(stretch.ops), stretch.meets, stretch.moves, stretch.odds,
                stretch.draw,
            )
        )  # fmt: skip

    def halt(self, stretch: Stretch, name: str) -> Stretch:
        """A point here, if there is none: what comes then is asked of the values as they are here."""
        if not stretch.begun:
            return stretch
        here = self.add(Point(name))
        self.close(stretch, here)
        return Stretch(here, stretch.control)

    def again(self, stretch: Stretch) -> Stretch:
        """Another way that is the same so far."""
        return Stretch(
            stretch.source, stretch.control, stretch.guards, list(stretch.ops), stretch.meets, stretch.moves,
            stretch.odds, stretch.draw,
        )  # fmt: skip

    def split(self, stretch: Stretch, tree: Expr) -> tuple[Stretch, Stretch]:
        """Two ways: on one it holds, on the other it doesn't."""
        if stretch.ops:
            stretch = self.halt(stretch, self.points[stretch.source].name)
        return stretch.asking(Guard(tree)), stretch.asking(Guard(tree, wanted=False))

    def look(self, source: int, guards: Iterable[Guard], target: Target) -> None:
        """Say that a target is met at a point where these hold."""
        self.ways.append(Way(source, source, tuple(guards), meets=(target,)))

    def join(self, stretches: list[Stretch]) -> list[Stretch]:
        """The same ways, where several came to the same place made one."""
        if len(stretches) < 2:  # noqa: PLR2004  # nothing to join
            return stretches
        by_control: dict[Control, list[Stretch]] = {}
        for one in stretches:
            by_control.setdefault(one.control, []).append(one)
        found: list[Stretch] = []
        for control, same in by_control.items():
            if len(same) == 1:
                found += same
                continue
            here = self.add(Point(self.points[same[0].source].name))
            for one in same:
                self.close(one, here)
            found.append(Stretch(here, control))
        return found
