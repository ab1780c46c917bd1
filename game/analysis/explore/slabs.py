"""A course between two grids as slabs: parts of the one that go to parts of the other as they are, or folded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod

from game.analysis.explore.courses import CLOSED, Course
from game.analysis.explore.legs import Axis, Grid
from game.expr.types import Key

Index = tuple[slice | int, ...]
MOST = 256


@dataclass(frozen=True, slots=True)
class Slab:
    """A part of a grid that goes to a part of another; along ``folded`` axes all of it goes to one place."""

    source: Index
    to: Index
    folded: tuple[int, ...]


def classes_of(course: Course, axis: Axis, to: Axis | None) -> list[int]:
    """To which class each class of an axis goes; to 0 where the other grid has no such axis."""
    found = []
    for place in axis.places:
        there = course.at(axis.key, place)
        found.append(CLOSED if there == CLOSED else 0 if to is None else to.classes[there])
    return found


def strides(sizes: Sequence[int]) -> list[int]:
    """By how much the number of a cell grows with each axis."""
    return [prod(sizes[number + 1 :]) for number in range(len(sizes))]


def slabs(source: Grid, to: Grid, maps: Mapping[Key, Sequence[int]]) -> tuple[Slab, ...] | None:
    """The slabs of a course, by the classes that each key goes to; None where they are too many to be of use."""
    kept = {axis.key for axis in to.axes}
    parts = [_parts(maps[axis.key]) for axis in source.axes]
    if prod(map(len, parts)) > MOST:
        return None
    keys = [axis.key for axis in source.axes]
    found = []
    for each in product(*parts):
        there = {key: one[1] for key, one in zip(keys, each, strict=True)}
        folded = tuple(n for n, (key, one) in enumerate(zip(keys, each, strict=True)) if one[2] or key not in kept)
        index: Index = tuple(there[axis.key] if axis.key in there else maps[axis.key][0] for axis in to.axes)
        found.append(Slab(tuple(one[0] for one in each), index, folded))
    return tuple(found)


def _parts(classes: Sequence[int]) -> list[tuple[slice, slice, bool]]:
    """Parts of an axis that move together, as far as they go; and parts that all go to one place."""
    found, number = [], 0
    while number < len(classes):
        first = number
        number += 1
        if classes[first] == CLOSED:
            continue
        for by in (0, 1):
            while number < len(classes) and classes[number] == classes[number - 1] + by:
                number += 1
            if number - first > 1 or by:
                to = classes[first]
                folds = not by and number - first > 1
                found.append((slice(first, number), slice(to, to + (1 if folds else number - first)), folds))
                break
    return found


def classes_at(grid: Grid, cell: int) -> tuple[int, ...]:
    """Which class of each axis a cell lies at."""
    return tuple(cell // stride % size for stride, size in zip(strides(grid.sizes), grid.sizes, strict=True))
