"""What is known of a point while states are gone through: the cells that were come to, and when each was come to first.

A point begins sparse, as numbers of cells. Where so many of its cells are held that an array is no dearer, it goes over
to flags. What is done with is packed.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from game.analysis.explore import cubes
from game.analysis.explore.cubes import Bits, Cells, Flags, Numbers, Stamps
from game.analysis.explore.legs import Grid

_DENSE = 64
"""One cell by its number costs as much as so many by a flag."""
_SMALL = 1 << 12
"""So many flags cost next to nothing."""
_ROWS = 1 << 16
_MEGABYTE = 1 << 20


class FullError(Exception):
    """More memory would be needed than there may be, both in bytes; the message says so."""

    def __init__(self, needs: int, most: int) -> None:
        super().__init__(f"needs {needs // _MEGABYTE + 1:,} MB, the limit is {most // _MEGABYTE:,} MB")


class Room:
    """The memory that may be used, in bytes, and what is used of it."""

    def __init__(self, most: int) -> None:
        self.most, self.used = most, 0

    def take(self, size: int) -> None:
        """Use more of it. Raises FullError where there is no more."""
        self.used += size
        if self.used > self.most:
            raise FullError(self.used, self.most)

    def give(self, size: int) -> None:
        """Use less of it."""
        self.used -= size


@dataclass(frozen=True, slots=True)
class Some:
    """Some cells of a point: by their numbers or as flags, one of both."""

    cells: Cells | None = None
    flags: Flags | None = None

    def numbered(self) -> Cells:
        """By their numbers in any case."""
        if self.cells is not None:
            return self.cells
        assert self.flags is not None
        return self.flags.reshape(-1).nonzero()[0]


class Held:
    """One point. ``around`` says that it lies in a circle, so that it may be come to again."""

    def __init__(self, grid: Grid, room: Room, *, around: bool) -> None:
        self.grid, self.cells = grid, grid.cells
        self.count = 0
        self.pops: list[int] = []
        """When it was gone on from, each time with what was new."""
        self._room, self._around = room, around
        self._batches: list[Cells] = []
        self._seen: Cells | None = None
        self._stamps: Stamps | None = None
        self._packed: Bits | None = None
        self._waiting: list[Cells] = []
        self._flags: Flags | None = None

    @property
    def waiting(self) -> bool:
        """Whether something has come that was not gone on from."""
        return bool(self._waiting) or self._flags is not None

    @property
    def dense(self) -> bool:
        """Whether what comes is held as flags by now."""
        return self._flags is not None or self._stamps is not None or self.cells <= _SMALL

    def come(self, cells: Cells) -> None:
        """These were come to, in any order, and some perhaps again."""
        if not len(cells):
            return
        if self._flags is not None:
            cubes.put(self._flags, cells)
            return
        self._room.take(8 * len(cells))
        self._waiting.append(cells)
        if sum(map(len, self._waiting)) * _DENSE >= max(self.cells, _SMALL):
            self._spread()
        elif len(self._waiting) > _DENSE:
            self._waiting = [self._united()]

    def flags(self) -> Flags:
        """What waits as flags, to which more may be added."""
        if self._flags is None:
            self._spread()
        assert self._flags is not None
        return self._flags

    def _spread(self) -> None:
        self._room.take(self.cells)
        flags = cubes.set_of(self.grid)
        for cells in self._waiting:
            cubes.put(flags, cells)
            self._room.give(8 * len(cells))
        self._waiting, self._flags = [], flags

    def _united(self) -> Cells:
        before = sum(map(len, self._waiting))
        cells = cubes.united(self._waiting)
        self._room.give(8 * (before - len(cells)))
        self._waiting = []
        return cells

    def take(self, now: int) -> Some | None:
        """What is new of that which came, to be gone on from ``now``; None where nothing is."""
        if self._flags is None:
            cells = self._take_cells(self._united(), now)
            return None if cells is None else Some(cells=cells)
        flags, self._flags = self._flags, None
        self._room.give(self.cells)
        if not self._around:
            return Some(flags=self._note_flags(flags, now))
        if self._stamps is None:
            self._room.take(self.cells)
            self._stamps = cubes.set_of(self.grid).view("u1")
            for number, batch in enumerate(self._batches, 1):
                self._stamps = cubes.stamped(self._stamps, batch, number)
                self._room.give(16 * len(batch))
            self._batches, self._seen = [], None
        new = flags & (self._stamps == 0)
        count = int(new.sum())
        if not count:
            return None
        if count * _DENSE < self.cells:
            return Some(cells=self._stamp(new.reshape(-1).nonzero()[0], now))
        self.count += count
        self.pops.append(now)
        self._stamps = cubes.stamped(self._stamps, new, len(self.pops))
        return Some(flags=new)

    def _note_flags(self, flags: Flags, now: int) -> Flags:
        self.count = int(flags.sum())
        self.pops.append(now)
        self._packed = cubes.packed(flags)
        self._room.take(len(self._packed))
        return flags

    def _take_cells(self, cells: Cells, now: int) -> Cells | None:
        if self._stamps is not None:
            new = cells[self._stamps.reshape(-1)[cells] == 0]
            self._room.give(8 * len(cells))
            return self._stamp(new, now) if len(new) else None
        new = cells if self._seen is None else cubes.without(cells, self._seen)
        self._room.give(8 * len(cells))
        if not len(new):
            return None
        self._room.take(16 * len(new))
        self._seen = new if self._seen is None else cubes.united((self._seen, new))
        self._batches.append(new)
        self.count += len(new)
        self.pops.append(now)
        return new

    def _stamp(self, cells: Cells, now: int) -> Cells:
        assert self._stamps is not None
        self.count += len(cells)
        self.pops.append(now)
        self._stamps = cubes.stamped(self._stamps, cells, len(self.pops))
        return cells

    def times(self, cells: Cells) -> Numbers:
        """When each of these cells was gone on from; 0 where it was not come to."""
        if self._packed is not None:
            return cubes.by_number(cubes.bits_at(self._packed, cells).view("u1"), [0, *self.pops])
        if self._stamps is not None:
            return cubes.by_number(self._stamps.reshape(-1)[cells], [0, *self.pops])
        found = cubes.by_number(cells * 0, [0])
        for batch, now in zip(self._batches, self.pops, strict=True):
            found[cubes.within(cells, batch)] = now
        return found

    def known(self) -> Some:
        """All that were come to: as flags where they are held so."""
        if self._packed is not None:
            return Some(flags=cubes.unpacked(self._packed, self.grid))
        if self._stamps is not None:
            return Some(flags=self._stamps > 0)
        return Some(cells=cubes.united(self._batches) if self._batches else cubes.NO_CELLS)

    def rows(self) -> Iterator[Cells]:
        """All that were come to, as cells, some at a time."""
        cells = self.known().numbered()
        for number in range(0, len(cells), _ROWS):
            yield cells[number : number + _ROWS]
