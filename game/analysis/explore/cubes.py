"""Arrays over the cells of a grid: which of them a reader may be in, and what a course makes of all of them at once.

The one door to numpy: whoever imports this asks for ``narrowsky[judge]``, so it is imported where it is used. A cell is
named by its number in the grid, the last axis going fastest. Sets of cells are ``Flags``, one for each cell of a grid,
or ``Cells``, the numbers of those that are in it, in order.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from game.analysis.explore.courses import CLOSED, Course, Questions
from game.analysis.explore.legs import Grid
from game.analysis.explore.slabs import Slab, classes_of, slabs, strides
from game.expr.syntax import Expr

Flags = NDArray[np.bool_]
Cells = NDArray[np.int64]
Numbers = NDArray[np.int64]
Shares = NDArray[np.float64]
Bits = NDArray[np.uint8]
Stamps = NDArray[np.uint8] | NDArray[np.uint32]
Array = TypeVar("Array", Flags, Shares)
_BYTE = 256
NO_CELLS: Cells = np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True)
class Step:
    """A course made ready between two grids.

    ``tables`` say for each axis of the first what each class adds to the number of the cell that it comes to, less than
    0 where it is closed; ``base`` is what all of them begin with. ``mask`` says, where several values are asked at
    once, which cells go on; its axes are those of the grid, of one where nothing is asked of them.
    """

    sizes: tuple[int, ...]
    tables: tuple[Numbers, ...]
    base: int
    mask: Flags | None
    slabs: tuple[Slab, ...] | None
    """How flags go it at once; None where cells must go it by their numbers."""
    lost: tuple[int, ...]
    """The axes of the first grid that the second has not."""
    chance: float


class Steps:
    """Makes courses into steps; questions over several values are made into arrays once."""

    def __init__(self, questions: Questions) -> None:
        self._questions = questions
        self._answers: dict[int, tuple[Expr, Flags]] = {}

    def of(self, course: Course, source: Grid, to: Grid) -> Step | None:
        """The step of a course from one grid to another; None where it is closed."""
        axes = {axis.key: axis for axis in source.axes}
        steps_of = strides(to.sizes)
        base, tables, maps = 0, dict[str, list[int]](), dict[str, list[int]]()
        for axis, stride in zip(to.axes, steps_of, strict=True):
            if axis.key not in axes:
                there = course.at(axis.key, source.rest[axis.key])
                found = CLOSED if there == CLOSED else axis.classes[there]
                if found == CLOSED:
                    return None
                base += found * stride
                maps[axis.key] = [found]
        into = {axis.key: (axis, stride) for axis, stride in zip(to.axes, steps_of, strict=True)}
        for axis in source.axes:
            maps[axis.key] = classes_of(course, axis, into[axis.key][0] if axis.key in into else None)
            stride = into[axis.key][1] if axis.key in into else 0
            tables[axis.key] = [CLOSED if each == CLOSED else each * stride for each in maps[axis.key]]
        if any(course.at(key, place) == CLOSED for key, place in source.rest.items() if key in course.maps):
            return None
        mask = self._mask(course, source)
        if mask is not None and not mask.any():
            return None
        lost = tuple(number for number, axis in enumerate(source.axes) if axis.key not in into)
        made = slabs(source, to, maps)
        ready = tuple(np.array(tables[axis.key], np.int64) for axis in source.axes)
        return Step(source.sizes, ready, base, mask, made, lost, course.chance) if made != () else None

    def _mask(self, course: Course, source: Grid) -> Flags | None:
        found: Flags | None = None
        for joint in course.joints:
            asked, answers = self._questions.of(joint.tree), self._answered(joint.tree)
            number: Numbers = np.zeros((1,) * len(source.axes), np.int64)
            for (key, course_map), stride in zip(joint.maps, strides(asked.sizes), strict=True):
                number = number + _spread(source, key, [max(0, place) for place in course_map]) * stride
            one: Flags = answers[number] == joint.wanted
            found = one if found is None else found & one
        return found

    def _answered(self, tree: Expr) -> Flags:
        found = self._answers.get(id(tree))
        if found is None:
            answers: Flags = np.array([bool(one) for one in self._questions.of(tree).answers])
            found = self._answers[id(tree)] = tree, answers
        return found[1]


def numbers_of(questions: Questions, tree: Expr, grid: Grid) -> Numbers:
    """What a tree says at each cell of a grid; its axes are those of the grid, of one where it doesn't read them."""
    asked = questions.of(tree)
    answers: Numbers = np.array([int(one) for one in asked.answers], np.int64)
    number: Numbers = np.zeros((1,) * len(grid.axes), np.int64)
    for key, size, stride in zip(asked.keys, asked.sizes, strides(asked.sizes), strict=True):
        number = number + _spread(grid, key, range(size)) * stride
    return answers[number]


def _spread(grid: Grid, key: str, places: Sequence[int]) -> Numbers:
    """For each class of a key one of these numbers, by the place of the class, along the axis of the key."""
    at = next((number for number, axis in enumerate(grid.axes) if axis.key == key), None)
    if at is None:
        return np.full((1,) * len(grid.axes), places[grid.rest[key]], np.int64)
    shape = [1] * len(grid.axes)
    shape[at] = -1
    return np.array([places[place] for place in grid.axes[at].places], np.int64).reshape(shape)


def set_of(grid: Grid) -> Flags:
    """Flags of a grid, none of which is set."""
    return np.zeros(grid.sizes, np.bool_)


def shares_of(grid: Grid) -> Shares:
    """A share for each cell of a grid, all nothing."""
    return np.zeros(grid.sizes, np.float64)


def ones(grid: Grid) -> Shares:
    """A one that stands for all cells of a grid."""
    return np.ones((1,) * len(grid.axes), np.float64)


def spread(step: Step, source: Flags, to: Flags) -> None:
    """Add to one set what a step makes of another."""
    if step.slabs is None:
        put(to, go(step, np.flatnonzero(source))[1])
        return
    if step.mask is not None:
        source = source & step.mask
    for slab in step.slabs:
        part = source[(*slab.source, ...)]
        if slab.folded:
            part = np.logical_or.reduce(part, axis=slab.folded, keepdims=True)
        view = to[(*slab.to, ...)]
        np.logical_or(view, _without(part, step.lost), out=view)


def pour(step: Step, source: Shares, to: Shares) -> None:
    """Add to shares what a step makes of others."""
    if step.slabs is None:
        kept, there = go(step, np.flatnonzero(source))
        np.add.at(to.reshape(-1), there, source.reshape(-1)[np.flatnonzero(source)[kept]] * step.chance)
        return
    if step.mask is not None:
        source = source * step.mask
    for slab in step.slabs:
        part = source[(*slab.source, ...)]
        if slab.folded:
            part = np.add.reduce(part, axis=slab.folded, keepdims=True)
        view = to[(*slab.to, ...)]
        np.add(view, _without(part, step.lost) * step.chance, out=view)


def draw_back(step: Step, to: Flags, source: Flags) -> None:
    """Add to one set all that a step takes into another."""
    if step.slabs is None:
        every = np.arange(source.size, dtype=np.int64)
        kept, there = go(step, every)
        source.reshape(-1)[kept[to.reshape(-1)[there]]] = True
        return
    found = source if step.mask is None else np.zeros_like(source)
    for slab in step.slabs:
        part = np.expand_dims(to[(*slab.to, ...)], step.lost)
        view = found[(*slab.source, ...)]
        np.logical_or(view, part, out=view)
    if step.mask is not None:
        np.logical_or(source, found & step.mask, out=source)


def _without(part: Array, lost: tuple[int, ...]) -> Array:
    return part.squeeze(lost) if lost else part


def go(step: Step, cells: Cells) -> tuple[Numbers, Cells]:
    """Which of these cells go a step, by their places, and the cells that they come to."""
    there = np.full(cells.shape, step.base, np.int64)
    open_: Flags = np.ones(cells.shape, np.bool_)
    masked: Numbers | None = None
    shape = () if step.mask is None else step.mask.shape
    for number, (stride, size) in enumerate(zip(strides(step.sizes), step.sizes, strict=True)):
        table = step.tables[number]
        at = cells // stride % size
        moved = table[at]
        if table.min() < 0:
            open_ &= moved >= 0
        there += moved
        if shape and shape[number] > 1:
            part = at * prod(shape[number + 1 :])
            masked = part if masked is None else masked + part
    if step.mask is not None and masked is not None:
        open_ &= step.mask.ravel()[masked]
    kept = np.flatnonzero(open_)
    return kept, there[kept]


def united(some: Sequence[Cells | Sequence[int]]) -> Cells:
    """All cells that are in any of these, once each and in order; these may be in any order."""
    return np.unique(np.concatenate(some)).astype(np.int64)


def without(cells: Cells, others: Cells) -> Cells:
    """The cells of one set that are not in another."""
    return cells[np.logical_not(within(cells, others))]


def within(cells: Cells, others: Cells) -> Flags:
    """For each of these cells whether it is in a set."""
    if not len(others):
        return np.zeros(cells.shape, np.bool_)
    at = np.minimum(np.searchsorted(others, cells), len(others) - 1)
    found: Flags = others[at] == cells
    return found


def put(flags: Flags, cells: Cells) -> None:
    """Set these cells."""
    flags.reshape(-1)[cells] = True


def stamped(stamps: Stamps, some: Flags | Cells, number: int) -> Stamps:
    """Stamps with this number where a flag is set, or on these cells: of one byte each, as long as that is enough."""
    if number == _BYTE:
        stamps = stamps.astype(np.uint32)
    stamps.reshape(-1)[some.reshape(-1)] = number
    return stamps


def by_number(numbers: Stamps | Numbers, table: Sequence[int]) -> Numbers:
    """What a table says for each number."""
    return np.array(table, np.int64)[numbers]


def packed(flags: Flags) -> Bits:
    """Flags in an eighth of their room."""
    return np.packbits(flags.reshape(-1))


def unpacked(bits: Bits, grid: Grid) -> Flags:
    """The flags again."""
    return np.unpackbits(bits, count=grid.cells).view(np.bool_).reshape(grid.sizes)


def bits_at(bits: Bits, cells: Cells) -> Flags:
    """Whether each of these cells is set in packed flags."""
    found: Flags = (bits[cells >> 3] >> (7 - (cells & 7)).astype(np.uint8) & 1).astype(np.bool_)
    return found


def sources(step: Step, source: Grid, to: Grid, cell: int, most: int) -> Cells | None:
    """Cells of one grid that a step may take to a cell of another; None where they are more than ``most``."""
    there = dict(zip((axis.key for axis in to.axes), strides(to.sizes), strict=True))
    sizes = dict(zip(there, to.sizes, strict=True))
    found = np.zeros(1, np.int64)
    for number, (axis, stride) in enumerate(zip(source.axes, strides(source.sizes), strict=True)):
        wanted = cell // there[axis.key] % sizes[axis.key] * there[axis.key] if axis.key in there else 0
        classes = np.flatnonzero(step.tables[number] == wanted)
        if len(found) * len(classes) > most:
            return None
        found = (found[:, None] + classes[None, :] * stride).reshape(-1)
    return found


def earliest(cells: Cells, times: Numbers, before: int) -> tuple[int, int] | None:
    """Of these cells the one of the least time above 0 and below ``before``, and the time; None where there is none."""
    fit = np.flatnonzero((times > 0) & (times < before))
    if not len(fit):
        return None
    at = fit[np.argmin(times[fit])]
    return int(cells[at]), int(times[at])


def open_cells(step: Step) -> Flags:
    """Which cells go a step; its axes are those of the grid, of one where nothing is asked of them."""
    found: Flags = np.ones((1,) * len(step.sizes), np.bool_) if step.mask is None else step.mask
    for number, table in enumerate(step.tables):
        if (table < 0).any():
            found = found & (table >= 0).reshape([-1 if at == number else 1 for at in range(len(step.sizes))])
    return found
