"""Things made when they are first asked for: a play enters forty of a thousand scenes."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Generic, TypeVar, overload

Made = TypeVar("Made")
Other = TypeVar("Other")


class Lazily(Mapping[str, Made], Generic[Made]):
    """A mapping of known names to what ``make`` returns for each, made once.

    Two threads may both make a thing; they are alike, and one of them is kept.
    """

    __slots__ = ("_made", "_make", "_names")

    def __init__(self, names: Collection[str], make: Callable[[str], Made]) -> None:
        self._names = names
        self._make = make
        self._made: dict[str, Made] = {}

    def __getitem__(self, name: str) -> Made:
        made = self._made.get(name)
        if made is None:
            if name not in self._names:
                raise KeyError(name)
            made = self._made[name] = self._make(name)
        return made

    @overload
    def get(self, name: str, /) -> Made | None: ...
    @overload
    def get(self, name: str, /, default: Made | Other) -> Made | Other: ...
    def get(self, name: str, /, default: Made | Other | None = None) -> Made | Other | None:
        """Return what belongs to ``name``, or ``default``; a KeyError from the making itself is not swallowed."""
        return self[name] if name in self._names else default

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)
