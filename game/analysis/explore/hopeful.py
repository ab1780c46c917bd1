"""From which states an ending can still be reached: a sweep backward over all states, from the endings."""

from game.analysis.explore import cubes
from game.analysis.explore.circles import circles
from game.analysis.explore.cubes import Cells, Flags, Step
from game.analysis.explore.filling import Filled
from game.analysis.explore.held import Some


def hopeless(filled: Filled) -> dict[int, Cells]:
    """By points, the states that were come to and from which no ending can be reached; nothing where there are none."""
    return _Hope(filled).lost()


class _Hope:
    def __init__(self, filled: Filled) -> None:
        self._filled = filled
        self._good: dict[int, Some | None] = {}
        """Of each point the states with hope; None where all of them are."""

    def lost(self) -> dict[int, Cells]:
        """Go through the points, the last that one can come to first."""
        lattice = self._filled.lattice
        circle = circles([[leg.to for leg in legs if not leg.looks] for legs in lattice.leaving])
        groups: list[list[int]] = [[] for _ in range(max(circle, default=-1) + 1)]
        for point, number in enumerate(circle):
            if self._filled.held[point].count:
                groups[number].append(point)
        for group in groups:
            counts = dict.fromkeys(group, -1)
            while True:
                before = dict(counts)
                for point in reversed(group):
                    counts[point] = self._look(point)
                if len(group) == 1 or counts == before:
                    break
        return {point: self._without(point) for point, good in self._good.items() if good is not None}

    def _look(self, point: int) -> int:
        """Find out which states of a point have hope, as far as is known; how many."""
        held = self._filled.held[point]
        if self._good.get(point, False) is None:
            return held.count
        if any(one.ending for one in self._filled.lattice.stands[point]):
            self._good[point] = None
            return held.count
        known = held.known()
        flags, cells = known.flags, known.cells
        good = cubes.set_of(held.grid) if flags is not None else None
        kept: list[Cells] = []
        for to, step in self._steps(point):
            if good is not None:
                self._back(step, to, good)
            elif cells is not None:
                at, there = cubes.go(step, cells)
                kept.append(cells[at[self._has(to, there)]])
        if good is not None and flags is not None:
            good &= flags
            count, found = int(good.sum()), Some(flags=good)
        else:
            found = Some(cells=cubes.united(kept) if kept else cubes.NO_CELLS)
            count = len(found.numbered())
        self._good[point] = None if count == held.count else found
        return count

    def _steps(self, point: int) -> list[tuple[int, Step]]:
        lattice, steps = self._filled.lattice, self._filled.steps
        made = (
            (leg.to, steps.of(course, lattice.grids[point], lattice.grids[leg.to]))
            for leg in lattice.leaving[point]
            if not leg.looks and self._filled.held[leg.to].count
            for course in leg.courses
        )
        return [(to, step) for to, step in made if step is not None]

    def _back(self, step: Step, to: int, good: Flags) -> None:
        some = self._some(to)
        flags = some.flags
        if flags is None:
            flags = cubes.set_of(self._filled.lattice.grids[to])
            cubes.put(flags, some.numbered())
        cubes.draw_back(step, flags, good)

    def _some(self, point: int) -> Some:
        if point not in self._good:
            return Some(cells=cubes.NO_CELLS)
        good = self._good[point]
        return self._filled.held[point].known() if good is None else good

    def _has(self, point: int, cells: Cells) -> Flags:
        some = self._some(point)
        if some.flags is not None:
            return some.flags.reshape(-1)[cells]
        return cubes.within(cells, some.numbered())

    def _without(self, point: int) -> Cells:
        return cubes.without(self._filled.held[point].known().numbered(), self._some(point).numbered())
