"""A tuple that grows cheaply: of a long session each decision adds one record, and no record is copied again."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain as one_after_another
from typing import TypeVar, overload

One_co = TypeVar("One_co", covariant=True)

_BLOCK = 128


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Chain(Sequence[One_co]):
    """A sequence that never changes. Equal to any sequence of its kind, or tuple, that holds the same."""

    _blocks: tuple[tuple[One_co, ...], ...] = ()
    _tail: tuple[One_co, ...] = ()

    @classmethod
    def of(cls, sequence: Sequence[One_co]) -> "Chain[One_co]":
        """The same as a chain; a chain is itself."""
        if isinstance(sequence, Chain):
            return sequence
        full = len(sequence) - len(sequence) % _BLOCK
        blocks = (tuple(sequence[at : at + _BLOCK]) for at in range(0, full, _BLOCK))
        return cls(tuple(blocks), tuple(sequence[full:]))

    def and_then(self, one: One_co) -> "Chain[One_co]":  # type: ignore[misc]  # covariant, as what never changes may be
        """One more than this; the blocks are shared."""
        tail = (*self._tail, one)
        return Chain((*self._blocks, tail)) if len(tail) == _BLOCK else Chain(self._blocks, tail)

    def first(self, many: int) -> "Chain[One_co]":
        """The first ``many``; the blocks are shared."""
        whole, part = divmod(many, _BLOCK)
        rest = self._blocks[whole][:part] if whole < len(self._blocks) else self._tail[:part]
        return self if many >= len(self) else Chain(self._blocks[:whole], rest)

    def __len__(self) -> int:
        return len(self._blocks) * _BLOCK + len(self._tail)

    @overload
    def __getitem__(self, key: int) -> One_co: ...
    @overload
    def __getitem__(self, key: slice) -> "Chain[One_co]": ...
    def __getitem__(self, key: int | slice) -> "One_co | Chain[One_co]":
        if isinstance(key, slice):
            start, stop, step = key.indices(len(self))
            return self.first(max(stop, 0)) if (start, step) == (0, 1) else Chain.of(tuple(self)[key])
        if key == -1 and self._tail:
            return self._tail[-1]
        index = key + len(self) if key < 0 else key
        if index < 0:
            raise IndexError(key)
        block, at = divmod(index, _BLOCK)
        return self._blocks[block][at] if block < len(self._blocks) else self._tail[index - len(self._blocks) * _BLOCK]

    def __iter__(self) -> Iterator[One_co]:
        return one_after_another(one_after_another.from_iterable(self._blocks), self._tail)

    def __reversed__(self) -> Iterator[One_co]:
        blocks: Iterable[tuple[One_co, ...]] = reversed((*self._blocks, self._tail))
        return one_after_another.from_iterable(map(reversed, blocks))

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Chain):
            return self._blocks == other._blocks and self._tail == other._tail
        return tuple(self) == other if isinstance(other, tuple) else NotImplemented

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))
