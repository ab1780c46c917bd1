"""Whether a reader can be left without a way on: proved over a flow, by its ways alone or by what its values may be.

A point is safe if an ending can be reached from it, whatever the values are there: where a reader decides, if one of
the ways to safe points is always open; elsewhere, if all ways that may be gone lead to safe points, for there it is the
engine or chance that decides. Where every point that can be come to is safe, nobody is ever stuck.

A circle is safe in which something is used up that nothing in it brings back: a hand, a queue.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from game.analysis.explore.circles import circles, longest
from game.analysis.explore.flow import Add, Chance, Either, Flow, Forget, Op, Put, Way
from game.analysis.explore.own_keys import HAND, MANY, is_agenda, is_hand, is_left_over
from game.analysis.explore.values import Values
from game.expr.syntax import Literal, Name
from game.expr.types import Key
from game.source.limits import AGENDA, JUMPS

METHOD = "structure"


@dataclass(frozen=True, slots=True)
class Onward:
    """What was found: ``missing`` are the points from which no way on is sure, ``endless`` says what may never stop."""

    missing: tuple[int, ...] = ()
    endless: str = ""

    @property
    def proved(self) -> bool:
        """Whether nobody is ever stuck."""
        return not self.missing and not self.endless


def onward(flow: Flow, values: Values | None = None) -> Onward:
    """Look for what can leave a reader stuck: by the ways alone, or also by what ``values`` are possible."""
    return _Search(flow, values).found()


def endless(flow: Flow, values: Values) -> str:
    """Why too much may happen without a decision, or be planned, that the engine would go on; nothing if it can't."""
    return _Search(flow, values).endless()


class _Search:
    def __init__(self, flow: Flow, values: Values | None) -> None:
        self.flow, self.values = flow, values
        self.leaving: list[list[Way]] = [[] for _ in flow.points]
        self.into: list[list[Way]] = [[] for _ in flow.points]
        for way in flow.ways:
            if not way.looks and (values is None or values.open(way)):
                self.leaving[way.source].append(way)
                self.into[way.to].append(way)
        self.come = self._reached()
        self.circle = circles([[way.to for way in ways] for ways in self.leaving])
        self.used = self._used()

    def found(self) -> Onward:
        safe = self._safe()
        lost = tuple(point for point in self.come if point not in safe)
        if lost:
            first = [point for point in lost if self._may_strand(point)]
            return Onward(missing=tuple(first or [p for p in lost if self.flow.points[p].awaits] or lost))
        return Onward(endless=self.endless())

    def _reached(self) -> tuple[int, ...]:
        seen, left = {self.flow.begin}, [self.flow.begin]
        while left:
            for way in self.leaving[left.pop()]:
                if way.to not in seen:
                    seen.add(way.to)
                    left.append(way.to)
        return tuple(sorted(seen))

    def _used(self) -> dict[int, frozenset[Key]]:
        """For each circle what is used up in it, and never brought back."""
        used: dict[int, set[Key]] = {}
        brought: dict[int, set[Key]] = {}
        for way in self._around():
            circle = self.circle[way.source]
            used.setdefault(circle, set()).update(_uses(way))
            brought.setdefault(circle, set()).update(_brings(way.ops))
        return {circle: frozenset(keys - brought[circle]) for circle, keys in used.items()}

    def _around(self) -> Iterable[Way]:
        """The ways that stay in a circle."""
        return (way for ways in self.leaving for way in ways if self.circle[way.source] == self.circle[way.to])

    def _uses_up(self, way: Way) -> bool:
        """Whether a way stays in its circle, and can be gone only so often."""
        circle = self.circle[way.source]
        return circle == self.circle[way.to] and not self.used[circle].isdisjoint(_uses(way))

    def _safe(self) -> set[int]:
        """The points from which an ending is surely within reach."""
        safe: set[int] = set()
        waiting = deque(self.come)
        queued = set(self.come)
        while waiting:
            point = waiting.popleft()
            queued.discard(point)
            if point not in safe and self._is_safe(point, safe):
                safe.add(point)
                for way in self.into[point]:
                    if way.source not in safe and way.source not in queued:
                        queued.add(way.source)
                        waiting.append(way.source)
        return safe

    def _is_safe(self, point: int, safe: set[int]) -> bool:
        here = self.flow.points[point]
        if here.ending:
            return True
        ways = self.leaving[point]
        good = [way for way in ways if way.to in safe or self._uses_up(way)]
        if not good:
            return False
        if len(good) == len(ways):
            return True
        if not here.awaits or not here.scene:
            return False
        return any(not way.guards for way in good) or (self.values is not None and self.values.covers(point, good))

    def _may_strand(self, point: int) -> bool:
        return any(self.flow.points[way.to].stuck for way in self.leaving[point])

    def endless(self) -> str:
        """Why too much may happen before a choice comes, or be planned; nothing where it can't."""
        points = self.flow.points
        between = [way for way in self._all() if not points[way.to].awaits]
        steps = self._most(between, lambda way: int(not is_agenda_way(way)))
        if steps is None or steps >= JUMPS:
            return "so much may happen without a choice that it is cut off"
        plans = self._most(list(self._all()), lambda way: _plans(way.ops))
        if plans is None or plans > AGENDA:
            return "more may be planned for later turns than can wait"
        return ""

    def _all(self) -> Iterator[Way]:
        return (way for ways in self.leaving for way in ways)

    def _most(self, ways: list[Way], weight: Callable[[Way], int]) -> int | None:
        """The most that these ways may weigh, one after another; None without a bound.

        In a circle in which something is used up, it may go round once for each such thing, and once more.
        """
        leading: list[list[int]] = [[] for _ in self.flow.points]
        for way in ways:
            leading[way.source].append(way.to)
        circle = circles(leading)
        plain: list[list[tuple[int, int]]] = [[] for _ in self.flow.points]
        onward: dict[int, list[tuple[int, int]]] = {}
        rounds: dict[int, set[Key]] = {}
        heaviest: dict[int, int] = {}
        for way in ways:
            here, weighs = circle[way.source], weight(way)
            if here != circle[way.to]:
                onward.setdefault(here, []).append((circle[way.to], weighs))
            elif self._uses_up(way):
                if weighs and any(isinstance(op, Forget) for op in way.ops):
                    return None
                rounds.setdefault(here, set()).update(_uses(way))
                heaviest[here] = max(heaviest.get(here, 0), weighs)
            else:
                plain[way.source].append((way.to, weighs))
        inside = longest(plain)
        if inside is None:
            return None
        most = [0] * (max(circle, default=-1) + 1)
        for point, weighs in enumerate(inside):
            most[circle[point]] = max(most[circle[point]], weighs)
        for number, once in enumerate(most):  # circles are numbered from the last that one can come to
            times = _at_once(rounds.get(number, set()))
            further = max((most[to] + weighs for to, weighs in onward.get(number, ())), default=0)
            most[number] = once * (times + 1) + heaviest.get(number, 0) * times + further
        return max(most, default=0)


def is_agenda_way(way: Way) -> bool:
    """Whether a way does one of the things that come due as a turn begins: all of them come in one step."""
    return any(is_agenda(key) for key in _uses(way))


def _at_once(keys: set[Key]) -> int:
    """How many times these may be used up at most: a hand holds only so much, a plan is counted only so far."""
    plans = {key for key in keys if is_agenda(key)}
    hand = {key for key in keys if is_hand(key)}
    return len(keys - plans - hand) + min(len(hand), HAND) + MANY * len(plans)


def _uses(way: Way) -> set[Key]:
    """What a way uses up: it asks that something is so, and it is so no more; or one thing less comes due."""
    asked = {guard.tree.name for guard in way.guards if guard.wanted and isinstance(guard.tree, Name)}
    found: set[Key] = set()
    for op in way.ops:
        match op:
            case Put() if op.key in asked and _is_no(op):
                found.add(op.key)
            case Add() if op.down and is_agenda(op.key):
                found.add(op.key)
            case Forget() if is_agenda(op.key) or (op.key in asked and is_left_over(op.key)):
                found.add(op.key)
            case _:
                pass
    return found


def _is_no(op: Put) -> bool:
    return isinstance(op.value, Literal) and op.value.value is False


def _brings(ops: Iterable[Op]) -> set[Key]:
    """What changes may set to anything but no."""
    found: set[Key] = set()
    for op in ops:
        match op:
            case Put():
                found |= set() if _is_no(op) else {op.key}
            case Add():
                found |= set() if op.down and is_agenda(op.key) else {op.key}
            case Forget():  # of what waits, one is gone, and how many are left is not known: never more
                found |= set() if is_agenda(op.key) or is_left_over(op.key) else {op.key}
            case Either():
                found |= _brings((*op.then, *op.otherwise))
            case Chance():
                for _, _, _, inner in op.outcomes:
                    found |= _brings(inner)
    return found


def _plans(ops: tuple[Op, ...]) -> int:
    """How many things these changes plan for later turns, at most."""
    return sum(len(_planned(op)) for op in ops)


def _planned(op: Op) -> set[Key]:
    """What this lets wait for a later turn."""
    return {key for key in _brings((op,)) if is_agenda(key)}
