"""The way to a cell, found backward: from each cell to one that was gone on from before it came."""

from collections.abc import Iterator
from typing import NamedTuple

from game.analysis.explore import cubes
from game.analysis.explore.courses import Course
from game.analysis.explore.cubes import Cells
from game.analysis.explore.filling import Filled, beginning
from game.analysis.explore.flow import Move
from game.analysis.explore.legs import Leg
from game.analysis.explore.slabs import classes_at

_MOST = 1 << 20
"""So many cells are tried one by one; where more might lead to one, all that were come to are looked at."""


class Spot(NamedTuple):
    """A cell of a point, and when it was gone on from."""

    point: int
    cell: int
    time: int


def passing(filled: Filled, point: int, course: Course) -> Spot | None:
    """A cell of a point that goes a course; None where none goes it."""
    cells = next(filled.passing(point, course), None)
    return None if cells is None else first_of(filled, point, cells)


def first_of(filled: Filled, point: int, cells: Cells) -> Spot | None:
    """Of some cells of a point the one that was come to first."""
    found = cubes.earliest(cells, filled.held[point].times(cells), filled.end)
    return None if found is None else Spot(point, *found)


def moves_of(leg: Leg, course: Course) -> tuple[Move, ...]:
    """What the engine is asked along a leg."""
    return (*(move for way in leg.before for move in way.moves), *leg.way.moves, *course.luck)


def way_to(filled: Filled, spot: Spot) -> tuple[Move, ...]:
    """What is asked of the engine on a way from the beginning to a cell, the truths of the story first."""
    begin, begins = filled.lattice.values.flow.begin, set(beginning(filled.lattice).tolist())
    parts: list[tuple[Move, ...]] = []
    while spot.point != begin or spot.cell not in begins:
        before = _before(filled, spot)
        assert before is not None, "whatever was come to came from somewhere"
        spot, leg, course = before
        parts.append(moves_of(leg, course))
    return (*_truths(filled, spot.cell), *(move for part in reversed(parts) for move in part))


def _before(filled: Filled, spot: Spot) -> tuple[Spot, Leg, Course] | None:
    grids = filled.lattice.grids
    for source, leg in filled.into[spot.point]:
        held = filled.held[source]
        for course in leg.courses if held.count else ():
            step = filled.step(source, leg, course)
            if step is None:
                continue
            most = min(_MOST, max(held.count, 1 << 10))
            some = cubes.sources(step, grids[source], grids[spot.point], spot.cell, most)
            for cells in _tried(filled, source, some):
                kept, there = cubes.go(step, cells)
                fit = cells[kept][there == spot.cell]
                found = cubes.earliest(fit, held.times(fit), spot.time)
                if found is not None:
                    return Spot(source, *found), leg, course
    return None


def _tried(filled: Filled, source: int, some: Cells | None) -> Iterator[Cells]:
    if some is None:
        yield from filled.held[source].rows()
    else:
        yield some


def _truths(filled: Filled, cell: int) -> Iterator[Move]:
    """What chance says of the truths, for a story to begin in a cell."""
    flow, domains = filled.lattice.values.flow, filled.lattice.values.domains
    grid = filled.lattice.grids[flow.begin]
    classes = dict(zip((axis.key for axis in grid.axes), classes_at(grid, cell), strict=True))
    axes = {axis.key: axis for axis in grid.axes}
    for key, values in flow.start.items():
        if len(values) > 1:
            fit = (
                value
                for value in values
                if key not in axes or axes[key].classes[domains[key].bit(value).bit_length() - 1] == classes[key]
            )
            yield Move(site=key, outcome=str(next(fit)))
